package io.github.saleskit.core.criteria;

import java.util.Locale;

/** What is calculated over nested elements. */
public enum AggregateFunction {
    /** How many there are. */
    COUNT,
    /**
     * The sum of a numeric or money field, elements without a value left out; 0 of none, but absent for money of none
     * or of two currencies. A sum of wholes stays at the largest or smallest long instead of overflowing; one of
     * decimals or money is rounded half up to 1,000 digits.
     */
    SUM,
    /** The smallest value of an ordered field; absent of none, and for money of two currencies. */
    MIN,
    /** The largest value of an ordered field; absent of none, and for money of two currencies. */
    MAX;

    /** As the text form and JSON write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
