package io.github.saleskit.cpq.subscription;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A fraction of an amount, kept exactly until it is rounded once. */
record ExactAmount(BigDecimal dividend, BigInteger divisor) {

    static final ExactAmount ZERO = new ExactAmount(BigDecimal.ZERO, BigInteger.ONE);

    /** So many digits are enough to weigh amounts against each other. */
    private static final MathContext WEIGHT = new MathContext(40, RoundingMode.HALF_EVEN);

    static ExactAmount of(BigDecimal amount) {
        return new ExactAmount(amount, BigInteger.ONE);
    }

    /** The amount times {@code part / whole}; part may be any number, whole is above zero. */
    ExactAmount times(long part, long whole) {
        BigInteger newDivisor = divisor.multiply(BigInteger.valueOf(whole));
        BigDecimal newDividend = dividend.multiply(BigDecimal.valueOf(part));
        return new ExactAmount(newDividend, newDivisor);
    }

    /** The sum, over the least common multiple of the divisors. */
    ExactAmount plus(ExactAmount other) {
        BigInteger common = divisor.gcd(other.divisor);
        BigInteger mine = other.divisor.divide(common);
        BigInteger theirs = divisor.divide(common);
        return new ExactAmount(
                dividend.multiply(new BigDecimal(mine)).add(other.dividend.multiply(new BigDecimal(theirs))),
                divisor.multiply(mine));
    }

    /**
     * Rounded to minor units.
     *
     * @throws IllegalArgumentException when it is no whole number of them and the mode does not allow that
     */
    Money settle(CurrencyUnit currency, RoundingMode mode) {
        try {
            return Money.of(currency, dividend.divide(new BigDecimal(divisor), currency.getDecimalPlaces(), mode));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "amount is " + currency + " " + dividend + "/" + divisor
                            + ", but must be a whole number of minor units because the rounding mode is UNNECESSARY.",
                    e);
        }
    }

    BigDecimal weight() {
        return dividend.divide(new BigDecimal(divisor), WEIGHT);
    }
}
