package io.github.saleskit.cpq.pricing;

/**
 * Which of the units that could be given a buy-x-get-y rule takes; among equal prices those of the line that costs
 * most, then the later one.
 */
public enum FreePick {
    /** The dearest. */
    DEAREST,
    /** The cheapest. */
    CHEAPEST
}
