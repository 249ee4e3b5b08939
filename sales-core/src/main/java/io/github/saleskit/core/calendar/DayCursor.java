package io.github.saleskit.core.calendar;

import io.github.saleskit.core.definition.WorkMeter;
import java.time.LocalDate;

/**
 * Finds the days of a selection, a month at a time. Days are counted from 1970-01-01.
 *
 * <p>Mutable, for one thread.
 */
final class DayCursor {

    /** No day. */
    static final long NONE = Long.MAX_VALUE;

    private final DaySelection days;
    private final WorkMeter meter;
    /**
     * The span at hand, a month or some months that cannot have selected days: its first day, how many it has, which of
     * them are selected, a bit each; its first month, and how many it has.
     */
    private long start;

    private int length;
    private int selected;
    private int year;
    private int month;
    private int months;

    /** @param meter pays a unit for each span that is looked at */
    DayCursor(DaySelection days, WorkMeter meter) {
        this.days = days;
        this.meter = meter;
    }

    /** The first selected day from one on and before another; {@link #NONE} where there is none or no unit is left. */
    long next(long from, long before) {
        long day = from;
        while (day < before && reach(day)) {
            int rest = selected >>> (day - start);
            if (rest != 0) {
                long found = day + Integer.numberOfTrailingZeros(rest);
                return found < before ? found : NONE;
            }
            day = start + length;
        }
        return NONE;
    }

    /** The date of the day that was found last. */
    LocalDate date(long day) {
        return LocalDate.of(year, month, (int) (day - start) + 1);
    }

    /** The month of the day that was found last, counted from January of the year 0. */
    long prolepticMonth() {
        return year * 12L + month - 1;
    }

    /** The first day after the month of the day that was found last. */
    long monthEnd() {
        return start + length;
    }

    /** The first day after the year of the day that was found last. */
    long yearEnd() {
        return start - MonthLayout.daysBefore(year, month) + MonthLayout.days(year);
    }

    /** Goes to the span in which a day lies. */
    private boolean reach(long day) {
        if (day >= start && day < start + length) {
            return true;
        }
        if (!meter.spend(1)) {
            return false;
        }
        if (day == start + length && months > 0) {
            int next = month + months;
            enter(day, next > 12 ? year + 1 : year, next > 12 ? next - 12 : next);
        } else {
            LocalDate date = LocalDate.ofEpochDay(day);
            enter(day - date.getDayOfMonth() + 1, date.getYear(), date.getMonthValue());
        }
        return true;
    }

    private void enter(long firstDay, int ofYear, int ofMonth) {
        int without = days.monthsWithout(ofMonth);
        start = firstDay;
        year = ofYear;
        month = ofMonth;
        months = Math.max(1, without);
        length = without == 0 ? MonthLayout.days(ofYear, ofMonth) : MonthLayout.days(ofYear, ofMonth, without);
        selected = without == 0 ? days.ofMonth(ofYear, ofMonth, firstDay) : 0;
    }
}
