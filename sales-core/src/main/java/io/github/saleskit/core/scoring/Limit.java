package io.github.saleskit.core.scoring;

/** What changes points from outside the rules. */
public enum Limit {
    /** The most points allowed; takes points away. */
    CAP,
    /** The fewest points allowed; adds points. */
    FLOOR
}
