package io.github.saleskit.core.scorecard;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;

/**
 * What a collection of texts of a lead, such as its tags, gives to its log-odds, member by member.
 *
 * <p>Immutable and thread-safe.
 *
 * @param field its name
 * @param members the members that are known, each once; others give nothing
 * @param logOdds what each member adds when the set has it
 * @param missing the log-odds where the set is absent or empty
 * @param present the log-odds of a set, before those of its members
 * @param rows how many examples had none, then how many had each member
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SetTerm(
        @Required String field,
        List<String> members,
        List<Double> logOdds,
        @Required double missing,
        @Required double present,
        @Required List<Integer> rows)
        implements StrictDocument {

    public SetTerm {
        requireNonNull(field, "field");
        members = members == null ? List.of() : List.copyOf(members);
        logOdds = logOdds == null ? List.of() : List.copyOf(logOdds);
        rows = List.copyOf(rows);
    }
}
