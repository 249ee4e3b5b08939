package io.github.saleskit.forecast.model.internal;

import io.github.saleskit.forecast.internal.ExactSum;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The average season of a series by classical decomposition with centred moving averages. */
public final class SeasonalFigure {

    private SeasonalFigure() {}

    /**
     * The factor (mean 1) or amount (mean 0) of each phase of the season, the phase of the first value first; null
     * where the series is shorter than two seasons or a factor would not be positive.
     *
     * @param values without missing ones
     */
    public static double @Nullable [] of(double[] values, int seasonLength, boolean factors) {
        if (seasonLength < 2 || values.length / 2 < seasonLength) {
            return null;
        }
        double[] sums = new double[seasonLength];
        int[] counts = new int[seasonLength];
        double[] trend = trend(values, seasonLength);
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

    /**
     * The same, each phase without its extremes and all drawn towards no season, the more so the less sure they are: so
     * it can be used without a test for a season.
     *
     * <p>Source: D. M. Miller, D. Williams, Shrinkage estimators of time series seasonal factors and their effect on
     * forecasting accuracy, 2003 (that of W. James, C. Stein).
     */
    public static double @Nullable [] shrunken(double[] values, int seasonLength, boolean factors) {
        if (seasonLength < 2 || values.length / 2 < seasonLength) {
            return null;
        }
        double[] ratios = trend(values, seasonLength);
        for (int t = 0; t < values.length; t++) {
            ratios[t] = factors ? values[t] / ratios[t] : values[t] - ratios[t];
        }
        double neutral = factors ? 1 : 0;
        double[] figure = new double[seasonLength];
        double uncertainty = 0;
        for (int i = 0; i < seasonLength; i++) {
            double[] phase = phase(ratios, i, seasonLength);
            figure[i] = Arrays.stream(phase).average().orElse(neutral);
            for (double ratio : phase) {
                uncertainty += (ratio - figure[i]) * (ratio - figure[i]) / Math.max(1, phase.length - 1) / phase.length;
            }
        }
        centre(figure, factors);
        draw(figure, neutral, uncertainty);
        return usable(figure, factors) ? figure : null;
    }

    /**
     * How much better the season of a phase was told by its latest values than by the average of all before: the share
     * of the mean squared errors, below 1 where the season changes; 1 where there are too few seasons to say.
     *
     * @param values without missing ones, in logarithms where the season is a factor
     */
    public static double change(double[] values, int seasonLength) {
        if (seasonLength < 2 || values.length / FEWEST_SEASONS_TO_CHANGE < seasonLength) {
            return 1;
        }
        double[] left = trend(values, seasonLength);
        double fixed = 0;
        double latest = 0;
        for (int phase = 0; phase < seasonLength; phase++) {
            double mean = 0;
            double recent = 0;
            int seen = 0;
            for (int t = phase; t < values.length; t += seasonLength) {
                if (Double.isNaN(left[t])) {
                    continue;
                }
                double amount = values[t] - left[t];
                if (seen >= FEWEST_SEEN) {
                    fixed += (amount - mean) * (amount - mean);
                    latest += (amount - recent) * (amount - recent);
                }
                seen++;
                mean += (amount - mean) / seen;
                recent += (amount - recent) * Math.max(LATEST_WEIGHT, 1.0 / seen);
            }
        }
        return fixed > 0 ? latest / fixed : 1;
    }

    private static final int FEWEST_SEASONS_TO_CHANGE = 6;
    private static final int FEWEST_SEEN = 3;
    private static final double LATEST_WEIGHT = 0.3;

    /** The ratios of one phase, without the least and the greatest where there are four or more. */
    private static double[] phase(double[] ratios, int phase, int seasonLength) {
        double[] sorted = new double[ratios.length / seasonLength + 1];
        int count = 0;
        for (int t = phase; t < ratios.length; t += seasonLength) {
            if (!Double.isNaN(ratios[t])) {
                sorted[count++] = ratios[t];
            }
        }
        Arrays.sort(sorted, 0, count);
        int trimmed = count >= 4 ? 1 : 0;
        return Arrays.copyOfRange(sorted, trimmed, count - trimmed);
    }

    private static void centre(double[] figure, boolean factors) {
        double mean = Arrays.stream(figure).sum() / figure.length;
        for (int i = 0; i < figure.length; i++) {
            figure[i] = factors ? figure[i] / mean : figure[i] - mean;
        }
    }

    private static void draw(double[] figure, double neutral, double uncertainty) {
        int m = figure.length;
        double size = 0;
        for (double value : figure) {
            size += (value - neutral) * (value - neutral);
        }
        double drawn = size > 0 ? Math.max(0, Math.min(1, (m - 3.0) / (m - 1) * uncertainty / size)) : 0;
        for (int i = 0; i < m; i++) {
            figure[i] = neutral + (1 - drawn) * (figure[i] - neutral);
        }
    }

    private static boolean usable(double[] figure, boolean factors) {
        return Arrays.stream(figure).allMatch(value -> Double.isFinite(value) && (!factors || value > 0));
    }

    /** Averages over one season, for an even length over two that overlap; NaN at the ends. O(n). */
    public static double[] trend(double[] values, int seasonLength) {
        int half = seasonLength / 2;
        double[] averages = new double[values.length];
        Arrays.fill(averages, Double.NaN);
        double ends = seasonLength % 2 == 0 ? 0.5 : 0;
        ExactSum sum = new ExactSum();
        for (int t = 0; t < Math.min(2 * half, values.length); t++) {
            sum.add(values[t]);
        }
        for (int t = half; t < values.length - half; t++) {
            sum.add(values[t + half]);
            averages[t] = (sum.total() - ends * (values[t - half] + values[t + half])) / seasonLength;
            sum.add(-values[t - half]);
        }
        return averages;
    }
}
