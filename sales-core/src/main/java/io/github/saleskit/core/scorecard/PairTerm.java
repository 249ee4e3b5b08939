package io.github.saleskit.core.scorecard;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;

/**
 * What two fields of a lead give to its log-odds together, beyond what each gives alone.
 *
 * <p>Immutable and thread-safe.
 *
 * @param first one field in groups
 * @param second another one
 * @param logOdds of each group of the first, a list over the groups of the second
 */
public record PairTerm(
        @Required PairSide first,
        @Required PairSide second,
        @Required List<List<Double>> logOdds) implements StrictDocument {

    public PairTerm {
        requireNonNull(first, "first");
        requireNonNull(second, "second");
        logOdds = logOdds.stream().map(List::copyOf).toList();
    }
}
