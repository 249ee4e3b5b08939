package io.github.saleskit.core.calendar;

/** A part into which fiscal years are cut. Closed: there will be no others. */
public enum FiscalUnit {
    /** The whole fiscal year. */
    YEAR,
    /** Six periods. */
    HALF,
    /** Three periods. */
    QUARTER,
    /** A twelfth of the year: a month, or four to six weeks. */
    PERIOD,
    /** Seven days; in a year of months the first and the last week may be shorter. */
    WEEK
}
