package io.github.saleskit.cpq.order;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.cpq.internal.SortedCopies;
import io.github.saleskit.cpq.internal.ValueStyle;
import io.github.saleskit.cpq.subscription.BillingPeriod;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * So much of one product, as it was sold.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id of the quote's line
 * @param product id of the product
 * @param quantity as the quote states it
 * @param unit in which the quantity is stated, where that is not the product's own
 * @param attributes chosen characteristics of the product, by name
 * @param group name of the part of the quote in which the line was shown
 * @param net what the line costs: once, or for each price period
 * @param tax on the net price; absent where there is none
 * @param per for how long the net price is meant; absent for what is sold once
 * @param termMonths for how many months it is committed; absent for what is sold once
 * @param amount what the line costs over its whole term, without tax: the sum of its charges
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record OrderLine(
        @Required String id,
        @Required String product,
        @Required BigDecimal quantity,
        Optional<String> unit,
        Map<String, String> attributes,
        Optional<String> group,
        @Required Money net,
        Optional<Money> tax,
        Optional<BillingPeriod> per,
        Optional<Integer> termMonths,
        @Required Money amount)
        implements StrictDocument {

    public OrderLine {
        requireNonNull(id, "id");
        requireNonNull(product, "product");
        requireNonNull(quantity, "quantity");
        attributes = SortedCopies.of(attributes);
        requireNonNull(net, "net");
        requireNonNull(amount, "amount");
    }

    static Builder builder() {
        return new Builder();
    }

    static final class Builder extends OrderLineBuilder {
        Builder() {}
    }
}
