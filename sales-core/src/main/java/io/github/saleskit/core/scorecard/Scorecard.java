package io.github.saleskit.core.scorecard;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A learned model that anyone can read: the log-odds of winning a lead are an intercept plus a figure for each of its
 * fields, plus a figure for some pairs of fields.
 *
 * <p>All figures are whole multiples of 2<sup>-20</sup>, about a millionth, so that sums of them are exact in doubles,
 * whatever the order. They are centred: a field gives 0 on average over the examples, so the intercept is the average
 * log-odds, and a pair gives nothing that one of its fields would give alone. The odds are e to the power of the
 * log-odds, the probability is odds / (1 + odds).
 *
 * <p>As a JSON document it is what {@link ScorecardTrainer} learned, and what {@link ScorecardScorer#compile} takes; it
 * may also be written by hand. Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param name as people read it
 * @param won how many of the examples it was learned from were won
 * @param lost how many were lost
 * @param validation how well it predicted examples that it had not seen, if that is known
 * @param intercept the average log-odds
 * @param numbers terms of fields that are numbers, amounts, dates or instants
 * @param categories terms of fields that are texts or truth values, and of parts of amounts, dates and instants
 * @param sets terms of fields with several texts
 * @param pairs terms of two fields
 * @param points how log-odds become points; {@link PointsScale#standard} when absent
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Scorecard(
        @Required int version,
        @Required String name,
        @Required int won,
        @Required int lost,
        Optional<ScorecardValidation> validation,
        @Required double intercept,
        List<NumberTerm> numbers,
        List<CategoryTerm> categories,
        List<SetTerm> sets,
        List<PairTerm> pairs,
        Optional<PointsScale> points)
        implements StrictDocument, WithScorecard {

    public Scorecard {
        DocumentVersion.require("scorecard", version, 1);
        requireNonNull(name, "name");
        numbers = numbers == null ? List.of() : List.copyOf(numbers);
        categories = categories == null ? List.of() : List.copyOf(categories);
        sets = sets == null ? List.of() : List.copyOf(sets);
        pairs = pairs == null ? List.of() : List.copyOf(pairs);
    }

    /** The same scorecard, its points on another scale. */
    public Scorecard toPoints(PointsScale scale) {
        return withPoints(scale);
    }

    /** A builder whose version is the newest. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Scorecard}. */
    public static final class Builder extends ScorecardBuilder {
        Builder() {
            version(1);
        }
    }
}
