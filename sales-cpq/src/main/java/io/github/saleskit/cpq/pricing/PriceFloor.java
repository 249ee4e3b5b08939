package io.github.saleskit.cpq.pricing;

import java.math.RoundingMode;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What a line costs at least, and why.
 *
 * @param amount in whole minor units; zero where there is no floor but that nothing is negative
 * @param limit what set it
 */
record PriceFloor(BigMoney amount, PriceLimit limit) {

    /** Nothing becomes negative. */
    static PriceFloor zero(CurrencyUnit currency) {
        return new PriceFloor(BigMoney.zero(currency), PriceLimit.ZERO);
    }

    /** The higher of this floor and another; to a whole minor unit, so that rounding cannot pass below. */
    PriceFloor raised(BigMoney exact, PriceLimit by) {
        BigMoney higher = exact.toMoney(RoundingMode.CEILING).toBigMoney();
        return higher.isGreaterThan(amount) ? new PriceFloor(higher, by) : this;
    }

    /** Whether a price may not fall to zero. */
    boolean isPositive() {
        return !amount.isZero();
    }

    /** What a line of that price must cost at least: the floor, or what it costs where that is less. */
    Money least(BigMoney price) {
        return (price.isLessThan(amount) ? price : amount).toMoney(RoundingMode.DOWN);
    }

    /** How much can be taken off a price. */
    BigMoney room(BigMoney price) {
        return price.isGreaterThan(amount) ? price.minus(amount) : BigMoney.zero(amount.getCurrencyUnit());
    }
}
