package io.github.saleskit.core.calendar;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;

/** Which times within a day, hour or minute a recurrence rule names, completed by the start where it leaves it open. */
final class TimeSelection {

    private TimeSelection() {}

    /** The times of a day, in order, for a rule by days or longer. */
    static LocalTime[] timesOfDay(Recurrence rule, LocalTime start) {
        int[] minutes = join(named(rule.hours(), start.getHour()), named(rule.minutes(), start.getMinute()));
        int[] seconds = join(minutes, named(secondsOf(rule), start.getSecond()));
        LocalTime[] times = new LocalTime[seconds.length];
        Arrays.setAll(times, i -> LocalTime.ofSecondOfDay(seconds[i]));
        return times;
    }

    /** The seconds within an hour, minute or second, in order. */
    static int[] secondsOfPeriod(Recurrence rule, LocalTime start) {
        int[] seconds = named(secondsOf(rule), start.getSecond());
        return switch (rule.frequency()) {
            case HOURLY -> join(named(rule.minutes(), start.getMinute()), seconds);
            case MINUTELY -> seconds;
            default -> new int[] {0};
        };
    }

    /** Second 60 is a leap second, which the clock here does not have. */
    static List<Integer> secondsOf(Recurrence rule) {
        boolean asTheyAre =
                rule.seconds().isEmpty() || rule.seconds().get(rule.seconds().size() - 1) < 60;
        return asTheyAre
                ? rule.seconds()
                : rule.seconds().stream()
                        .map(second -> Math.min(second, 59))
                        .distinct()
                        .toList();
    }

    private static int[] named(List<Integer> numbers, int otherwise) {
        return numbers.isEmpty()
                ? new int[] {otherwise}
                : numbers.stream().mapToInt(number -> number).toArray();
    }

    /** Every one of the longer units with every one of the sixtieths. */
    private static int[] join(int[] longer, int[] sixtieths) {
        int[] joined = new int[longer.length * sixtieths.length];
        for (int i = 0; i < joined.length; i++) {
            joined[i] = longer[i / sixtieths.length] * 60 + sixtieths[i % sixtieths.length];
        }
        return joined;
    }
}
