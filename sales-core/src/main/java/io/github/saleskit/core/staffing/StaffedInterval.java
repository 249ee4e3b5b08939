package io.github.saleskit.core.staffing;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Duration;

/**
 * How many agents an interval of a day takes, and what they achieve in the long run.
 *
 * <p>Immutable and thread-safe.
 *
 * @param start how long after the day began
 * @param length how long it lasts
 * @param arrivals expected in it
 * @param agents who have to be there
 * @param scheduled who have to be paid so that so many are there
 * @param serviceLevel the share of arrivals answered in time
 * @param abandoned the share of arrivals that give up
 * @param occupancy the share of their time that agents are busy
 */
public record StaffedInterval(
        @Required Duration start,
        @Required Duration length,
        @Required double arrivals,
        @Required int agents,
        @Required int scheduled,
        @Required double serviceLevel,
        @Required double abandoned,
        @Required double occupancy)
        implements StrictDocument {

    public StaffedInterval {
        requireNonNull(start, "start");
        requireNonNull(length, "length");
    }
}
