package io.github.saleskit.core.calendar;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * The last moment at which a recurrence rule may still have an occurrence (RFC 5545, UNTIL).
 *
 * <p>Immutable and thread-safe.
 *
 * @param kind what the moment is given as
 * @param moment the moment, a whole second, in UTC if the kind is {@link Kind#UTC}; midnight of the date if it is
 *     {@link Kind#DATE}
 */
public record Until(Kind kind, LocalDateTime moment) {

    /** What the end is given as. Closed for ever, as the standard is. */
    public enum Kind {
        /** A date, which belongs to the rule as a whole: {@code 20261231}. */
        DATE,
        /** A time on the clock on the wall: {@code 20261231T235959}. */
        LOCAL,
        /** An instant: {@code 20261231T145959Z}. */
        UTC
    }

    private static final DateTimeFormatter DATE = format("uuuuMMdd");
    private static final DateTimeFormatter TIME = format("uuuuMMdd'T'HHmmss");

    public Until {
        requireNonNull(kind, "kind");
        moment = kind == Kind.DATE ? moment.toLocalDate().atStartOfDay() : moment.truncatedTo(ChronoUnit.SECONDS);
        if (moment.getYear() < 1 || moment.getYear() > 9999) {
            throw new IllegalArgumentException("moment is " + moment + ", but its year must be from 1 to 9999.");
        }
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /** Until the end of a date. */
    public static Until date(LocalDate date) {
        return new Until(Kind.DATE, date.atStartOfDay());
    }

    /** Until a time on the clock on the wall, included. */
    public static Until local(LocalDateTime time) {
        return new Until(Kind.LOCAL, time);
    }

    /** Until an instant, included. */
    public static Until instant(Instant instant) {
        return new Until(Kind.UTC, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    /**
     * Reads {@code 20261231}, {@code 20261231T235959} or {@code 20261231T145959Z}; the inverse of {@link #toString()}.
     *
     * @throws IllegalArgumentException when the text is none
     */
    public static Until parse(String text) {
        try {
            if (text.indexOf('T') < 0) {
                return date(LocalDate.parse(text, DATE));
            }
            return text.endsWith("Z")
                    ? new Until(Kind.UTC, LocalDateTime.parse(text.substring(0, text.length() - 1), TIME))
                    : local(LocalDateTime.parse(text, TIME));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no date or time.\n"
                            + "Maybe 20261231, 20261231T235959 or 20261231T235959Z is the form you want?",
                    e);
        }
    }

    /** The last moment on the clock, the whole of a date included. */
    LocalDateTime lastMoment() {
        return kind == Kind.DATE ? moment.with(LocalTime.MAX) : moment;
    }

    /** For example {@code 20261231T145959Z}. */
    @Override
    public String toString() {
        return switch (kind) {
            case DATE -> DATE.format(moment);
            case LOCAL -> TIME.format(moment);
            case UTC -> TIME.format(moment) + "Z";
        };
    }
}
