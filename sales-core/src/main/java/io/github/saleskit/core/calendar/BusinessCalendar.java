package io.github.saleskit.core.calendar;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Adds and measures working time and business days.
 *
 * <pre>{@code
 * BusinessHours hours = BusinessHours.mondayToFriday("Tokyo", ZoneId.of("Asia/Tokyo"), "09:00-12:00", "13:00-18:00");
 * BusinessCalendar calendar = BusinessCalendar.compile(hours, HolidayCalendar.none());
 * Instant due = calendar.plus(received, Duration.ofHours(8));
 * LocalDate deadline = calendar.plusBusinessDays(LocalDate.of(2026, 11, 23), 5);
 * }</pre>
 *
 * <p><b>What working time is.</b> Each interval belongs to the date on which it starts. A date has the hours of its
 * special day if it is one, else none if it is a holiday, else those of its weekday; so the early hours of a night
 * shift are worked also when they lie on a holiday. Intervals that overlap count once. <em>An instant is worked when
 * the clock on the wall of the zone shows a date and time within an interval.</em> Durations are elapsed time, not
 * differences of the clock. Therefore
 *
 * <ul>
 *   <li>where the clock is put forward, the times that it skips do not exist: on such a night {@code 01:00-03:00} lasts
 *       one hour, and {@code 02:00-03:00} none;
 *   <li>where it is put back, the times that it shows twice are worked twice: {@code 01:00-03:00} lasts three hours,
 *       and {@code 00:00-01:30} is worked until 01:30, not worked until the clock is put back to 01:00, then worked
 *       again;
 *   <li>a day that a zone never had, as 2011-12-30 in Samoa, has no working time.
 * </ul>
 *
 * <p><b>What a business day is:</b> a date with at least one interval of its own of which the clock shows at least a
 * moment.
 *
 * <p>A calendar knows the years it was compiled for; instants and dates outside are rejected. Instants may have
 * nanoseconds. Every method takes O(log n) for n changes of offset, holidays and special days in those years; memory is
 * about 150 bytes each. Immutable and thread-safe.
 */
public final class BusinessCalendar {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final Duration LONGEST = Duration.ofSeconds(Long.MAX_VALUE);

    private final BusinessHours definition;
    private final DayHours hours;
    private final Timeline work;
    private final Timeline rest;
    private final Timeline days;

    private BusinessCalendar(BusinessHours definition, DayHours hours, CalendarCompiler compiler) {
        this.definition = definition;
        this.hours = hours;
        this.work = compiler.seconds();
        this.rest = work.complement();
        this.days = compiler.days();
    }

    /** A calendar of the years 1900 to 2199, without holidays but those of the definition. */
    public static BusinessCalendar compile(BusinessHours hours) {
        return compile(hours, HolidayCalendar.none());
    }

    /** A calendar of the years 1900 to 2199. */
    public static BusinessCalendar compile(BusinessHours hours, HolidayCalendar holidays) {
        return compile(hours, holidays, FIRST_YEAR, LAST_YEAR);
    }

    /**
     * A calendar of a range of years.
     *
     * @param hours the definition
     * @param holidays days off besides those of the definition; asked now, once for each date
     * @param firstYear at least 1
     * @param lastYear included, at most 9999
     * @throws io.github.saleskit.core.definition.DefinitionException with every problem of the definition: overlapping
     *     intervals of one day, a date twice or outside the years, no hours at all
     */
    public static BusinessCalendar compile(BusinessHours hours, HolidayCalendar holidays, int firstYear, int lastYear) {
        requireNonNull(holidays, "holidays");
        if (firstYear < 1 || lastYear > 9999 || firstYear > lastYear) {
            throw new IllegalArgumentException(
                    "the years are " + firstYear + " to " + lastYear + ", but must lie in order between 1 and 9999.");
        }
        LocalDate first = LocalDate.of(firstYear, 1, 1);
        LocalDate end = LocalDate.of(lastYear, 1, 1).plusYears(1);
        new HoursChecker(hours, first, end).check().throwIfAny("business hours \"" + hours.name() + "\"");
        List<Holiday> daysOff = new ArrayList<>(holidays.between(first.minusDays(1), end));
        daysOff.addAll(hours.holidays());
        DayHours dayHours = new DayHours(hours, daysOff);
        return new BusinessCalendar(hours, dayHours, new CalendarCompiler(dayHours, hours.zone(), first, end));
    }

    /** The definition it was compiled from. */
    public BusinessHours definition() {
        return definition;
    }

    /** The zone of the hours. */
    public ZoneId zone() {
        return definition.zone();
    }

    /** Whether it is working time at an instant. */
    public boolean isWorking(Instant instant) {
        return work.contains(second(instant));
    }

    /**
     * Working time from one instant to another; negative when the second is before the first.
     *
     * <p>{@code between(a, b).plus(between(b, c))} equals {@code between(a, c)}.
     */
    public Duration between(Instant from, Instant to) {
        requireKnown(from);
        requireKnown(to);
        return worked(to).minus(worked(from));
    }

    /** Working time from the first instant of the calendar to this one. */
    private Duration worked(Instant instant) {
        long second = instant.getEpochSecond();
        return Duration.ofSeconds(work.before(second), work.contains(second) ? instant.getNano() : 0);
    }

    /**
     * The instant at which so much working time has passed since an instant.
     *
     * <p>It is the earliest of those that {@link #between} tells: an hour from 16:00 until closing time at 17:00 ends
     * at 17:00, not the next morning. Nothing from an instant is that instant, worked or not. A negative duration goes
     * back as {@link #minus} does.
     *
     * @throws IllegalArgumentException when there is not so much working time in the years of the calendar
     */
    public Instant plus(Instant instant, Duration workingTime) {
        requireKnown(instant);
        if (workingTime.isZero()) {
            return instant;
        }
        if (workingTime.toSeconds() > work.total() || workingTime.toSeconds() < -work.total() - 1) {
            throw tooMuch(instant, workingTime);
        }
        Duration target = worked(instant).plus(workingTime);
        boolean atEnd = target.getNano() == 0 && !workingTime.isNegative();
        long seconds = target.getSeconds() + (atEnd ? 0 : 1);
        if (target.isNegative() || seconds > work.total()) {
            throw tooMuch(instant, workingTime);
        }
        return atEnd
                ? Instant.ofEpochSecond(work.find(seconds))
                : Instant.ofEpochSecond(work.find(seconds) - 1, target.getNano());
    }

    private IllegalArgumentException tooMuch(Instant instant, Duration workingTime) {
        return new IllegalArgumentException("workingTime is " + workingTime + ", but there is less of it "
                + (workingTime.isNegative() ? "before " : "after ") + instant + " in the " + years() + ".\n"
                + "Maybe compile the calendar for more years?");
    }

    /**
     * The instant from which so much working time passes until an instant.
     *
     * <p>It is the latest of those that {@link #between} tells: an hour back from 10:00 to opening time at 09:00 is
     * 09:00, not the evening before. A negative duration goes forward as {@link #plus} does.
     *
     * @throws IllegalArgumentException when there is not so much working time in the years of the calendar
     */
    public Instant minus(Instant instant, Duration workingTime) {
        return plus(instant, workingTime.toSeconds() == Long.MIN_VALUE ? LONGEST : workingTime.negated());
    }

    /**
     * The instant itself when it is worked, else the next opening; empty when there is none in the years of the
     * calendar.
     */
    public Optional<Instant> toWorkingTime(Instant instant) {
        return isWorking(instant) ? Optional.of(instant) : nextOpening(instant);
    }

    /** The next instant after this one at which work begins; empty when there is none in the years of the calendar. */
    public Optional<Instant> nextOpening(Instant instant) {
        long second = second(instant);
        OptionalLong idle = work.contains(second) ? firstFrom(rest, second) : OptionalLong.of(second);
        return idle.isEmpty() ? Optional.empty() : instant(firstFrom(work, idle.getAsLong()));
    }

    /** The next instant after this one at which work ends; empty when there is none in the years of the calendar. */
    public Optional<Instant> nextClosing(Instant instant) {
        long second = second(instant);
        OptionalLong busy = work.contains(second) ? OptionalLong.of(second) : firstFrom(work, second);
        return busy.isEmpty() ? Optional.empty() : instant(firstFrom(rest, busy.getAsLong()));
    }

    private static OptionalLong firstFrom(Timeline timeline, long second) {
        long before = timeline.before(second);
        return before == timeline.total() ? OptionalLong.empty() : OptionalLong.of(timeline.find(before + 1) - 1);
    }

    private static Optional<Instant> instant(OptionalLong second) {
        return second.isEmpty() ? Optional.empty() : Optional.of(Instant.ofEpochSecond(second.getAsLong()));
    }

    /** Whether a date is a business day. */
    public boolean isBusinessDay(LocalDate date) {
        return days.contains(day(date));
    }

    /**
     * The n-th business day after a date, or before it when n is negative; the date itself, business day or not, when n
     * is 0.
     *
     * @throws IllegalArgumentException when there are not so many business days in the years of the calendar
     */
    public LocalDate plusBusinessDays(LocalDate date, long n) {
        long day = day(date);
        if (n == 0) {
            return date;
        }
        long count = n > 0 ? days.before(day) + (days.contains(day) ? 1 : 0) : days.before(day) + 1;
        if (n > days.total() - count || n <= -count) {
            throw new IllegalArgumentException("n is " + n + ", but there are fewer business days "
                    + (n > 0 ? "after " : "before ") + date + " in the " + years() + ".\n"
                    + "Maybe compile the calendar for more years?");
        }
        return LocalDate.ofEpochDay(days.find(count + n) - 1);
    }

    /** The n-th business day before a date: {@link #plusBusinessDays} with the other sign. */
    public LocalDate minusBusinessDays(LocalDate date, long n) {
        return plusBusinessDays(date, -n);
    }

    /**
     * The date itself when it is a business day, else the next one.
     *
     * @throws IllegalArgumentException when there is none in the years of the calendar
     */
    public LocalDate toBusinessDay(LocalDate date) {
        return isBusinessDay(date) ? date : plusBusinessDays(date, 1);
    }

    /**
     * How many business days later a date is than another: the business days after {@code from} up to and with
     * {@code to}; when {@code to} is earlier, the negative number of business days before {@code from} down to and with
     * {@code to}.
     *
     * <p>So {@code businessDaysBetween(d, plusBusinessDays(d, n))} is {@code n}, and from Friday to Monday it is 1.
     */
    public long businessDaysBetween(LocalDate from, LocalDate to) {
        long start = day(from);
        long end = day(to);
        return end >= start
                ? days.before(end) + (days.contains(end) ? 1 : 0) - days.before(start) - (days.contains(start) ? 1 : 0)
                : days.before(end) - days.before(start);
    }

    /** The intervals that start on a date: those of its special day, none on a holiday, else those of its weekday. */
    public List<WorkingInterval> hoursOn(LocalDate date) {
        return hours.on(day(date));
    }

    /** The holiday on a date, of the definition or of the holiday calendar. */
    public Optional<Holiday> holidayOn(LocalDate date) {
        return hours.holiday(day(date));
    }

    private long second(Instant instant) {
        requireKnown(instant);
        return instant.getEpochSecond();
    }

    private void requireKnown(Instant instant) {
        if (instant.getEpochSecond() < work.start() || instant.getEpochSecond() >= work.end()) {
            throw new IllegalArgumentException("instant is " + instant + ", which is outside the " + years() + ".\n"
                    + "Maybe compile the calendar for more years?");
        }
    }

    private long day(LocalDate date) {
        long day = date.toEpochDay();
        if (day < days.start() || day >= days.end()) {
            throw new IllegalArgumentException("date is " + date + ", which is outside the " + years() + ".\n"
                    + "Maybe compile the calendar for more years?");
        }
        return day;
    }

    private String years() {
        return "years " + LocalDate.ofEpochDay(days.start()).getYear() + " to "
                + LocalDate.ofEpochDay(days.end() - 1).getYear() + " of the calendar \"" + definition.name() + "\"";
    }
}
