package io.github.saleskit.forecast.series;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One calendar year, quarter, month, week or day, or one numbered step.
 *
 * <p>As text and in JSON: {@code 2026}, {@code 2026-Q4}, {@code 2026-11}, {@code 2026-W48}, {@code 2026-11-23},
 * {@code #17}; {@link #parse} reads what {@link #toString} writes. Years run from 1 to 9999, steps from minus to plus
 * 10<sup>12</sup>.
 *
 * <p>Immutable and thread-safe.
 */
public final class TimePeriod implements Comparable<TimePeriod> {

    private static final long FARTHEST_STEP = 1_000_000_000_000L;
    private static final int DAYS_OF_A_WEEK = 7;
    /** The Monday from which weeks are counted. */
    private static final LocalDate FIRST_MONDAY = LocalDate.of(1, 1, 1);

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final Pattern TEXT = Pattern.compile(
            "(?<year>\\d{4})(?:-(?:Q(?<quarter>[1-4])|W(?<week>\\d\\d)|(?<month>\\d\\d)(?:-(?<day>\\d\\d))?))?"
                    + "|#(?<step>-?\\d{1,13})");

    private final Granularity granularity;
    /**
     * Years, quarters, months since year 0, weeks since {@link #FIRST_MONDAY}, days since 1970, or the number of the
     * step.
     */
    private final long number;

    private TimePeriod(Granularity granularity, long number) {
        this.granularity = granularity;
        this.number = number;
        if (granularity == Granularity.STEP) {
            if (number < -FARTHEST_STEP || number > FARTHEST_STEP) {
                throw new IllegalArgumentException("step is " + number + ", but must be from -10^12 to 10^12.");
            }
        } else {
            requireInCalendar();
        }
    }

    private void requireInCalendar() {
        boolean inside;
        try {
            inside = !firstDay().isBefore(FIRST_DAY) && !firstDay().isAfter(LAST_DAY);
        } catch (DateTimeException | ArithmeticException e) {
            inside = false;
        }
        if (!inside) {
            throw new IllegalArgumentException(
                    "a " + granularity.name().toLowerCase(Locale.ROOT) + " lies outside of the years 1 to 9999.");
        }
    }

    /** A calendar year. */
    public static TimePeriod year(int year) {
        return new TimePeriod(Granularity.YEAR, year);
    }

    /**
     * A calendar quarter.
     *
     * @param quarter from 1 to 4
     */
    public static TimePeriod quarter(int year, int quarter) {
        requireWithin("quarter", quarter, 4);
        return new TimePeriod(Granularity.QUARTER, year * 4L + quarter - 1);
    }

    /**
     * A calendar month.
     *
     * @param month from 1 to 12
     */
    public static TimePeriod month(int year, int month) {
        requireWithin("month", month, 12);
        return new TimePeriod(Granularity.MONTH, year * 12L + month - 1);
    }

    /** A numbered step. */
    public static TimePeriod step(long number) {
        return new TimePeriod(Granularity.STEP, number);
    }

    /**
     * The year, quarter, month, week or day in which a day lies.
     *
     * @param granularity any but {@link Granularity#STEP}
     */
    public static TimePeriod of(Granularity granularity, LocalDate day) {
        return switch (granularity) {
            case YEAR -> year(day.getYear());
            case QUARTER -> quarter(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
            case MONTH -> month(day.getYear(), day.getMonthValue());
            case WEEK ->
                new TimePeriod(
                        granularity, Math.floorDiv(day.toEpochDay() - FIRST_MONDAY.toEpochDay(), DAYS_OF_A_WEEK));
            case DAY -> new TimePeriod(granularity, day.toEpochDay());
            case STEP ->
                throw new IllegalArgumentException(
                        "granularity is STEP, but numbered steps have no days.\nMaybe TimePeriod.step(0)?");
        };
    }

    private static void requireWithin(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(name + " is " + value + ", but must be from 1 to " + most + ".");
        }
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException when it is something else, or no day of the calendar
     */
    @JsonCreator
    public static TimePeriod parse(String text) {
        Matcher matcher = TEXT.matcher(requireNonNull(text, "text"));
        if (!matcher.matches()) {
            throw unreadable(text, null);
        }
        try {
            return matcher.group("step") != null ? step(Long.parseLong(matcher.group("step"))) : calendar(matcher);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw unreadable(text, e);
        }
    }

    private static IllegalArgumentException unreadable(String text, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "period is \"" + text + "\", but must be like 2026, 2026-Q4, 2026-11, 2026-W48, 2026-11-23 or #17"
                        + (cause == null ? "." : ": " + cause.getMessage()),
                cause);
    }

    private static TimePeriod calendar(Matcher matcher) {
        int year = Integer.parseInt(matcher.group("year"));
        if (matcher.group("quarter") != null) {
            return quarter(year, Integer.parseInt(matcher.group("quarter")));
        }
        if (matcher.group("week") != null) {
            return week(year, Integer.parseInt(matcher.group("week")));
        }
        if (matcher.group("month") == null) {
            return year(year);
        }
        int month = Integer.parseInt(matcher.group("month"));
        return matcher.group("day") == null
                ? month(year, month)
                : of(Granularity.DAY, LocalDate.of(year, month, Integer.parseInt(matcher.group("day"))));
    }

    /**
     * A week of the ISO calendar.
     *
     * @param weekYear the year in which its Thursday lies
     * @param week from 1 to 52 or 53
     */
    public static TimePeriod week(int weekYear, int week) {
        TimePeriod first = of(Granularity.WEEK, LocalDate.of(weekYear, 1, 4));
        TimePeriod found = new TimePeriod(Granularity.WEEK, first.number + week - 1);
        if (week < 1 || found.firstDay().get(IsoFields.WEEK_BASED_YEAR) != weekYear) {
            throw new IllegalArgumentException("week is " + week + ", but " + weekYear + " has the weeks 1 to "
                    + IsoFields.WEEK_OF_WEEK_BASED_YEAR
                            .rangeRefinedBy(LocalDate.of(weekYear, 1, 4))
                            .getMaximum() + ".");
        }
        return found;
    }

    /** What kind of period this is. */
    public Granularity granularity() {
        return granularity;
    }

    /** The period so many periods later, or earlier when negative. */
    public TimePeriod plus(long periods) {
        return new TimePeriod(granularity, Math.addExact(number, periods));
    }

    /**
     * How many periods later the other one is; negative when it is earlier.
     *
     * @throws IllegalArgumentException when the other is of another granularity
     */
    public long until(TimePeriod other) {
        requireSame(other);
        return other.number - number;
    }

    private void requireSame(TimePeriod other) {
        if (other.granularity != granularity) {
            throw new IllegalArgumentException("period is " + other + ", but must be a "
                    + granularity.name().toLowerCase(Locale.ROOT) + " like " + this + ".");
        }
    }

    /**
     * Its first day.
     *
     * @throws IllegalArgumentException for a numbered step, which has no days
     */
    public LocalDate firstDay() {
        return switch (granularity) {
            case YEAR -> LocalDate.of(Math.toIntExact(number), 1, 1);
            case QUARTER -> firstOfMonth(number * 3);
            case MONTH -> firstOfMonth(number);
            case WEEK -> FIRST_MONDAY.plusWeeks(number);
            case DAY -> LocalDate.ofEpochDay(number);
            case STEP -> throw new IllegalArgumentException("period is " + this + ", but numbered steps have no days.");
        };
    }

    private static LocalDate firstOfMonth(long months) {
        return LocalDate.of(Math.toIntExact(Math.floorDiv(months, 12L)), Math.floorMod(months, 12) + 1, 1);
    }

    /**
     * Its first and last day.
     *
     * @throws IllegalArgumentException for a numbered step, which has no days
     */
    public DateRange days() {
        LocalDate first = firstDay();
        LocalDate last = switch (granularity) {
            case YEAR -> first.with(TemporalAdjusters.lastDayOfYear());
            case QUARTER -> first.plusMonths(3).minusDays(1);
            case MONTH -> first.with(TemporalAdjusters.lastDayOfMonth());
            case WEEK -> first.with(DayOfWeek.SUNDAY);
            case DAY, STEP -> first;
        };
        return new DateRange(first, last);
    }

    /** Earlier before later; periods of different granularity cannot be compared. */
    @Override
    public int compareTo(TimePeriod other) {
        requireSame(other);
        return Long.compare(number, other.number);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TimePeriod period && period.granularity == granularity && period.number == number;
    }

    @Override
    public int hashCode() {
        return 31 * granularity.name().hashCode() + Long.hashCode(number);
    }

    /** As in {@code 2026-11}; see the head of this class. */
    @Override
    @JsonValue
    public String toString() {
        if (granularity == Granularity.STEP) {
            return "#" + number;
        }
        LocalDate first = firstDay();
        return switch (granularity) {
            case YEAR -> String.format(Locale.ROOT, "%04d", first.getYear());
            case QUARTER ->
                String.format(Locale.ROOT, "%04d-Q%d", first.getYear(), first.get(IsoFields.QUARTER_OF_YEAR));
            case MONTH -> String.format(Locale.ROOT, "%04d-%02d", first.getYear(), first.getMonthValue());
            case WEEK ->
                String.format(
                        Locale.ROOT,
                        "%04d-W%02d",
                        first.get(IsoFields.WEEK_BASED_YEAR),
                        first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case DAY, STEP -> first.toString();
        };
    }
}
