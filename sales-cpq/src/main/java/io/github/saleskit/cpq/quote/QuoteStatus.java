package io.github.saleskit.cpq.quote;

import java.util.EnumSet;
import java.util.Set;

/** Where a version of a quote stands. */
public enum QuoteStatus {
    /** Being written; the only status in which it can be changed. */
    DRAFT,
    /** Waiting for approval. */
    IN_REVIEW,
    /** Approved within the company. */
    APPROVED,
    /** In the hands of the customer. */
    PRESENTED,
    /** Taken by the customer. */
    ACCEPTED,
    /** Declined by the customer. */
    REJECTED,
    /** Not answered in time. */
    EXPIRED,
    /** Replaced by a later version. */
    SUPERSEDED,
    /** Given up by the company. */
    CANCELLED;

    /** Where it can go from here. */
    public Set<QuoteStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(IN_REVIEW, SUPERSEDED, CANCELLED);
            case IN_REVIEW -> EnumSet.of(DRAFT, APPROVED, SUPERSEDED, CANCELLED);
            case APPROVED -> EnumSet.of(DRAFT, PRESENTED, EXPIRED, SUPERSEDED, CANCELLED);
            case PRESENTED -> EnumSet.of(ACCEPTED, REJECTED, EXPIRED, SUPERSEDED, CANCELLED);
            case REJECTED, EXPIRED -> EnumSet.of(SUPERSEDED);
            case ACCEPTED, SUPERSEDED, CANCELLED -> EnumSet.noneOf(QuoteStatus.class);
        };
    }

    /** Whether nothing about it can happen any more. */
    public boolean isFinal() {
        return next().isEmpty();
    }
}
