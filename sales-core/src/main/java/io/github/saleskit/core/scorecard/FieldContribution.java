package io.github.saleskit.core.scorecard;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.Optional;

/**
 * What a part of a field of a lead, or of two fields together, gave to its log-odds.
 *
 * <p>Immutable and thread-safe.
 *
 * @param field its name
 * @param part which part of the field
 * @param with the name of the other field, where the two gave it together
 * @param withPart which part of the other field
 * @param value what the part says, in words; absent where the field is absent or there are two
 * @param logOdds given, or taken when negative
 * @param points the same on the scorecard's scale, in whole points
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FieldContribution(
        @Required String field,
        @Required FieldPart part,
        Optional<String> with,
        Optional<FieldPart> withPart,
        Optional<String> value,
        @Required double logOdds,
        @Required int points)
        implements StrictDocument {

    public FieldContribution {
        requireNonNull(field, "field");
        requireNonNull(part, "part");
    }
}
