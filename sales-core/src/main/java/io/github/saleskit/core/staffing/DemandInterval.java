package io.github.saleskit.core.staffing;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Duration;

/**
 * A part of a day in which work comes in evenly.
 *
 * <p>Immutable and thread-safe.
 *
 * @param length how long it lasts, positive and at most 366 days
 * @param arrivals how much is expected to come in, at least 0 and at most 10,000,000
 */
public record DemandInterval(
        @Required Duration length, @Required double arrivals) implements StrictDocument {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final double MOST_ARRIVALS = 1e7;

    public DemandInterval {
        requireNonNull(length, "length");
        if (length.isZero() || length.isNegative() || length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "length is " + length + ", but must be positive and at most " + LONGEST.toDays() + " days.");
        }
        if (!(arrivals >= 0 && arrivals <= MOST_ARRIVALS)) {
            throw new IllegalArgumentException("arrivals is " + arrivals + ", but must be from 0 to 10000000.");
        }
    }

    double seconds() {
        return Figures.seconds(length);
    }
}
