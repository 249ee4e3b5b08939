package io.github.saleskit.cpq.pricing;

/** Which rules apply where exclusive ones could. */
public enum ExclusiveChoice {
    /** The first exclusive rule that applies, in the order of the rules; without one, all others together. */
    BY_PRIORITY,
    /**
     * Whatever costs the customer least: one exclusive rule alone, or all others together; of equals the others, then
     * the first.
     */
    BEST_FOR_CUSTOMER
}
