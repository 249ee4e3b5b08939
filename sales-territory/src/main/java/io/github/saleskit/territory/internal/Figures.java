package io.github.saleskit.territory.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as reasons show them, and the largest there are. */
public final class Figures {

    /** The largest activity, distance or limit: sums of any number of them stay finite. */
    public static final double LARGEST = 1e100;

    private Figures() {}

    /** All digits before the point and at least six in all, without trailing zeros: 1234567, 12.3457, .05 as 0.05. */
    public static String plain(double value) {
        BigDecimal exact = new BigDecimal(value);
        int digits = Math.max(6, exact.precision() - exact.scale());
        BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** A share as a percentage with two digits after the point: .0432 as 4.32. */
    public static String percent(double share) {
        return new BigDecimal(share * 100).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
