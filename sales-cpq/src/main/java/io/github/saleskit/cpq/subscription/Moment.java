package io.github.saleskit.cpq.subscription;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;

/**
 * A day, and a time of that day where it matters: {@code 2026-01-15} or {@code 2026-01-15T10:30}.
 *
 * <p>What begins on a day without a time begins with the day. The time matters only where {@link Proration#SECONDS} are
 * counted. In JSON a text.
 *
 * <p>Immutable and thread-safe.
 *
 * @param day the day
 * @param time of the day; midnight where only the day matters
 */
public record Moment(LocalDate day, LocalTime time) implements Comparable<Moment> {

    public Moment {
        requireNonNull(day, "day");
        requireNonNull(time, "time");
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new IllegalArgumentException("day is " + day + ", but its year must be from 1 to 9999.");
        }
    }

    /** The beginning of a day. */
    public static Moment of(LocalDate day) {
        return new Moment(day, LocalTime.MIDNIGHT);
    }

    /** A time of a day. */
    public static Moment of(LocalDateTime time) {
        return new Moment(time.toLocalDate(), time.toLocalTime());
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException when it is neither a day nor a time of a day
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Moment parse(String text) {
        try {
            return text.indexOf('T') < 0 ? of(LocalDate.parse(text)) : of(LocalDateTime.parse(text));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "text is \"" + text
                            + "\", but must be a day such as 2026-01-15 or a time such as 2026-01-15T10:30.",
                    e);
        }
    }

    /** Whether it comes before another. */
    public boolean isBefore(Moment other) {
        return compareTo(other) < 0;
    }

    /** Whether it comes after another. */
    public boolean isAfter(Moment other) {
        return compareTo(other) > 0;
    }

    LocalDateTime dateTime() {
        return day.atTime(time);
    }

    static Moment earlier(Moment a, Moment b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    static Moment later(Moment a, Moment b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    @Override
    public int compareTo(Moment other) {
        return dateTime().compareTo(other.dateTime());
    }

    /** The day alone at midnight, else day and time. */
    @Override
    @JsonValue
    public String toString() {
        return time.equals(LocalTime.MIDNIGHT) ? day.toString() : dateTime().toString();
    }
}
