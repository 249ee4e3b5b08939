package io.github.saleskit.cpq.pricing;

/** Which others a price rule keeps away where it applies. */
public enum Exclusive {
    /**
     * All others on the same line, so that it takes no share of discounts on the order: the rule does not stack. As of
     * rules that are exclusive {@linkplain #AMONG_LINE_RULES among those on lines}, whether it applies is decided
     * before what all lines cost by then is known, so that it may not ask {@code order.price}, and for lines as they
     * are before other rules. Rules of higher priority that give units, and those before them, it does not keep away.
     */
    ON_LINE,
    /** All others on the same line but discounts on the order: it does not stack with its like. */
    AMONG_LINE_RULES,
    /** All others of its kind in the quote, on lines or on the order: the rule does not combine. */
    WITHIN_KIND,
    /** All others in the quote. */
    IN_QUOTE;

    /** Whether it is about single lines. */
    boolean byLine() {
        return this == ON_LINE || this == AMONG_LINE_RULES;
    }
}
