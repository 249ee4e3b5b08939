package io.github.saleskit.core.calendar;

import io.github.saleskit.core.definition.WorkMeter;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The hours, minutes or seconds of a rule.
 *
 * <p>A period is named by its first second. What a rule excludes is leapt over: whole days, and the periods of a day up
 * to the next that is allowed.
 */
final class ShortPeriods implements Occurrences<LocalDateTime> {

    private static final int SECONDS_A_DAY = (int) DayHours.SECONDS_A_DAY;

    /** Seconds from one period that counts to the next. */
    private final long step;

    private final long lastDay;
    private final PeriodsOfDay allowed;
    /** What is added to the first second of each period. */
    private final int[] offsets;

    private final DayCursor days;
    private final WorkMeter meter;
    /** The next period: its day, counted from 1970-01-01, and its second of that day. */
    private long day;

    private int time;
    /** The first day from that of the next period on that the rule does not exclude, as far as it was looked for. */
    private long allowedDay = Long.MIN_VALUE;

    /** The period at hand: its date, its second of the day, and the offset that comes next. */
    private long dateDay;

    private LocalDate date;
    private int begin;
    private int index;

    ShortPeriods(Recurrence rule, LocalDateTime start, LocalDateTime last, WorkMeter meter) {
        int length = rule.frequency().seconds();
        this.step = (long) length * rule.interval();
        this.lastDay = last.toLocalDate().toEpochDay();
        this.allowed = new PeriodsOfDay(rule);
        this.days = new DayCursor(new DaySelection(rule, start.toLocalDate()), meter);
        this.meter = meter;
        this.offsets = picked(rule, TimeSelection.secondsOfPeriod(rule, start.toLocalTime()));
        this.index = offsets.length;
        this.date = start.toLocalDate();
        this.dateDay = date.toEpochDay();
        int second = start.toLocalTime().toSecondOfDay();
        this.time = second - second % length;
        this.day = offsets.length > 0 && isReachable(dateDay * SECONDS_A_DAY + time) ? dateDay : Long.MAX_VALUE;
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
        return LocalDateTime.of(date, LocalTime.ofSecondOfDay(begin + offsets[index++]));
    }

    /** Goes on to the next period that the rule does not exclude; false when there is none any more. */
    private boolean nextPeriod() {
        while (day <= lastDay && meter.spend(1)) {
            if (allowedDay < day) {
                allowedDay = days.next(day, lastDay + 1);
            }
            if (allowedDay == DayCursor.NONE) {
                break;
            }
            int wanted = allowed.next(allowedDay == day ? time : 0);
            if (allowedDay == day && wanted == time) {
                enter();
                leap(step);
                return true;
            }
            long distance = (allowedDay - day) * SECONDS_A_DAY + (wanted == PeriodsOfDay.NONE ? SECONDS_A_DAY : wanted);
            leap(((distance - time - 1) / step + 1) * step);
        }
        day = Long.MAX_VALUE;
        return false;
    }

    private void enter() {
        if (dateDay != day) {
            dateDay = day;
            date = days.date(day);
        }
        begin = time;
        index = 0;
    }

    private void leap(long seconds) {
        long then = time + seconds;
        day += then / SECONDS_A_DAY;
        time = (int) (then % SECONDS_A_DAY);
    }
}
