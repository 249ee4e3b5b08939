package io.github.saleskit.core.calendar;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A fiscal year or a part of one, such as the second quarter of fiscal year 2026, with its dates.
 *
 * <p>Given out by a {@link FiscalCalendar}. Immutable and thread-safe.
 *
 * @param unit what it is
 * @param year the fiscal year, as it is named
 * @param number which one of the year, from 1; 1 for the year itself
 * @param first its first date
 * @param last its last date, included
 */
public record FiscalPeriod(
        @Required FiscalUnit unit,
        @Required int year,
        @Required int number,
        @Required LocalDate first,
        @Required LocalDate last)
        implements StrictDocument {

    public FiscalPeriod {
        requireNonNull(unit, "unit");
        requireNonNull(first, "first");
        requireNonNull(last, "last");
        if (number < 1) {
            throw new IllegalArgumentException("number is " + number + ", but must be at least 1.");
        }
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("last is " + last + ", which is before first, " + first + ".");
        }
    }

    /** Whether a date is one of its. */
    public boolean contains(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }

    /** How many dates it has. */
    public long days() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }
}
