package io.github.saleskit.cpq.subscription;

/**
 * On which day periods begin whose first begins on the last day of a shorter month, such as 28 February or 30 April.
 */
public enum MonthEnd {
    /** On the same day of every month: the 28th after 28 February. */
    SAME_DAY,
    /** On the last day of every month: 31 March after 28 February. */
    LAST_DAY
}
