package io.github.saleskit.cpq.pricing;

/** Which rules apply where exclusive ones could. */
public enum ExclusiveChoice {
    /** The first exclusive rule that applies, in the order of the rules; without one, all others together. */
    BY_PRIORITY,
    /**
     * Whatever costs the customer least: one exclusive rule alone, or all others together; of equals the others, then
     * the first. On a line, others that ask {@code order.price} and discounts on the order do not count, for what they
     * take off is only known later.
     */
    BEST_FOR_CUSTOMER
}
