package io.github.saleskit.cpq.pricing;

import io.github.saleskit.core.money.RoundingLevel;
import io.github.saleskit.core.money.RoundingPolicy;
import java.math.BigDecimal;
import org.joda.money.BigMoney;

/** The rounding of a single step. */
final class StepRounding {

    private StepRounding() {}

    static BigMoney round(
            PriceChange change, BigMoney input, BigDecimal quantity, RoundingLevel level, RoundingPolicy policy) {
        return switch (level) {
            case UNIT -> byUnit(change, input, quantity, policy);
            case LINE -> settled(change.apply(input), policy);
            case TOTAL -> change.apply(input);
        };
    }

    /** Charges have unit prices; elsewhere the unit price is the amount divided by the quantity. */
    private static BigMoney byUnit(PriceChange change, BigMoney input, BigDecimal quantity, RoundingPolicy policy) {
        if (change instanceof PriceChange.Charges list) {
            return new PriceChange.Charges(list.charges().stream()
                            .map(charge -> charge.mapPrices(price -> settled(price, policy)))
                            .toList())
                    .apply(input);
        }
        BigMoney exact = change.apply(input);
        if (quantity.signum() == 0) {
            return settled(exact, policy);
        }
        int minor = exact.getCurrencyUnit().getDecimalPlaces();
        BigDecimal unitPrice = exact.getAmount().divide(quantity, minor, policy.mode());
        return BigMoney.of(exact.getCurrencyUnit(), unitPrice.multiply(quantity));
    }

    private static BigMoney settled(BigMoney amount, RoundingPolicy policy) {
        return policy.settle(amount).toBigMoney();
    }
}
