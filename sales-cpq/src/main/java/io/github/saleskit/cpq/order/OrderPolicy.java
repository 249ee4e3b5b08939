package io.github.saleskit.cpq.order;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.cpq.internal.SortedCopies;
import io.github.saleskit.cpq.subscription.BillingPeriod;
import io.github.saleskit.cpq.subscription.BillingPolicy;
import java.util.Map;
import java.util.TreeMap;

/**
 * How what quotes sell is billed, as data.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param billing how recurring lines are billed
 * @param pricePeriod for how long the price of a line with a term is meant, such as a month
 * @param pricePeriods the same for products that differ, by product id
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record OrderPolicy(
        @Required int version,
        @Required BillingPolicy billing,
        @Required BillingPeriod pricePeriod,
        Map<String, BillingPeriod> pricePeriods)
        implements StrictDocument {

    public OrderPolicy {
        DocumentVersion.require("order policy", version, 1);
        requireNonNull(billing, "billing");
        requireNonNull(pricePeriod, "pricePeriod");
        pricePeriods = SortedCopies.of(pricePeriods);
    }

    /** A policy of the newest version with one price period for all products. */
    public static OrderPolicy of(BillingPolicy billing, BillingPeriod pricePeriod) {
        return new OrderPolicy(1, billing, pricePeriod, Map.of());
    }

    /** The same policy where the price of a product is meant for another period. */
    public OrderPolicy withPricePeriod(String product, BillingPeriod period) {
        Map<String, BillingPeriod> all = new TreeMap<>(pricePeriods);
        all.put(product, period);
        return new OrderPolicy(version, billing, pricePeriod, all);
    }

    BillingPeriod periodOf(String product) {
        return pricePeriods.getOrDefault(product, pricePeriod);
    }
}
