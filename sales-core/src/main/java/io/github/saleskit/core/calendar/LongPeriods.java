package io.github.saleskit.core.calendar;

import io.github.saleskit.core.definition.WorkMeter;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * The days, weeks, months or years of a rule.
 *
 * <p>Days and weeks are numbered by days from 1970-01-01, months and years by months from January of the year 0.
 * Periods without any selected day are leapt over.
 */
final class LongPeriods implements Occurrences<LocalDateTime> {

    private final boolean byMonth;
    private final long length;
    private final long step;
    /** One after the last day that counts. */
    private final long endDay;

    private final long end;
    private final DatesAndTimes times;
    private final DayCursor cursor;
    private final WorkMeter meter;
    private long period;
    /** The first day of the period. */
    private long periodStart;

    LongPeriods(Recurrence rule, LocalDateTime start, LocalDateTime last, WorkMeter meter) {
        Frequency frequency = rule.frequency();
        LocalDate first = start.toLocalDate();
        this.byMonth = frequency == Frequency.MONTHLY || frequency == Frequency.YEARLY;
        this.length = lengthOf(frequency);
        this.step = length * rule.interval();
        this.endDay = last.toLocalDate().toEpochDay() + 1;
        this.end = byMonth ? monthOf(last.toLocalDate()) + 1 : endDay;
        this.times = new DatesAndTimes(TimeSelection.timesOfDay(rule, start.toLocalTime()), rule.positions());
        this.meter = meter;
        this.cursor = new DayCursor(new DaySelection(rule, first), meter);
        this.period = switch (frequency) {
            case YEARLY -> monthOf(first.withDayOfYear(1));
            case MONTHLY -> monthOf(first);
            case WEEKLY ->
                first.with(TemporalAdjusters.previousOrSame(rule.weekStart())).toEpochDay();
            default -> first.toEpochDay();
        };
        this.periodStart = firstDay(period);
    }

    private static int lengthOf(Frequency frequency) {
        return switch (frequency) {
            case YEARLY -> 12;
            case WEEKLY -> 7;
            default -> 1;
        };
    }

    private static long monthOf(LocalDate date) {
        return date.getLong(ChronoField.PROLEPTIC_MONTH);
    }

    @Override
    public @Nullable LocalDateTime next() {
        while (!times.hasNext()) {
            if (!nextPeriod()) {
                return null;
            }
        }
        return times.next();
    }

    /** Goes on to the next period with selected days; false when there is none any more. */
    private boolean nextPeriod() {
        while (period < end) {
            long day = cursor.next(periodStart, endDay);
            if (day == DayCursor.NONE) {
                break;
            }
            long at = byMonth ? cursor.prolepticMonth() : day;
            long from = at < period + length ? period : at - (at - period) % step;
            if (at < from + length) {
                long before = firstDayAfter(from);
                fill(day, before);
                enter(from + step, step == length ? before : firstDay(from + step));
                // A period that was cut short would have the wrong last ones.
                return !meter.stopped();
            }
            enter(from + step, firstDay(from + step));
        }
        period = Long.MAX_VALUE;
        return false;
    }

    private void enter(long number, long firstDay) {
        period = number;
        periodStart = firstDay;
    }

    /** The first day after the period in which the day lies that was found last. */
    private long firstDayAfter(long number) {
        if (!byMonth) {
            return number + length;
        }
        return length == 1 ? cursor.monthEnd() : cursor.yearEnd();
    }

    private long firstDay(long number) {
        return byMonth && number < end
                ? LocalDate.of((int) (number / 12), (int) (number % 12) + 1, 1).toEpochDay()
                : number;
    }

    private void fill(long firstDay, long before) {
        times.clear();
        for (long day = firstDay; day != DayCursor.NONE; day = cursor.next(day + 1, before)) {
            times.add(cursor.date(day));
        }
        times.close();
    }
}
