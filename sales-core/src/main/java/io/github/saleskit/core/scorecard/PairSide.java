package io.github.saleskit.core.scorecard;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;

/**
 * One of the two fields of a {@link PairTerm}, in a few groups of its values.
 *
 * <p>Group 0 is absent. A number has a group for each range; anything else has one for each list of values and a last
 * one for all other values. Immutable and thread-safe.
 *
 * @param field its name
 * @param part which part of the field
 * @param cuts where the ranges of a number end, ascending
 * @param values the groups of values of what is no number
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PairSide(@Required String field, @Required FieldPart part, List<Double> cuts, List<List<String>> values)
        implements StrictDocument {

    public PairSide {
        requireNonNull(field, "field");
        requireNonNull(part, "part");
        cuts = cuts == null ? List.of() : List.copyOf(cuts);
        values = values == null ? List.of() : values.stream().map(List::copyOf).toList();
    }

    /** How many groups there are. */
    int groups() {
        return values.isEmpty() ? cuts.size() + 2 : values.size() + 2;
    }
}
