package io.github.saleskit.core.scorecard;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;

/**
 * How far the values of a field have moved since a scorecard was learned.
 *
 * @param field its name
 * @param part which part of the field
 * @param index the population stability index: the sum over groups of values of (now - then) ln(now / then), in shares
 *     of leads, half a lead added to each group; 0 when nothing has moved
 * @param level what that means
 */
public record FieldDrift(
        @Required String field,
        @Required FieldPart part,
        @Required double index,
        @Required DriftLevel level) implements StrictDocument {

    public FieldDrift {
        requireNonNull(field, "field");
        requireNonNull(part, "part");
        requireNonNull(level, "level");
    }
}
