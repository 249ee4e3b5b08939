package io.github.saleskit.core.calendar;

import io.github.saleskit.core.definition.WorkMeter;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hours, minutes or seconds of a rule.
 *
 * <p>Periods are numbered from 1970-01-01T00:00. What a rule excludes is leapt over: whole days, and the periods of a
 * day up to the next that is allowed.
 */
final class ShortPeriods implements RecurrenceIterator.Periods {

    private final Recurrence rule;
    private final DaySelection days;
    private final int length;
    private final int periodsADay;
    private final long first;
    private final long last;
    private final int[] allowed;
    private final int[] offsets;
    private final WorkMeter meter;
    private long period;
    /** A day that was found to be selected, to be looked at only once. */
    private long selectedDay = Long.MIN_VALUE;

    ShortPeriods(Recurrence rule, LocalDateTime start, LocalDateTime last, WorkMeter meter) {
        this.rule = rule;
        this.days = new DaySelection(rule, start.toLocalDate());
        this.length = rule.frequency().seconds();
        this.periodsADay = (int) (DayHours.SECONDS_A_DAY / length);
        this.first = Math.floorDiv(start.toEpochSecond(ZoneOffset.UTC), length);
        this.last = Math.floorDiv(last.toEpochSecond(ZoneOffset.UTC), length);
        this.allowed = TimeSelection.periodsOfDay(rule);
        this.offsets = picked(rule, TimeSelection.secondsOfPeriod(rule, start.toLocalTime()));
        this.meter = meter;
        this.period = isReachable() && offsets.length > 0 ? first : Long.MAX_VALUE;
    }

    /** All periods have the same seconds, so the positions pick the same from each. */
    private static int[] picked(Recurrence rule, int[] offsets) {
        return rule.positions().isEmpty()
                ? offsets
                : PeriodTimes.indexes(rule.positions(), offsets.length).stream()
                        .mapToInt(index -> offsets[index.intValue()])
                        .toArray();
    }

    /**
     * Whether steps of the interval ever come to an allowed time of day: they keep the remainder by the common
     * divisor.
     */
    private boolean isReachable() {
        int divisor = greatestCommonDivisor(periodsADay, rule.interval());
        return Arrays.stream(allowed).anyMatch(time -> Math.floorMod(time - first, divisor) == 0);
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    @Override
    public @Nullable PeriodTimes next() {
        while (period <= last && meter.spend(1)) {
            long wanted = nextAllowed(period);
            if (wanted > last) {
                break;
            }
            if (wanted == period) {
                LocalDateTime begin = LocalDateTime.ofEpochSecond(period * length, 0, ZoneOffset.UTC);
                period += rule.interval();
                return new PeriodTimes(List.of(begin), offsets, List.of());
            }
            long steps = Math.floorDiv(wanted - period - 1, rule.interval()) + 1;
            period += steps * rule.interval();
        }
        period = Long.MAX_VALUE;
        return null;
    }

    /** The first period from this one on that the rule does not exclude; beyond the end when there is none. */
    private long nextAllowed(long from) {
        long day = nextDay(Math.floorDiv(from, periodsADay));
        int time = (int) Math.max(0, from - day * periodsADay);
        int index = Arrays.binarySearch(allowed, time);
        int next = index < 0 ? -index - 1 : index;
        return next < allowed.length ? day * periodsADay + allowed[next] : (day + 1) * periodsADay;
    }

    private long nextDay(long from) {
        if (from == selectedDay) {
            return from;
        }
        LocalDate date = LocalDate.ofEpochDay(from);
        LocalDate end = RecurrenceIterator.LAST.toLocalDate();
        while (!date.isAfter(end) && !days.contains(date) && meter.spend(1)) {
            date = days.hasMonth(date) ? date.plusDays(1) : date.with(TemporalAdjusters.firstDayOfNextMonth());
        }
        selectedDay = date.toEpochDay();
        return selectedDay;
    }
}
