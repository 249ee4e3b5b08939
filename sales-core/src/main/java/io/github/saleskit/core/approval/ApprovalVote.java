package io.github.saleskit.core.approval;

/** What somebody says to a request. */
public enum ApprovalVote {
    /** Agrees. */
    APPROVE,
    /** Declines; one such vote rejects the whole. */
    REJECT
}
