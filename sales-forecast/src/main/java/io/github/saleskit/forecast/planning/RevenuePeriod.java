package io.github.saleskit.forecast.planning;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.forecast.series.TimePeriod;
import org.joda.money.Money;

/**
 * Bookings and revenue of one period.
 *
 * <p>Immutable and thread-safe.
 *
 * @param period the period
 * @param booked what was booked in it
 * @param revenue what became revenue in it
 * @param deferred what was booked up to its end and is not yet revenue
 */
public record RevenuePeriod(
        @Required TimePeriod period,
        @Required Money booked,
        @Required Money revenue,
        @Required Money deferred) implements StrictDocument {

    public RevenuePeriod {
        requireNonNull(period, "period");
        requireNonNull(booked, "booked");
        requireNonNull(revenue, "revenue");
        requireNonNull(deferred, "deferred");
    }
}
