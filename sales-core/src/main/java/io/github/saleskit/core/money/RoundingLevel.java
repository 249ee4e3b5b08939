package io.github.saleskit.core.money;

/** At which level exact prices become settled amounts in whole minor units. */
public enum RoundingLevel {
    /** Each unit price is rounded and then multiplied by the quantity; 3 units at EUR 0.335 are EUR 1.02 (half up). */
    UNIT,
    /** Each line is rounded, unit prices stay exact; 3 units at EUR 0.335 are EUR 1.01 (half up). */
    LINE,
    /** The sum of all lines is rounded once, and the lines are settled so that they add up to it. */
    TOTAL
}
