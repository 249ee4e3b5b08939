package io.github.saleskit.core.calendar;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/**
 * A weekday, either all of them or the n-th of a month or year, as a recurrence rule names it: {@code FR}, {@code 2TU},
 * {@code -1FR}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param ordinal 0 for every such day; 1 to 53 for the first, second, ...; -1 to -53 for the last, last but one, ...
 * @param day the weekday
 */
public record WeekdayOrdinal(int ordinal, DayOfWeek day) {

    private static final int MOST = 53;

    public WeekdayOrdinal {
        requireNonNull(day, "day");
        if (ordinal < -MOST || ordinal > MOST) {
            throw new IllegalArgumentException("ordinal is " + ordinal + ", but must be from -53 to 53.");
        }
    }

    /** Every such weekday. */
    public static WeekdayOrdinal every(DayOfWeek day) {
        return new WeekdayOrdinal(0, day);
    }

    /** The n-th such weekday; from the end when negative. */
    public static WeekdayOrdinal nth(int n, DayOfWeek day) {
        if (n == 0) {
            throw new IllegalArgumentException("n is 0, but the first is 1 and the last is -1.");
        }
        return new WeekdayOrdinal(n, day);
    }

    /** The weekday of two letters, such as {@code MO}; null when there is none. */
    static @Nullable DayOfWeek weekday(String code) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (code(day).equals(code)) {
                return day;
            }
        }
        return null;
    }

    static String code(DayOfWeek day) {
        return day.name().substring(0, 2);
    }

    /** For example {@code FR} or {@code -1FR}. */
    @Override
    public String toString() {
        return (ordinal == 0 ? "" : ordinal) + code(day);
    }
}
