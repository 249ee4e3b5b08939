package io.github.saleskit.forecast.selection;

import java.util.Arrays;

/**
 * How large errors are at a level, up to a constant: with the root of the level, as for sums of many independent
 * purchases; this lies midway between errors of one size and errors in proportion to the level. Where values can be
 * negative, of one size.
 *
 * <p>Source: L. R. Taylor, Aggregation, variance and the mean, 1961, with the power 1.
 */
final class ErrorSize {

    /** Of the mean; at lower levels errors do not fade any more. */
    private static final double LOWEST_LEVEL = 0.25;

    private final boolean grows;
    private final double lowest;

    /**
     * From the values that are known.
     *
     * @param history NaN where nothing is known
     */
    ErrorSize(double[] history) {
        double[] known =
                Arrays.stream(history).filter(value -> !Double.isNaN(value)).toArray();
        double mean = Arrays.stream(known).average().orElse(0);
        grows = mean > 0 && Arrays.stream(known).allMatch(value -> value >= 0);
        lowest = LOWEST_LEVEL * mean;
    }

    /** The size where so much is forecast; above 0. */
    double at(double level) {
        return grows ? StrictMath.sqrt(Math.max(lowest, level)) : 1;
    }
}
