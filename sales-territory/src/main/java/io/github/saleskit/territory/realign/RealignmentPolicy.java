package io.github.saleskit.territory.realign;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Complete;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.territory.internal.ValueStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How moves are weighed and how many plans are wanted.
 *
 * <pre>{@code
 * RealignmentPolicy.standard();                                             // every account counts 1
 * RealignmentPolicy.builder().weight("revenue").mostPlans(3).build();       // revenue at risk
 * RealignmentPolicy.builder().addPrices(2.5).build();                       // a move has to save 2.5 km
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param weight the measure that a move is weighed by, such as the revenue at risk; every account counts 1 when absent
 * @param prices what a move of weight 1 has to save: in distance, or in borders or their length where those are made
 *     small. A plan is sought for each; prices from three mean distances down to a tenth when there are none. From 0 to
 *     1e100
 * @param mostPlans the most plans to choose from, at least 1; 8 when absent. With 1 only the fewest moves are sought,
 *     unless there are prices
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RealignmentPolicy(
        @Required int version,
        Optional<String> weight,
        @Complete List<Double> prices,
        Optional<Integer> mostPlans) implements StrictDocument, WithRealignmentPolicy {

    private static final int STANDARD_PLANS = 8;
    private static final double DEAREST = 1e100;

    public RealignmentPolicy {
        DocumentVersion.require("realignment policy", version, 1);
        weight = weight == null ? Optional.empty() : weight;
        prices = prices == null ? List.of() : List.copyOf(prices);
        mostPlans = mostPlans == null ? Optional.empty() : mostPlans;
        for (double price : prices) {
            if (!(price >= 0 && price <= DEAREST)) {
                throw new IllegalArgumentException("price is " + price + ", but must be from 0 to 1e100.");
            }
        }
        int most = mostPlans.orElse(STANDARD_PLANS);
        if (most < 1) {
            throw new IllegalArgumentException("mostPlans is " + most + ", but must be at least 1.");
        }
    }

    /** Every account counts 1, and there are up to 8 plans. */
    public static RealignmentPolicy standard() {
        return builder().build();
    }

    /** A builder of the current version. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RealignmentPolicy}. */
    public static final class Builder extends RealignmentPolicyBuilder {
        Builder() {
            version(1);
        }
    }

    int plans() {
        return mostPlans.orElse(STANDARD_PLANS);
    }

    List<Double> fallingPrices() {
        return prices.stream().sorted(Comparator.reverseOrder()).distinct().toList();
    }
}
