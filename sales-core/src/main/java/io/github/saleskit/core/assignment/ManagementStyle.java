package io.github.saleskit.core.assignment;

/**
 * How leads of a pool come to reps: pushed, offered, bid for or claimed. Eligibility, preferences and turns are the
 * same for all styles.
 */
public enum ManagementStyle {
    /** The lead is pushed to a rep. */
    DIRECTIVE,
    /**
     * The lead is offered to a rep with the reasons; who declines it is not offered it again: {@link Assigner#decline}.
     */
    SELLING,
    /** Reps bid for the lead, and among the highest bids the turn decides: {@link Assigner#award}. */
    PARTNER,
    /** Reps claim leads as far as their limits allow: {@link Assigner#claim}. */
    DELEGATING
}
