package io.github.saleskit.cpq.pricing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigDecimal;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What a price rule does: change the price of each line, or discount the order and share that among the lines.
 *
 * <p>No action makes a price negative: an amount above what is left takes only that.
 *
 * <p>Immutable and thread-safe. More actions may follow.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PriceAction.PercentOff.class, name = "percentOff"),
    @JsonSubTypes.Type(value = PriceAction.AmountOffUnit.class, name = "amountOffUnit"),
    @JsonSubTypes.Type(value = PriceAction.UnitPrice.class, name = "unitPrice"),
    @JsonSubTypes.Type(value = PriceAction.OrderPercentOff.class, name = "orderPercentOff"),
    @JsonSubTypes.Type(value = PriceAction.OrderAmountOff.class, name = "orderAmountOff")
})
public sealed interface PriceAction extends StrictDocument {

    /** The currency of the amounts in it; empty where it names none. */
    default Optional<CurrencyUnit> currency() {
        return Optional.empty();
    }

    /** An action on each line by itself. */
    sealed interface OnLine extends PriceAction {}

    /** An action on the sum of all lines. */
    sealed interface OnOrder extends PriceAction {}

    /**
     * Takes a percentage off the line.
     *
     * @param percent of what the price is by then, from 0 to 100
     */
    record PercentOff(@JsonProperty(required = true) BigDecimal percent) implements OnLine {
        public PercentOff {
            requireNonNull(percent, "percent");
        }
    }

    /**
     * Takes an amount off each unit.
     *
     * @param amount not negative
     */
    record AmountOffUnit(@JsonProperty(required = true) BigMoney amount) implements OnLine {
        public AmountOffUnit {
            requireNonNull(amount, "amount");
        }

        @Override
        public Optional<CurrencyUnit> currency() {
            return Optional.of(amount.getCurrencyUnit());
        }
    }

    /**
     * Sets the price of each unit, whatever it was before.
     *
     * @param price not negative
     */
    record UnitPrice(@JsonProperty(required = true) BigMoney price) implements OnLine {
        public UnitPrice {
            requireNonNull(price, "price");
        }

        @Override
        public Optional<CurrencyUnit> currency() {
            return Optional.of(price.getCurrencyUnit());
        }
    }

    /**
     * Takes a percentage off the sum of all lines; the discount is rounded once and shared among them.
     *
     * @param percent of what the sum is by then, from 0 to 100
     * @param atMost the most it takes, not negative; without limit when absent
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record OrderPercentOff(@JsonProperty(required = true) BigDecimal percent, Optional<Money> atMost)
            implements OnOrder {
        public OrderPercentOff {
            requireNonNull(percent, "percent");
        }

        @Override
        public Optional<CurrencyUnit> currency() {
            return atMost.map(Money::getCurrencyUnit);
        }
    }

    /**
     * Takes an amount off the sum of all lines, shared among them.
     *
     * @param amount not negative
     */
    record OrderAmountOff(@JsonProperty(required = true) Money amount) implements OnOrder {
        public OrderAmountOff {
            requireNonNull(amount, "amount");
        }

        @Override
        public Optional<CurrencyUnit> currency() {
            return Optional.of(amount.getCurrencyUnit());
        }
    }
}
