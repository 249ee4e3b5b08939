package io.github.saleskit.cpq.pricing;

/** Which others a price rule keeps away where it applies. */
public enum Exclusive {
    /** All others on the same line: the rule does not stack. */
    ON_LINE,
    /** All others of its kind in the quote, on lines or on the order: the rule does not combine. */
    WITHIN_KIND,
    /** All others in the quote. */
    IN_QUOTE
}
