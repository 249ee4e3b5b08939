package io.github.saleskit.core.staffing;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;

/**
 * A figure found by simulation, and how far it may be off.
 *
 * <p>Immutable and thread-safe.
 *
 * @param value the estimate
 * @param standardError of the estimate, at least 0; the true figure is within three of them in 997 of 1,000 cases
 */
public record Estimate(@Required double value, @Required double standardError) implements StrictDocument {

    /** The standard error as a share of the value; infinite for a value of 0. */
    public double relativeError() {
        return value == 0 ? Double.POSITIVE_INFINITY : Math.abs(standardError / value);
    }
}
