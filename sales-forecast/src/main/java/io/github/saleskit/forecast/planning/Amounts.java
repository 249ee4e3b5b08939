package io.github.saleskit.forecast.planning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.DoubleStream;

/** Amounts as numbers, and numbers as weights of amounts. */
final class Amounts {

    private static final int DECIMALS = 30;

    private Amounts() {}

    /** Shares as weights; what is below 10<sup>-30</sup> changes no amount. */
    static List<BigDecimal> weights(DoubleStream shares) {
        return shares.mapToObj(BigDecimal::valueOf)
                .map(share -> share.scale() > DECIMALS ? share.setScale(DECIMALS, RoundingMode.HALF_UP) : share)
                .toList();
    }

    /** Refuses what is not finite, from a position on. */
    static void requireFinite(String name, double[] values, int from) {
        for (int t = from; t < values.length; t++) {
            if (!Double.isFinite(values[t])) {
                throw new IllegalArgumentException(
                        name + "[" + t + "] is " + values[t] + ", but must be a finite number.");
            }
        }
    }
}
