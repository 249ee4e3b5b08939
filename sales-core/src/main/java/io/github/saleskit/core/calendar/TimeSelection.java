package io.github.saleskit.core.calendar;

import java.time.LocalTime;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Which times of day a recurrence rule names, completed by the start where it leaves something open. */
final class TimeSelection {

    private static final int SECONDS_A_DAY = 86_400;
    private static final int SECONDS_AN_HOUR = 3_600;

    private TimeSelection() {}

    /** The seconds of a day, in order, for a rule by days or longer. */
    static int[] secondsOfDay(Recurrence rule, LocalTime start) {
        IntPredicate hour = named(rule.hours(), start.getHour());
        IntPredicate minute = named(rule.minutes(), start.getMinute());
        IntPredicate second = named(secondsOf(rule), start.getSecond());
        return select(
                SECONDS_A_DAY,
                at -> hour.test(at / SECONDS_AN_HOUR) && minute.test(at / 60 % 60) && second.test(at % 60));
    }

    /** The seconds within an hour, minute or second, in order. */
    static int[] secondsOfPeriod(Recurrence rule, LocalTime start) {
        IntPredicate minute = named(rule.minutes(), start.getMinute());
        IntPredicate second = named(secondsOf(rule), start.getSecond());
        return switch (rule.frequency()) {
            case HOURLY -> select(SECONDS_AN_HOUR, at -> minute.test(at / 60) && second.test(at % 60));
            case MINUTELY -> select(60, second);
            default -> new int[] {0};
        };
    }

    /** The hours, minutes or seconds of a day which a rule by them does not exclude, in order. */
    static int[] periodsOfDay(Recurrence rule) {
        IntPredicate hour = allowed(rule.hours());
        IntPredicate minute = allowed(rule.minutes());
        IntPredicate second = allowed(secondsOf(rule));
        return switch (rule.frequency()) {
            case HOURLY -> select(24, hour);
            case MINUTELY -> select(1_440, at -> hour.test(at / 60) && minute.test(at % 60));
            default ->
                select(
                        SECONDS_A_DAY,
                        at -> hour.test(at / SECONDS_AN_HOUR) && minute.test(at / 60 % 60) && second.test(at % 60));
        };
    }

    /** Second 60 is a leap second, which the clock here does not have. */
    private static List<Integer> secondsOf(Recurrence rule) {
        return rule.seconds().stream()
                .map(second -> Math.min(second, 59))
                .distinct()
                .toList();
    }

    private static IntPredicate named(List<Integer> numbers, int otherwise) {
        return numbers.isEmpty() ? number -> number == otherwise : allowed(numbers);
    }

    private static IntPredicate allowed(List<Integer> numbers) {
        boolean[] in = new boolean[60];
        numbers.forEach(number -> in[number] = true);
        return number -> numbers.isEmpty() || in[number];
    }

    private static int[] select(int size, IntPredicate wanted) {
        return IntStream.range(0, size).filter(wanted).toArray();
    }
}
