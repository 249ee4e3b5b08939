package io.github.saleskit.core.calendar;

/** The period of a recurrence rule, each of which may have any number of occurrences (RFC 5545, FREQ). */
public enum Frequency {
    /** Every second. */
    SECONDLY(1),
    /** Every minute. */
    MINUTELY(60),
    /** Every hour. */
    HOURLY(3_600),
    /** Every day. */
    DAILY(86_400),
    /** Every week, which begins on the rule's first day of the week. */
    WEEKLY(0),
    /** Every calendar month. */
    MONTHLY(0),
    /** Every calendar year. */
    YEARLY(0);

    private final int seconds;

    Frequency(int seconds) {
        this.seconds = seconds;
    }

    /** Seconds of the period, 0 where it is longer than a day. */
    int seconds() {
        return seconds;
    }

    /** Whether the period is shorter than a day. */
    boolean isShorterThanDay() {
        return this == SECONDLY || this == MINUTELY || this == HOURLY;
    }
}
