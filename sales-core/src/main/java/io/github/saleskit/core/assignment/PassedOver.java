package io.github.saleskit.core.assignment;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;

/**
 * A candidate who did not get the lead, and why.
 *
 * <p>Immutable and thread-safe.
 *
 * @param rep id of the candidate
 * @param pool id of the pool in which they were considered
 * @param reason why they did not get it
 */
public record PassedOver(
        @Required String rep,
        @Required String pool,
        @Required Reason reason) implements StrictDocument {

    public PassedOver {
        requireNonNull(rep, "rep");
        requireNonNull(pool, "pool");
        requireNonNull(reason, "reason");
    }
}
