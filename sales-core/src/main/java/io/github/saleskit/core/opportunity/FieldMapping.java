package io.github.saleskit.core.opportunity;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;

/**
 * Where a field of a lead goes when the lead is converted.
 *
 * <p>Immutable and thread-safe.
 *
 * @param from name of a field of the lead
 * @param to {@code account.}, {@code contact.} or {@code opportunity.} and the name of a component:
 *     {@code account.name}
 */
public record FieldMapping(@Required String from, @Required String to) implements StrictDocument {

    public FieldMapping {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
    }
}
