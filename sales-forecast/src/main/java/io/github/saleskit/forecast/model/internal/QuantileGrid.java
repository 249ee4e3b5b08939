package io.github.saleskit.forecast.model.internal;

import io.github.saleskit.core.statistics.StandardNormal;
import java.util.Arrays;

/**
 * The levels at which a forecast stores quantiles, and the way from there to any other level: straight lines over
 * normal scores, which are exact for normal distributions, also beyond the outermost levels.
 */
public final class QuantileGrid {

    private static final double[] LEVELS = {
        0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.975, 0.99, 0.995
    };

    private static final double[] SCORES = scores(LEVELS);

    private QuantileGrid() {}

    /** All levels, ascending. */
    public static double[] levels() {
        return LEVELS.clone();
    }

    /** How many levels there are. */
    public static int size() {
        return LEVELS.length;
    }

    /** The level of a zero-based index. */
    public static double level(int index) {
        return LEVELS[index];
    }

    /** The standard normal quantile at the level of a zero-based index. */
    public static double score(int index) {
        return SCORES[index];
    }

    private static double[] scores(double[] levels) {
        return Arrays.stream(levels)
                .map(level -> level == 0.5 ? 0 : StandardNormal.quantile(level))
                .toArray();
    }

    /** Quantiles of normal distributions, by level and step. */
    public static double[][] normal(double[] mean, double[] deviation) {
        double[][] quantiles = new double[LEVELS.length][mean.length];
        for (int i = 0; i < LEVELS.length; i++) {
            for (int h = 0; h < mean.length; h++) {
                quantiles[i][h] = mean[h] + SCORES[i] * deviation[h];
            }
        }
        return quantiles;
    }

    /** One quantile of one step by its standard normal score. */
    public static double at(double[][] quantiles, int step, double score) {
        int above = 1;
        while (above < SCORES.length - 1 && SCORES[above] < score) {
            above++;
        }
        double share = (score - SCORES[above - 1]) / (SCORES[above] - SCORES[above - 1]);
        double low = quantiles[above - 1][step];
        return low + share * (quantiles[above][step] - low);
    }

    /** Half of what lies between the quantiles at 20 % and 80 %, in units of a normal distribution's deviation. */
    static double deviation(double[][] quantiles, int step) {
        int low = Arrays.binarySearch(LEVELS, 0.2);
        int high = LEVELS.length - 1 - low;
        return (quantiles[high][step] - quantiles[low][step]) / (SCORES[high] - SCORES[low]);
    }

    /** One quantile of each step from those that are stored. */
    public static double[] interpolate(double[][] quantiles, double level) {
        int exact = Arrays.binarySearch(LEVELS, level);
        if (exact >= 0) {
            return quantiles[exact].clone();
        }
        int above = Math.max(1, Math.min(LEVELS.length - 1, -exact - 1));
        double share = (StandardNormal.quantile(level) - SCORES[above - 1]) / (SCORES[above] - SCORES[above - 1]);
        double[] values = new double[quantiles[above].length];
        for (int h = 0; h < values.length; h++) {
            double low = quantiles[above - 1][h];
            values[h] = low + share * (quantiles[above][h] - low);
        }
        return values;
    }
}
