package io.github.saleskit.forecast.model.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as reasons and forecasts show them. */
public final class Numbers {

    private static final int DIGITS = 5;

    private Numbers() {}

    /** Rounded to five significant digits, or to the units when it is larger; without an exponent unless very small. */
    public static String text(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : Double.toString(value);
        }
        BigDecimal exact = new BigDecimal(value);
        BigDecimal rounded = exact.precision() - exact.scale() > DIGITS
                ? exact.setScale(0, RoundingMode.HALF_EVEN)
                : exact.round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
        BigDecimal plain = rounded.stripTrailingZeros();
        return Math.abs(value) < 1e-6 ? plain.toString() : plain.toPlainString();
    }

    /** The same array, with 0 for what lay below. */
    public static double[] raised(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, values[i]);
        }
        return values;
    }

    /** A share as per cent with one decimal. */
    public static String percent(double share) {
        return new BigDecimal(share * 100)
                .setScale(1, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
