package io.github.saleskit.cpq.pricing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.joda.money.BigMoney;

/**
 * What one tier of a price adds to a line: so many units at a price each, and perhaps a flat fee.
 *
 * <p>Immutable and thread-safe.
 *
 * @param quantity units (of a package price: packages) charged at the unit price
 * @param unitPrice for each of them, if any
 * @param flatFee once, if any; at least one of both is there
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record TierCharge(BigDecimal quantity, Optional<BigMoney> unitPrice, Optional<BigMoney> flatFee)
        implements StrictDocument {

    public TierCharge {
        requireNonNull(quantity, "quantity");
        if (unitPrice.isEmpty() && flatFee.isEmpty()) {
            throw new IllegalArgumentException("a charge has neither unitPrice nor flatFee, but must have one.");
        }
    }

    static TierCharge of(BigDecimal quantity, BigMoney unitPrice) {
        return new TierCharge(quantity, Optional.of(unitPrice), Optional.empty());
    }

    /** Quantity times unit price plus flat fee, exactly. */
    public BigMoney amount() {
        Optional<BigMoney> units = unitPrice.map(price -> price.multipliedBy(quantity));
        return units.map(amount -> flatFee.map(amount::plus).orElse(amount)).orElseGet(flatFee::orElseThrow);
    }

    /** Whether it is a price for each of so many units and nothing else. */
    boolean isPerUnit(BigDecimal units) {
        return flatFee.isEmpty() && quantity.compareTo(units) == 0;
    }

    TierCharge mapPrices(UnaryOperator<BigMoney> rounding) {
        return new TierCharge(quantity, unitPrice.map(rounding), flatFee.map(rounding));
    }
}
