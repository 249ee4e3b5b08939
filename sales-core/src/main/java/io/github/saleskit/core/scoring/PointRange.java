package io.github.saleskit.core.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The points for values from one number to below another.
 *
 * <p>Immutable and thread-safe.
 *
 * @param from the smallest value in it; absent when there is no lower limit
 * @param to the smallest value above it, which is out; absent when there is no upper limit
 * @param points what values in it get; at most three decimal places, at most {@value ScoringModel#MOST_POINTS} either
 *     way
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PointRange(
        Optional<BigDecimal> from,
        Optional<BigDecimal> to,
        @Required BigDecimal points) implements StrictDocument {

    public PointRange {
        from = from.map(Thousandths::plain);
        to = to.map(Thousandths::plain);
        points = Thousandths.plain(points);
    }

    /** Values below a number. */
    public static PointRange below(int to, int points) {
        return new PointRange(Optional.empty(), Optional.of(BigDecimal.valueOf(to)), BigDecimal.valueOf(points));
    }

    /** Values from a number to below another. */
    public static PointRange between(int from, int to, int points) {
        return new PointRange(
                Optional.of(BigDecimal.valueOf(from)), Optional.of(BigDecimal.valueOf(to)), BigDecimal.valueOf(points));
    }

    /** Values from a number on. */
    public static PointRange from(int from, int points) {
        return new PointRange(Optional.of(BigDecimal.valueOf(from)), Optional.empty(), BigDecimal.valueOf(points));
    }
}
