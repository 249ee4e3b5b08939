package io.github.saleskit.cpq.pricing;

/** What kept a step of a waterfall from taking off all it would have. */
public enum PriceLimit {
    /** The floor of the price. */
    FLOOR,
    /** The least margin on the cost. */
    MARGIN,
    /** A price is never below nothing. */
    ZERO
}
