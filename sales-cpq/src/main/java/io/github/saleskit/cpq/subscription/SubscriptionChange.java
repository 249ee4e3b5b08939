package io.github.saleskit.cpq.subscription;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.cpq.pricing.PriceModel;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One change to a subscription from the day of its {@link Amendment} on. Steps of a ramp that come later are changed in
 * the same way.
 *
 * <p>Immutable and thread-safe. More changes may follow.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SubscriptionChange.AddItem.class, name = "addItem"),
    @JsonSubTypes.Type(value = SubscriptionChange.RemoveItem.class, name = "removeItem"),
    @JsonSubTypes.Type(value = SubscriptionChange.SetQuantity.class, name = "setQuantity"),
    @JsonSubTypes.Type(value = SubscriptionChange.AddQuantity.class, name = "addQuantity"),
    @JsonSubTypes.Type(value = SubscriptionChange.SetPrice.class, name = "setPrice"),
    @JsonSubTypes.Type(value = SubscriptionChange.SwapProduct.class, name = "swapProduct"),
    @JsonSubTypes.Type(value = SubscriptionChange.MakeFree.class, name = "makeFree")
})
public sealed interface SubscriptionChange extends StrictDocument {

    /** Id of the item that is changed or added. */
    String item();

    /**
     * A product more.
     *
     * @param item id of the new item
     * @param product id of the product
     * @param per for how long the price is meant; absent for what is sold once
     * @param quantity not negative
     * @param price for the price period
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record AddItem(
            @Required String item,
            @Required String product,
            Optional<BillingPeriod> per,
            @Required BigDecimal quantity,
            @Required PriceModel price)
            implements SubscriptionChange {

        public AddItem {
            requireNonNull(item, "item");
            requireNonNull(product, "product");
            requireNonNull(quantity, "quantity");
            requireNonNull(price, "price");
        }
    }

    /**
     * A product less.
     *
     * @param item its id
     */
    record RemoveItem(@Required String item) implements SubscriptionChange {

        public RemoveItem {
            requireNonNull(item, "item");
        }
    }

    /**
     * Another quantity, now and in all later steps.
     *
     * @param item its id
     * @param quantity not negative
     */
    record SetQuantity(@Required String item, @Required BigDecimal quantity) implements SubscriptionChange {

        public SetQuantity {
            requireNonNull(item, "item");
            requireNonNull(quantity, "quantity");
        }
    }

    /**
     * So many units more or fewer than now, and than in each later step.
     *
     * @param item its id
     * @param quantity negative for fewer; no step may fall below zero
     */
    record AddQuantity(@Required String item, @Required BigDecimal quantity) implements SubscriptionChange {

        public AddQuantity {
            requireNonNull(item, "item");
            requireNonNull(quantity, "quantity");
        }
    }

    /**
     * Another price, now and in all later steps.
     *
     * @param item its id
     * @param price for the item's price period
     */
    record SetPrice(@Required String item, @Required PriceModel price) implements SubscriptionChange {

        public SetPrice {
            requireNonNull(item, "item");
            requireNonNull(price, "price");
        }
    }

    /**
     * Another product in the place of one, in the same quantities: the item ends and another begins.
     *
     * @param item id of the item that ends
     * @param newItem id of the item that begins
     * @param product id of its product
     * @param price for the same price period
     */
    record SwapProduct(
            @Required String item,
            @Required String newItem,
            @Required String product,
            @Required PriceModel price) implements SubscriptionChange {

        public SwapProduct {
            requireNonNull(item, "item");
            requireNonNull(newItem, "newItem");
            requireNonNull(product, "product");
            requireNonNull(price, "price");
        }
    }

    /**
     * Free until a moment, then as it would have been; from when on, and so what is given back of the current period,
     * is for the {@link CreditPolicy} to say.
     *
     * @param item its id; one that recurs
     * @param until when it is charged again, after the day of the amendment and, where nothing is credited, after the
     *     current period
     */
    record MakeFree(@Required String item, @Required Moment until) implements SubscriptionChange {

        public MakeFree {
            requireNonNull(item, "item");
            requireNonNull(until, "until");
        }
    }
}
