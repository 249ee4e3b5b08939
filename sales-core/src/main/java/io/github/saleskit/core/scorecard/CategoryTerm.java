package io.github.saleskit.core.scorecard;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;

/**
 * What a text, a truth value, a currency, a month or a day of the week of a lead gives to its log-odds, value by value.
 *
 * <p>Immutable and thread-safe.
 *
 * @param field its name
 * @param part which part of the field
 * @param values the values that are known, each once
 * @param logOdds of each value
 * @param missing the log-odds where the field is absent
 * @param unseen the log-odds of a value that is not known
 * @param rows how many examples had none, then how many had each value, then how many another
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CategoryTerm(
        @Required String field,
        @Required FieldPart part,
        List<String> values,
        List<Double> logOdds,
        @Required double missing,
        @Required double unseen,
        @Required List<Integer> rows)
        implements StrictDocument {

    public CategoryTerm {
        requireNonNull(field, "field");
        requireNonNull(part, "part");
        values = values == null ? List.of() : List.copyOf(values);
        logOdds = logOdds == null ? List.of() : List.copyOf(logOdds);
        rows = List.copyOf(rows);
    }
}
