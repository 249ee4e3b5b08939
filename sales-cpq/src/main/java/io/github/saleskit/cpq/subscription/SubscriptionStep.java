package io.github.saleskit.cpq.subscription;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.cpq.pricing.PriceModel;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.BigMoney;

/**
 * From when on an item has which quantity at which price, until its next step or its end.
 *
 * <p>Immutable and thread-safe.
 *
 * @param from when it begins
 * @param quantity not negative; what zero costs is said by the price
 * @param price for the item's price period; must follow from the quantity alone
 */
public record SubscriptionStep(
        @Required Moment from,
        @Required BigDecimal quantity,
        @Required PriceModel price) implements StrictDocument {

    public SubscriptionStep {
        requireNonNull(from, "from");
        requireNonNull(quantity, "quantity");
        requireNonNull(price, "price");
    }

    /** So many units at a price each. */
    public static SubscriptionStep of(LocalDate from, long quantity, BigMoney unitPrice) {
        return new SubscriptionStep(Moment.of(from), BigDecimal.valueOf(quantity), new PriceModel.PerUnit(unitPrice));
    }

    /** Any quantity at any price. */
    public static SubscriptionStep of(LocalDate from, BigDecimal quantity, PriceModel price) {
        return new SubscriptionStep(Moment.of(from), quantity, price);
    }

    boolean goesOnAs(SubscriptionStep next) {
        return quantity.compareTo(next.quantity) == 0 && price.equals(next.price);
    }

    SubscriptionStep at(Moment other) {
        return new SubscriptionStep(other, quantity, price);
    }

    SubscriptionStep withQuantity(BigDecimal other) {
        return new SubscriptionStep(from, other, price);
    }

    SubscriptionStep withPrice(PriceModel other) {
        return new SubscriptionStep(from, quantity, other);
    }
}
