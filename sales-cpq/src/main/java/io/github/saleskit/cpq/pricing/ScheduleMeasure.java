package io.github.saleskit.cpq.pricing;

/** What the thresholds of a discount schedule are compared with. */
public enum ScheduleMeasure {
    /** The quantity of the line. */
    QUANTITY,
    /** The quantity of all lines of the same product. */
    PRODUCT_QUANTITY,
    /** The quantity of all lines of the same family. */
    FAMILY_QUANTITY,
    /** The quantity of all lines. */
    ORDER_QUANTITY,
    /** For how many months the line is committed; 0 where it is not. */
    TERM_MONTHS,
    /** The list price of the line, in units of its currency. */
    LIST,
    /** The list price of all lines. */
    ORDER_LIST
}
