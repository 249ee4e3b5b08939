package io.github.saleskit.cpq.pricing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.core.money.MoneyAllocation;
import io.github.saleskit.core.money.RoundingPolicy;
import io.github.saleskit.cpq.internal.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How quotes are priced, as data: list prices, rules that change them, and how amounts are rounded and shared.
 *
 * <pre>{@code
 * PricingPlan plan = PricingPlan.builder()
 *         .addPriceBooks(book)
 *         .addRules(PriceRule.builder().id("autumn")
 *                 .addActions(PriceAction.PercentOff.of(new BigDecimal("5")))
 *                 .build())
 *         .rounding(RoundingPolicy.halfUpByLine())
 *         .allocation(MoneyAllocation.largestRemainder())
 *         .build();
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param priceBooks of which each quote names one
 * @param rules in the order in which they are applied among those of the same priority, each to the price the one
 *     before left
 * @param groups that rules name
 * @param coupons that rules name
 * @param exclusiveChoice which rules apply where exclusive ones could; by priority when absent
 * @param guards below which no discount may take a price
 * @param quoteAttributes names of the quote's attributes that conditions may ask, as {@code quote.market}
 * @param lineAttributes names of the lines' and products' attributes that conditions may ask, as {@code line.edition}
 * @param rounding how and where prices become settled amounts
 * @param allocation how a discount on the order is shared among the lines, in proportion to their prices
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PricingPlan(
        @Required int version,
        List<PriceBook> priceBooks,
        List<PriceRule> rules,
        List<RuleGroup> groups,
        List<Coupon> coupons,
        Optional<ExclusiveChoice> exclusiveChoice,
        Optional<PriceGuards> guards,
        List<String> quoteAttributes,
        List<String> lineAttributes,
        @Required RoundingPolicy rounding,
        @Required MoneyAllocation allocation)
        implements StrictDocument, WithPricingPlan {

    public PricingPlan {
        DocumentVersion.require("pricing plan", version, 1);
        priceBooks = priceBooks == null ? List.of() : List.copyOf(priceBooks);
        rules = rules == null ? List.of() : List.copyOf(rules);
        groups = groups == null ? List.of() : List.copyOf(groups);
        coupons = coupons == null ? List.of() : List.copyOf(coupons);
        quoteAttributes = quoteAttributes == null ? List.of() : List.copyOf(quoteAttributes);
        lineAttributes = lineAttributes == null ? List.of() : List.copyOf(lineAttributes);
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
