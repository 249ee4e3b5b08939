package io.github.saleskit.core.assignment;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Instant;

/**
 * Who was last given a lead of a company, or of whatever else a pool remembers.
 *
 * <p>Immutable and thread-safe.
 *
 * @param rep id of the rep
 * @param at when
 */
public record RememberedRep(@Required String rep, @Required Instant at) implements StrictDocument {

    public RememberedRep {
        requireNonNull(rep, "rep");
        requireNonNull(at, "at");
    }
}
