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
     * The month at hand: its first day, how many it has, which of them are selected, a bit each. The days from
     * {@code covered} up to it are not selected.
     */
    private long start;

    private long covered;
    private int length;
    private int selected;
    private int year;
    private int month;

    /** @param meter pays a unit for each month that is looked at */
    DayCursor(DaySelection days, WorkMeter meter) {
        this.days = days;
        this.meter = meter;
    }

    /** The first selected day from one on and before another; {@link #NONE} where there is none or no unit is left. */
    long next(long from, long before) {
        long day = from;
        while (day < before && reach(day)) {
            day = Math.max(day, start);
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

    /** Goes to the month in which a day lies, or to the next that can have selected days. */
    private boolean reach(long day) {
        if (day >= covered && day < start + length) {
            return true;
        }
        if (!meter.spend(1)) {
            return false;
        }
        if (day == start + length && month > 0) {
            enter(day, month < 12 ? year : year + 1, month < 12 ? month + 1 : 1);
        } else {
            LocalDate date = LocalDate.ofEpochDay(day);
            enter(day - date.getDayOfMonth() + 1, date.getYear(), date.getMonthValue());
        }
        return true;
    }

    private void enter(long firstDay, int ofYear, int ofMonth) {
        int without = days.monthsWithout(ofMonth);
        covered = firstDay;
        start = without == 0 ? firstDay : firstDay + MonthLayout.days(ofYear, ofMonth, without);
        boolean nextYear = ofMonth + without > 12;
        year = nextYear ? ofYear + 1 : ofYear;
        month = nextYear ? ofMonth + without - 12 : ofMonth + without;
        length = MonthLayout.days(year, month);
        selected = days.ofMonth(year, month, start);
    }
}
