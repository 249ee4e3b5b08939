package io.github.saleskit.core.calendar;

import java.util.List;

/**
 * Which hours, minutes or seconds of a day a rule by them does not exclude.
 *
 * <p>Immutable and thread-safe.
 */
final class PeriodsOfDay {

    /** No further period. */
    static final int NONE = -1;

    private static final long FIRST_ONLY = 1;

    /** A bit each. */
    private final long hours;

    private final long minutes;
    private final long seconds;

    PeriodsOfDay(Recurrence rule) {
        Frequency frequency = rule.frequency();
        this.hours = bits(rule.hours(), 24);
        this.minutes = frequency == Frequency.HOURLY ? FIRST_ONLY : bits(rule.minutes(), 60);
        this.seconds = frequency == Frequency.SECONDLY ? bits(TimeSelection.secondsOf(rule), 60) : FIRST_ONLY;
    }

    private static long bits(List<Integer> numbers, int otherwiseAll) {
        return numbers.isEmpty()
                ? -1L >>> (Long.SIZE - otherwiseAll)
                : numbers.stream().mapToLong(number -> 1L << number).reduce(0, (a, b) -> a | b);
    }

    /** The first second of the first period that is not excluded, from a second of the day on. */
    int next(int time) {
        int hour = time / 3_600;
        int minute = time / 60 % 60;
        if (hour >= 24) {
            return NONE;
        }
        if (firstFrom(hours, hour) == hour) {
            int second = firstFrom(minutes, minute) == minute ? firstFrom(seconds, time % 60) : NONE;
            if (second != NONE) {
                return second(hour, minute, second);
            }
            int later = firstFrom(minutes, minute + 1);
            if (later != NONE) {
                return second(hour, later, firstFrom(seconds, 0));
            }
        }
        int later = firstFrom(hours, hour + 1);
        return later == NONE ? NONE : second(later, firstFrom(minutes, 0), firstFrom(seconds, 0));
    }

    private int second(int hour, int minute, int second) {
        return hour * 3_600 + minute * 60 + second;
    }

    private static int firstFrom(long bits, int from) {
        long rest = bits >>> from;
        return rest == 0 ? NONE : from + Long.numberOfTrailingZeros(rest);
    }
}
