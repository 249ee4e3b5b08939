package io.github.saleskit.cpq.pricing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.BigMoney;

/**
 * How one step of a waterfall makes its output from its input, before rounding; exact.
 *
 * <p>Immutable and thread-safe. More changes may follow.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PriceChange.Charges.class, name = "charges"),
    @JsonSubTypes.Type(value = PriceChange.Percent.class, name = "percent"),
    @JsonSubTypes.Type(value = PriceChange.Amount.class, name = "amount")
})
public sealed interface PriceChange extends StrictDocument {

    /** The exact output for an input. */
    BigMoney apply(BigMoney input);

    /**
     * The price is the sum of these charges, whatever it was before.
     *
     * @param charges at least one
     */
    record Charges(List<TierCharge> charges) implements PriceChange {

        public Charges {
            charges = charges == null ? List.of() : List.copyOf(charges);
            if (charges.isEmpty()) {
                throw new IllegalArgumentException("charges is empty, but must have at least one.");
            }
        }

        @Override
        public BigMoney apply(BigMoney input) {
            BigMoney sum = charges.get(0).amount();
            for (TierCharge charge : charges.subList(1, charges.size())) {
                sum = sum.plus(charge.amount());
            }
            return sum;
        }
    }

    /**
     * The price changes by a percentage of itself.
     *
     * @param percent negative for a discount: -20 leaves four fifths
     */
    record Percent(@Required BigDecimal percent) implements PriceChange {

        public Percent {
            requireNonNull(percent, "percent");
        }

        @Override
        public BigMoney apply(BigMoney input) {
            return input.multipliedBy(BigDecimal.ONE.add(percent.movePointLeft(2)));
        }
    }

    /**
     * The price changes by an amount.
     *
     * @param amount negative for a discount
     */
    record Amount(@Required BigMoney amount) implements PriceChange {

        public Amount {
            requireNonNull(amount, "amount");
        }

        @Override
        public BigMoney apply(BigMoney input) {
            return input.plus(amount);
        }
    }
}
