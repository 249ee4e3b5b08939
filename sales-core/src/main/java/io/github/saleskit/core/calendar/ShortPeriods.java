package io.github.saleskit.core.calendar;

import io.github.saleskit.core.definition.WorkMeter;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The hours, minutes or seconds of a rule.
 *
 * <p>A period is named by its first second, counted from 1970-01-01T00:00. What a rule excludes is leapt over: whole
 * days, and the periods of a day up to the next that is allowed.
 */
final class ShortPeriods implements Occurrences<LocalDateTime> {

    private static final int SECONDS_A_DAY = (int) DayHours.SECONDS_A_DAY;

    /** Seconds from one period that counts to the next. */
    private final long step;

    private final long last;
    private final PeriodsOfDay allowed;
    /** What is added to the first second of each period. */
    private final int[] offsets;

    private final DayCursor days;
    private final WorkMeter meter;
    /** The next period, and that at hand with the offset that comes next and its date. */
    private long period;

    private long begin;
    private int index;
    private LocalDate date;

    ShortPeriods(Recurrence rule, LocalDateTime start, LocalDateTime last, WorkMeter meter) {
        int length = rule.frequency().seconds();
        this.step = (long) length * rule.interval();
        this.last = last.toEpochSecond(ZoneOffset.UTC);
        this.allowed = new PeriodsOfDay(rule);
        this.days = new DayCursor(new DaySelection(rule, start.toLocalDate()), meter);
        this.meter = meter;
        this.offsets = picked(rule, TimeSelection.secondsOfPeriod(rule, start.toLocalTime()));
        this.index = offsets.length;
        this.date = start.toLocalDate();
        long second = start.toEpochSecond(ZoneOffset.UTC);
        long first = second - Math.floorMod(second, length);
        this.period = offsets.length > 0 && isReachable(first) ? first : Long.MAX_VALUE;
    }

    /** All periods have the same seconds, so the positions pick the same from each. */
    private static int[] picked(Recurrence rule, int[] offsets) {
        return rule.positions().isEmpty()
                ? offsets
                : Arrays.stream(DatesAndTimes.indexes(rule.positions(), offsets.length))
                        .mapToInt(index -> offsets[(int) index])
                        .toArray();
    }

    /** Whether steps ever come to an allowed time of day: they keep the remainder by the common divisor. */
    private boolean isReachable(long first) {
        int divisor = greatestCommonDivisor(SECONDS_A_DAY, (int) (step % SECONDS_A_DAY));
        for (int time = allowed.next(0); time != PeriodsOfDay.NONE; time = allowed.next(time + 1)) {
            if (Math.floorMod(time - first, divisor) == 0) {
                return true;
            }
        }
        return false;
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    @Override
    public @Nullable LocalDateTime next() {
        if (index == offsets.length && !nextPeriod()) {
            return null;
        }
        int ofDay = (int) Math.floorMod(begin, (long) SECONDS_A_DAY) + offsets[index++];
        return LocalDateTime.of(date, LocalTime.ofSecondOfDay(ofDay));
    }

    /** Goes on to the next period that the rule does not exclude; false when there is none any more. */
    private boolean nextPeriod() {
        while (period <= last && meter.spend(1)) {
            long wanted = nextAllowed(period);
            if (wanted == period) {
                enter(period);
                period += step;
                return true;
            }
            if (wanted > last) {
                break;
            }
            period += ((wanted - period - 1) / step + 1) * step;
        }
        period = Long.MAX_VALUE;
        return false;
    }

    private void enter(long second) {
        begin = second;
        index = 0;
        date = days.date(Math.floorDiv(second, SECONDS_A_DAY));
    }

    /** The first period from this one on that the rule does not exclude; beyond the end when there is none. */
    private long nextAllowed(long from) {
        long today = Math.floorDiv(from, SECONDS_A_DAY);
        long day = days.next(today, Math.floorDiv(last, SECONDS_A_DAY) + 1);
        if (day == DayCursor.NONE) {
            return Long.MAX_VALUE;
        }
        long midnight = day * SECONDS_A_DAY;
        int next = allowed.next(day == today ? (int) (from - midnight) : 0);
        return midnight + (next == PeriodsOfDay.NONE ? SECONDS_A_DAY : next);
    }
}
