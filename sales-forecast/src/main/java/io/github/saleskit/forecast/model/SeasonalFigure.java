package io.github.saleskit.forecast.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The average season of a series by classical decomposition with centred moving averages. */
final class SeasonalFigure {

    private SeasonalFigure() {}

    /**
     * The factor (mean 1) or amount (mean 0) of each phase of the season, the phase of the first value first; null where the
     * series is shorter than two seasons or a factor would not be positive.
     *
     * @param values without missing ones
     */
    static double @Nullable [] of(double[] values, int seasonLength, boolean factors) {
        if (seasonLength < 2 || values.length / 2 < seasonLength) {
            return null;
        }
        double[] sums = new double[seasonLength];
        int[] counts = new int[seasonLength];
        double[] trend = centredAverages(values, seasonLength);
        for (int t = 0; t < values.length; t++) {
            if (!Double.isNaN(trend[t])) {
                sums[t % seasonLength] += factors ? values[t] / trend[t] : values[t] - trend[t];
                counts[t % seasonLength]++;
            }
        }
        double total = 0;
        for (int i = 0; i < seasonLength; i++) {
            sums[i] /= counts[i];
            total += sums[i];
        }
        double mean = total / seasonLength;
        for (int i = 0; i < seasonLength; i++) {
            sums[i] = factors ? sums[i] / mean : sums[i] - mean;
        }
        return usable(sums, factors) ? sums : null;
    }

    private static boolean usable(double[] figure, boolean factors) {
        return Arrays.stream(figure).allMatch(value -> Double.isFinite(value) && (!factors || value > 0));
    }

    /** Averages over one season, for an even length over two that overlap; NaN at the ends. */
    private static double[] centredAverages(double[] values, int seasonLength) {
        int half = seasonLength / 2;
        boolean even = seasonLength % 2 == 0;
        double[] averages = new double[values.length];
        Arrays.fill(averages, Double.NaN);
        for (int t = half; t < values.length - half; t++) {
            double sum = 0;
            for (int k = -half; k <= half; k++) {
                sum += values[t + k] * (even && Math.abs(k) == half ? 0.5 : 1);
            }
            averages[t] = sum / seasonLength;
        }
        return averages;
    }
}
