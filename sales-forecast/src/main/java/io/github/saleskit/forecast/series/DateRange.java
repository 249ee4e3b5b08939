package io.github.saleskit.forecast.series;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.StrictDocument;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * All days from a first to a last one, both included; such as a quarter of any fiscal calendar.
 *
 * <p>Immutable and thread-safe.
 *
 * @param first its first day
 * @param last its last day, not before the first
 */
public record DateRange(LocalDate first, LocalDate last) implements StrictDocument {

    public DateRange {
        requireNonNull(first, "first");
        requireNonNull(last, "last");
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(
                    "last is " + last + ", which is before first, " + first + ".\nMaybe they are swapped?");
        }
    }

    /** Whether a day lies within. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** How many days it has, at least 1. */
    public long days() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    /** The first and the last day, as in {@code 2026-10-01..2026-12-31}. */
    @Override
    public String toString() {
        return first + ".." + last;
    }
}
