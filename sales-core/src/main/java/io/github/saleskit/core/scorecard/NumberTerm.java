package io.github.saleskit.core.scorecard;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;

/**
 * What a number of a lead gives to its log-odds, range by range.
 *
 * <p>Immutable and thread-safe.
 *
 * @param field its name
 * @param part {@link FieldPart#VALUE}: the number, the amount, the days since 1970, or how many nested elements
 * @param cuts where one range ends and the next begins, ascending; a value that equals a cut is in the range above
 * @param logOdds of each range from the lowest up, one more than cuts
 * @param missing the log-odds where the field is absent
 * @param rows how many examples had none, then how many were in each range
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record NumberTerm(
        @Required String field,
        @Required FieldPart part,
        List<Double> cuts,
        @Required List<Double> logOdds,
        @Required double missing,
        @Required List<Integer> rows)
        implements StrictDocument {

    public NumberTerm {
        requireNonNull(field, "field");
        requireNonNull(part, "part");
        cuts = cuts == null ? List.of() : List.copyOf(cuts);
        logOdds = List.copyOf(logOdds);
        rows = List.copyOf(rows);
    }
}
