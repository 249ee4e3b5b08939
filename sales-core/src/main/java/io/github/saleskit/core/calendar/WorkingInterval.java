package io.github.saleskit.core.calendar;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/**
 * A stretch of a day in which work is done, as the clock on the wall shows it: {@code 09:00-12:00}.
 *
 * <p>The start belongs to it, the end does not. An end at or before the start lies on the next day, so
 * {@code 22:00-06:00} is a night shift; {@link LocalTime#MIDNIGHT} as the end is the end of the same day and is written
 * {@code 24:00}. So {@code 00:00-24:00} is a whole day, and no interval is longer. Start and end are whole seconds.
 *
 * <p>In JSON it is the text of {@link #toString()}. Immutable and thread-safe.
 *
 * @param start when work begins
 * @param end when work ends; {@link LocalTime#MIDNIGHT} for 24:00
 */
public record WorkingInterval(LocalTime start, LocalTime end) {

    private static final int SECONDS_A_DAY = 86_400;

    public WorkingInterval {
        requireWholeSeconds("start", start);
        requireWholeSeconds("end", end);
        if (start.equals(end) && !end.equals(LocalTime.MIDNIGHT)) {
            throw new IllegalArgumentException("end is " + end + ", the same as start.\n"
                    + "Maybe \"00:00-24:00\" for a whole day, or no interval at all?");
        }
    }

    private static void requireWholeSeconds(String name, LocalTime time) {
        if (!requireNonNull(time, name).equals(time.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException(name + " is " + time + ", but must be a whole second.");
        }
    }

    /** An interval from start to end; an end at or before the start lies on the next day. */
    public static WorkingInterval of(LocalTime start, LocalTime end) {
        return new WorkingInterval(start, end);
    }

    /**
     * Reads an interval such as {@code 09:00-17:30}, {@code 18:00-24:00} or {@code 22:00:30-06:00}; the inverse of
     * {@link #toString()}.
     *
     * @throws IllegalArgumentException when the text is none
     */
    @JsonCreator
    public static WorkingInterval parse(String text) {
        int dash = text.indexOf('-');
        if (dash < 0) {
            throw notAnInterval(text, "");
        }
        try {
            String end = text.substring(dash + 1).strip();
            return new WorkingInterval(
                    LocalTime.parse(text.substring(0, dash).strip()),
                    end.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(end));
        } catch (DateTimeParseException e) {
            throw notAnInterval(text, " (" + e.getParsedString() + " is no time of day)");
        }
    }

    private static IllegalArgumentException notAnInterval(String text, String why) {
        return new IllegalArgumentException(
                "\"" + text + "\" is no working interval" + why + ".\nMaybe \"09:00-17:30\" is the form you want?");
    }

    /** Whether it ends on the day after the one it starts on; an end at 24:00 is on the same day. */
    public boolean crossesMidnight() {
        return !end.equals(LocalTime.MIDNIGHT) && end.isBefore(start);
    }

    /** Seconds from the midnight before the start to the start. */
    int startSecond() {
        return start.toSecondOfDay();
    }

    /** Seconds from the midnight before the start to the end: above 86,400 when it crosses midnight. */
    int endSecond() {
        int end = this.end.toSecondOfDay();
        return end <= startSecond() ? end + SECONDS_A_DAY : end;
    }

    /** For example {@code 09:00-17:30} or {@code 18:00-24:00}. */
    @JsonValue
    @Override
    public String toString() {
        return start + "-" + (end.equals(LocalTime.MIDNIGHT) ? "24:00" : end.toString());
    }
}
