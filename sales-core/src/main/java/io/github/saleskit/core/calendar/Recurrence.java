package io.github.saleskit.core.calendar;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.saleskit.core.definition.WorkMeter;
import io.github.saleskit.core.internal.ValueStyle;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * A rule by which something happens again and again: RFC 5545, section 3.3.10.
 *
 * <pre>{@code
 * Recurrence lastFriday = Recurrence.parse("FREQ=MONTHLY;BYDAY=-1FR");
 * lastFriday.occurrences(LocalDateTime.parse("2026-11-23T09:00")).limit(2).toList();
 * // 2026-11-27T09:00, 2026-12-25T09:00
 * }</pre>
 *
 * <p><b>What an occurrence is.</b> Time is cut into periods of the frequency: calendar years, months, weeks from
 * {@code weekStart}, days, hours, minutes, seconds. The period of the start is the first, and every {@code interval}-th
 * counts. An occurrence is a second of such a period, not before the start, that fulfils every BY part; where neither a
 * BY part nor a shorter frequency says the month, day, weekday, hour, minute or second, it is that of the start, and
 * days that do not exist (31 April) are left out. {@code BYSETPOS} then picks from each period. The start itself is an
 * occurrence only if it fulfils the rule.
 *
 * <p>A weekday's ordinal counts in the month when the frequency is monthly or {@code BYMONTH} is given, else in the
 * year; with other frequencies the standard forbids ordinals, and they are disregarded. Other parts that the standard
 * forbids for a frequency (a week number in a monthly rule) limit like any. A week number belongs to a day by ISO 8601
 * with {@code weekStart} as first day, so week 1 may hold days of December; a date counts to the period of its calendar
 * year. Second 60 is read as 59.
 *
 * <p>In JSON and as text it is the rule of the standard; equal rules are written equally: parts in one order, numbers
 * sorted, what is the default left out. Immutable and thread-safe.
 *
 * @param frequency the period
 * @param interval every how many-th period counts, at least 1
 * @param count how many occurrences there are at most; not together with {@code until}
 * @param until the last moment for an occurrence
 * @param months BYMONTH, 1 to 12
 * @param weekNumbers BYWEEKNO, 1 to 53, or from -1 counted from the end of the year
 * @param yearDays BYYEARDAY, 1 to 366, or from -1
 * @param monthDays BYMONTHDAY, 1 to 31, or from -1
 * @param weekdays BYDAY
 * @param hours BYHOUR, 0 to 23
 * @param minutes BYMINUTE, 0 to 59
 * @param seconds BYSECOND, 0 to 60
 * @param positions BYSETPOS, 1 to 366, or from -1; only together with another BY part
 * @param weekStart WKST, the first day of the week, by default Monday
 */
@ValueStyle
@Value.Builder
public record Recurrence(
        Frequency frequency,
        int interval,
        OptionalInt count,
        Optional<Until> until,
        List<Integer> months,
        List<Integer> weekNumbers,
        List<Integer> yearDays,
        List<Integer> monthDays,
        List<WeekdayOrdinal> weekdays,
        List<Integer> hours,
        List<Integer> minutes,
        List<Integer> seconds,
        List<Integer> positions,
        DayOfWeek weekStart)
        implements WithRecurrence {

    public Recurrence {
        requireNonNull(frequency, "frequency");
        requireNonNull(weekStart, "weekStart");
        RulePart.INTERVAL.copy(List.of(interval));
        count.ifPresent(n -> RulePart.COUNT.copy(List.of(n)));
        months = RulePart.BYMONTH.copy(months);
        weekNumbers = RulePart.BYWEEKNO.copy(weekNumbers);
        yearDays = RulePart.BYYEARDAY.copy(yearDays);
        monthDays = RulePart.BYMONTHDAY.copy(monthDays);
        weekdays = weekdays.stream()
                .distinct()
                .sorted(Comparator.comparingInt(WeekdayOrdinal::ordinal).thenComparing(WeekdayOrdinal::day))
                .toList();
        hours = RulePart.BYHOUR.copy(hours);
        minutes = RulePart.BYMINUTE.copy(minutes);
        seconds = RulePart.BYSECOND.copy(seconds);
        positions = RulePart.BYSETPOS.copy(positions);
        if (count.isPresent() && until.isPresent()) {
            throw new IllegalArgumentException("COUNT and UNTIL are both given.\nMaybe leave one of them out?");
        }
        boolean picksFromNothing = months.isEmpty()
                && weekNumbers.isEmpty()
                && yearDays.isEmpty()
                && monthDays.isEmpty()
                && weekdays.isEmpty()
                && hours.isEmpty()
                && minutes.isEmpty()
                && seconds.isEmpty();
        if (!positions.isEmpty() && picksFromNothing) {
            throw new IllegalArgumentException("BYSETPOS is given, but no other BY part from which it could pick.");
        }
    }

    /**
     * Every period of a frequency; the {@code with...} methods say the rest:
     *
     * <pre>{@code
     * Recurrence.every(Frequency.MONTHLY).withWeekdays(WeekdayOrdinal.nth(-1, DayOfWeek.FRIDAY)).withCount(12)
     * }</pre>
     */
    public static Recurrence every(Frequency frequency) {
        return new RecurrenceBuilder()
                .frequency(frequency)
                .interval(1)
                .weekStart(DayOfWeek.MONDAY)
                .build();
    }

    /**
     * Reads a rule such as {@code FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE}; the inverse of {@link #toString()}.
     *
     * <p>Upper and lower case are the same, the parts may come in any order, and {@code RRULE:} may stand before them,
     * a semicolon after them.
     *
     * @throws io.github.saleskit.core.definition.DefinitionException with every problem of the rule, each with the
     *     position of its character, counted from 1
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Recurrence parse(String rule) {
        return new RecurrenceParser(rule).parse();
    }

    /**
     * The occurrences in order, computed while they are asked for; see {@link #occurrences(LocalDateTime, WorkMeter)}.
     */
    public Stream<LocalDateTime> occurrences(LocalDateTime start) {
        return occurrences(start, WorkMeter.unlimited());
    }

    /**
     * The occurrences in order on a clock that nobody changes, computed while they are asked for.
     *
     * <p>They end with {@code count}, with {@code until}, and at the latest with the year 9999, also for a rule that
     * never matches. Fractions of a second of the start are dropped. An {@code until} in UTC is compared as if the
     * start were in UTC.
     *
     * @param start from when on, and what the rule leaves open; not before the year 1
     * @param meter ends the stream early when it has no units left ({@link WorkMeter#stopped()} tells); a unit is a
     *     month, or a time of a frequency below a day, that was looked at. A rule without limits costs at most a few
     *     million units between two occurrences
     */
    public Stream<LocalDateTime> occurrences(LocalDateTime start, WorkMeter meter) {
        LocalDateTime last = until.map(Until::lastMoment).orElse(LocalDateTime.MAX);
        return new LocalOccurrences(this, start, last, meter).stream();
    }

    /** The occurrences in order in a time zone; see {@link #occurrences(ZonedDateTime, WorkMeter)}. */
    public Stream<ZonedDateTime> occurrences(ZonedDateTime start) {
        return occurrences(start, WorkMeter.unlimited());
    }

    /**
     * The occurrences in order in a time zone, computed while they are asked for.
     *
     * <p>The rule is worked out on the clock on the wall, {@code count} included, and each time is then found in the
     * zone. A time that the clock skips is moved later by the length of the gap (02:30 becomes 03:30), so that a daily
     * rule does not lose a day; a time that the clock shows twice is the first of the two, unless only the second is
     * not before the start. Where two occurrences become the same instant, it is one. (RFC 5545 asks in one place to
     * move such times and in another to leave them out.) Whoever wants elapsed hours instead starts in UTC.
     *
     * @param start from when on, in which zone, and what the rule leaves open
     * @param meter as for {@link #occurrences(LocalDateTime, WorkMeter)}
     */
    public Stream<ZonedDateTime> occurrences(ZonedDateTime start, WorkMeter meter) {
        return new ZonedOccurrences(this, start, meter).stream();
    }

    /** The rule as RFC 5545 writes it. */
    @JsonValue
    @Override
    public String toString() {
        return RecurrenceText.of(this);
    }
}
