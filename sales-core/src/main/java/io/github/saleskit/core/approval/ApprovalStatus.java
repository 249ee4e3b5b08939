package io.github.saleskit.core.approval;

/** Where a request, or all of them together, stands. */
public enum ApprovalStatus {
    /** Votes are missing. */
    PENDING,
    /** All that must agree have. */
    APPROVED,
    /** Somebody declined. */
    REJECTED
}
