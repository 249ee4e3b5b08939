package io.github.saleskit.territory.design;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.territory.internal.Figures;
import java.util.Optional;

/**
 * That the planner chooses how many of the territories of a problem are filled, in their order: at least so many, and
 * at most all.
 *
 * <pre>{@code
 * TerritoryProblem.builder()
 *         .addAllAccounts(accounts)
 *         .addAllTerritories(Territory.numbered(12))
 *         .addLimits(ActivityLimit.atMost("visits", 1_200))
 *         .count(TerritoryCount.atLeast(5));                // 5 to 12, as few as the limits allow
 * TerritoryCount.atLeast(5).withPrice(800);                 // one more only if it saves 800 km
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param fewest territories to be filled, at least 1; those with fixed accounts have to be among the first so many
 * @param price what one more territory has to save, in the unit of the objective, at least 0; when absent, the planner
 *     fills as few territories as keep every limit
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record TerritoryCount(@Required int fewest, Optional<Double> price) implements StrictDocument {

    public TerritoryCount {
        price = price == null ? Optional.empty() : price;
        if (fewest < 1) {
            throw new IllegalArgumentException("fewest is " + fewest + ", but must be at least 1.");
        }
        double each = price.orElse(0.0);
        if (!(each >= 0 && each <= Figures.LARGEST)) {
            throw new IllegalArgumentException("price is " + each + ", but must be from 0 to 1e100.");
        }
    }

    /** At least so many territories, and no more than the limits need. */
    public static TerritoryCount atLeast(int fewest) {
        return new TerritoryCount(fewest, Optional.empty());
    }

    /** The same least number, and more territories where each saves its price. */
    public TerritoryCount withPrice(double each) {
        return new TerritoryCount(fewest, Optional.of(each));
    }
}
