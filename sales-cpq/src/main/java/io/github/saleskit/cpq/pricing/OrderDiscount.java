package io.github.saleskit.cpq.pricing;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import org.joda.money.Money;

/**
 * A discount on the order; the lines' waterfalls show each line's share of it.
 *
 * <p>Immutable and thread-safe.
 *
 * @param rule id of the rule it comes from
 * @param input the sum of all lines before
 * @param discount what is taken off, above zero
 */
public record OrderDiscount(
        @Required String rule,
        @Required Money input,
        @Required Money discount) implements StrictDocument {

    public OrderDiscount {
        requireNonNull(rule, "rule");
        requireNonNull(input, "input");
        requireNonNull(discount, "discount");
    }

    /** The sum of all lines after. */
    public Money output() {
        return input.minus(discount);
    }
}
