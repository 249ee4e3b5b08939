package io.github.saleskit.cpq.pricing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** Arithmetic on exact amounts where a result may have endless digits. */
final class Exact {

    /** Digits of a quotient; beyond every amount that a plan can state. */
    private static final MathContext DIGITS = new MathContext(60, RoundingMode.HALF_EVEN);

    /** So many significant digits are enough to weigh amounts against each other. */
    private static final int WEIGHT_DIGITS = 40;

    private Exact() {}

    static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
        BigDecimal quotient = dividend.divide(divisor, DIGITS);
        return quotient.precision() < DIGITS.getPrecision() ? quotient : quotient.round(new MathContext(40));
    }

    /**
     * Weights in the same proportions, of as many digits as an allocation takes; the largest keeps its 40 first digits.
     */
    static List<BigDecimal> weights(List<BigDecimal> amounts) {
        int scale = 0;
        int wholeDigits = Integer.MIN_VALUE;
        for (BigDecimal amount : amounts) {
            if (amount.signum() != 0) {
                scale = Math.max(scale, amount.scale());
                wholeDigits = Math.max(wholeDigits, amount.precision() - amount.scale());
            }
        }
        if (wholeDigits == Integer.MIN_VALUE || wholeDigits + scale <= WEIGHT_DIGITS) {
            return amounts;
        }
        int kept = WEIGHT_DIGITS - wholeDigits;
        return amounts.stream()
                .map(amount -> amount.setScale(kept, RoundingMode.HALF_EVEN).scaleByPowerOfTen(kept))
                .map(amount -> amount.signum() == 0 ? BigDecimal.ZERO : amount.setScale(0, RoundingMode.UNNECESSARY))
                .toList();
    }
}
