package io.github.saleskit.cpq.pricing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.core.money.MoneyAllocation;
import io.github.saleskit.core.money.RoundingPolicy;
import io.github.saleskit.cpq.internal.ValueStyle;
import java.util.List;
import org.immutables.value.Value;

/**
 * How quotes are priced, as data: list prices, rules that change them, and how amounts are rounded and shared.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param priceBooks of which each quote names one
 * @param rules in the order in which they are applied, each to the price the one before left; those on lines come before those on
 *     the order, wherever they stand
 * @param rounding how and where prices become settled amounts
 * @param allocation how a discount on the order is shared among the lines, in proportion to their prices
 */
@ValueStyle
@Value.Builder
public record PricingPlan(
        @JsonProperty(required = true) int version,
        List<PriceBook> priceBooks,
        List<PriceRule> rules,
        @JsonProperty(required = true) RoundingPolicy rounding,
        @JsonProperty(required = true) MoneyAllocation allocation)
        implements StrictDocument, WithPricingPlan {

    public PricingPlan {
        DocumentVersion.require("pricing plan", version, 1);
        priceBooks = priceBooks == null ? List.of() : List.copyOf(priceBooks);
        rules = rules == null ? List.of() : List.copyOf(rules);
        requireNonNull(rounding, "rounding");
        requireNonNull(allocation, "allocation");
    }

    /** A builder with the newest version. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds pricing plans. */
    public static final class Builder extends PricingPlanBuilder {
        Builder() {
            version(1);
        }
    }
}
