package io.github.saleskit.territory.design;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.territory.internal.Figures;
import java.util.Optional;

/**
 * How much of one measure each territory may and must have: an absolute capacity, an absolute minimum, a share around
 * the mean, or several of these at once.
 *
 * <p>The mean is the sum over all accounts divided by the number of territories. For example {@code atMost("visits",
 * 1200)}, {@code withinShareOfMean("potential", .05)} for 95 to 105 % of the mean. Loads are compared with a tolerance
 * of 1e-9 of the mean, for the rounding of sums.
 *
 * <p>Immutable and thread-safe.
 *
 * @param measure name of the measure in {@link TerritoryAccount#activity}
 * @param minimum the least a territory must have, at least 0
 * @param maximum the most a territory may have, at least the minimum
 * @param tolerance the largest deviation from the mean, as a share of it: .05 for 5 %; at least 0
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ActivityLimit(
        @Required String measure, Optional<Double> minimum, Optional<Double> maximum, Optional<Double> tolerance)
        implements StrictDocument {

    public ActivityLimit {
        requireNotNegative("minimum", minimum);
        requireNotNegative("maximum", maximum);
        requireNotNegative("tolerance", tolerance);
        if (minimum.isEmpty() && maximum.isEmpty() && tolerance.isEmpty()) {
            throw new IllegalArgumentException(
                    "the limit of " + measure + " has no minimum, no maximum and no tolerance.");
        }
        if (minimum.orElse(0.0) > maximum.orElse(Double.MAX_VALUE)) {
            throw new IllegalArgumentException("minimum is " + minimum.orElse(0.0) + ", which is more than the maximum "
                    + maximum.orElse(0.0) + ".\nMaybe the two are swapped?");
        }
    }

    private static void requireNotNegative(String name, Optional<Double> value) {
        double number = value.orElse(0.0);
        if (!(number >= 0 && number <= Figures.LARGEST)) {
            throw new IllegalArgumentException(name + " is " + number + ", but must be from 0 to 1e100.");
        }
    }

    /** A capacity: the most of a measure that a territory may have. */
    public static ActivityLimit atMost(String measure, double maximum) {
        return new ActivityLimit(measure, Optional.empty(), Optional.of(maximum), Optional.empty());
    }

    /** A band between two absolute values. */
    public static ActivityLimit between(String measure, double minimum, double maximum) {
        return new ActivityLimit(measure, Optional.of(minimum), Optional.of(maximum), Optional.empty());
    }

    /**
     * A band around the mean of all territories.
     *
     * @param tolerance share of the mean, .05 for 5 % below to 5 % above
     */
    public static ActivityLimit withinShareOfMean(String measure, double tolerance) {
        return new ActivityLimit(measure, Optional.empty(), Optional.empty(), Optional.of(tolerance));
    }
}
