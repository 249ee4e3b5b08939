package io.github.saleskit.core.assignment;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * How many leads a rep was given lately, on the calendar of their zone.
 *
 * <p>Immutable and thread-safe.
 *
 * @param day the last day on which they were given one
 * @param onDay how many on that day, at least 0
 * @param inWeek how many from the Monday before up to that day, at least 0
 */
public record RateCount(
        @Required LocalDate day,
        @Required int onDay,
        @Required int inWeek) implements StrictDocument {

    public RateCount {
        requireNonNull(day, "day");
        if (onDay < 0 || inWeek < onDay) {
            throw new IllegalArgumentException("onDay is " + onDay + " and inWeek " + inWeek
                    + ", but both must be at least 0 and the week at least the day.");
        }
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** How many on a day; a count of a later day counts too, as when a clock was put back. */
    public int on(LocalDate today) {
        return day.isBefore(today) ? 0 : onDay;
    }

    /** How many in the week of a day. */
    public int inWeekOf(LocalDate today) {
        return monday(day).isBefore(monday(today)) ? 0 : inWeek;
    }

    RateCount plusOne(LocalDate today) {
        return new RateCount(day.isAfter(today) ? day : today, on(today) + 1, inWeekOf(today) + 1);
    }

    /** Without a lead that was given on a day, which may be long ago. */
    RateCount minusOne(LocalDate then) {
        int onDayLeft = then.equals(day) ? Math.max(0, onDay - 1) : onDay;
        int inWeekLeft = monday(then).equals(monday(day)) ? inWeek - 1 : inWeek;
        return new RateCount(day, onDayLeft, Math.max(onDayLeft, inWeekLeft));
    }
}
