package io.github.saleskit.core.assignment;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;

/**
 * A field of the lead looked at together with a field of the rep, each a text or a set of texts.
 *
 * <p>As a match, everything the lead names has to be with the rep: a language, a territory. As a conflict, nothing may
 * be. A lead that names nothing goes with every rep. Immutable and thread-safe.
 *
 * @param lead name of the lead's field, such as {@code language}
 * @param rep name of the rep's field, such as {@code languages}
 */
public record FieldMatch(@Required String lead, @Required String rep) implements StrictDocument {

    public FieldMatch {
        requireNonNull(lead, "lead");
        requireNonNull(rep, "rep");
    }
}
