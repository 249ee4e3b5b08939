package io.github.saleskit.forecast.internal;

import java.util.List;

/** Shares of a whole. */
public final class Shares {

    private static final double ROUNDING = 1e-9;

    private Shares() {}

    /**
     * Refuses shares that are negative or do not add up to 1, but for 10<sup>-9</sup>.
     *
     * @param remedy the line of the message that begins with Maybe
     */
    public static void require(List<Double> shares, String remedy) {
        double total = shares.stream().mapToDouble(Double::doubleValue).sum();
        if (!(Math.abs(total - 1) <= ROUNDING) || shares.stream().anyMatch(share -> !(share >= 0))) {
            throw new IllegalArgumentException("shares is " + shares
                    + ", but must have numbers that are not negative and add up to 1.\n" + remedy);
        }
    }
}
