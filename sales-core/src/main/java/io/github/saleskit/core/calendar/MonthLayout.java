package io.github.saleskit.core.calendar;

import java.time.Year;

/** Where the months of a year lie, in days counted from its first, which is 0. */
final class MonthLayout {

    private static final int[] DAYS_BEFORE = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

    private MonthLayout() {}

    /** How many days a year has. */
    static int days(int year) {
        return Year.isLeap(year) ? 366 : 365;
    }

    /** How many days a month has. */
    static int days(int year, int month) {
        return month == 2 && Year.isLeap(year) ? 29 : DAYS_BEFORE[month] - DAYS_BEFORE[month - 1];
    }

    /** How many days some months have, which end at the latest with the year after. */
    static int days(int year, int month, int months) {
        int end = month + months;
        int before = end > 12 ? days(year) + daysBefore(year + 1, end - 12) : daysBefore(year, end);
        return before - daysBefore(year, month);
    }

    /** How many days of the year lie before a month, from 1 to 12. */
    static int daysBefore(int year, int month) {
        return DAYS_BEFORE[month - 1] + (month > 2 && Year.isLeap(year) ? 1 : 0);
    }

    /**
     * The months in which a span of days can lie, whichever length the year has: a bit each, the lowest for January.
     *
     * @param first may lie in the year before
     * @param last may lie in the year after
     */
    static int monthsOf(int first, int last) {
        int months = (first < 0 ? 1 << 11 : 0) | (last >= DAYS_BEFORE[12] ? 1 : 0);
        for (int i = 0; i < 12; i++) {
            if (first <= DAYS_BEFORE[i + 1] && last >= DAYS_BEFORE[i]) {
                months |= 1 << i;
            }
        }
        return months;
    }
}
