package io.github.saleskit.forecast.accuracy;

/**
 * The error measures of the M competitions, for one series each.
 *
 * <p>Arrays of one call have equal lengths, at least 1, and hold numbers within ±10<sup>300</sup>.
 *
 * <p>Source: S. Makridakis, E. Spiliotis, V. Assimakopoulos, The M4 Competition: 100,000 time series and 61 forecasting
 * methods, 2020.
 */
public final class ErrorMeasures {

    /** Of an interval at 95 %: 2 / 0.05. */
    private static final double MISS_PENALTY = 40;

    private static final double PER_CENT_OF_MEAN = 200;

    private ErrorMeasures() {}

    /**
     * The symmetric mean absolute percentage error: the mean of {@code 200 |y - f| / (|y| + |f|)}, from 0 to 200; a
     * step at which both are 0 counts as 0.
     */
    public static double smape(double[] actual, double[] forecast) {
        requireSameLength(actual, forecast);
        double sum = 0;
        for (int h = 0; h < actual.length; h++) {
            double size = Math.abs(actual[h]) + Math.abs(forecast[h]);
            sum += size == 0 ? 0 : PER_CENT_OF_MEAN * (Math.abs(actual[h] - forecast[h]) / size);
        }
        return sum / actual.length;
    }

    /** The mean of {@code |y - f|}. */
    public static double meanAbsoluteError(double[] actual, double[] forecast) {
        requireSameLength(actual, forecast);
        double sum = 0;
        for (int h = 0; h < actual.length; h++) {
            sum += Math.abs(actual[h] - forecast[h]);
        }
        return sum / actual.length;
    }

    /**
     * The scale of scaled errors: the mean of {@code |x_t - x_(t-period)|} over the history.
     *
     * @param history NaN where a value is missing; such pairs do not count
     * @param period the season of the measure, at least 1: 1 for yearly, weekly and daily series, 4, 12 or 24 for
     *     quarterly, monthly and hourly ones
     * @return 0 for a history that never changes or has no such pair: scaled errors then do not exist
     */
    public static double scale(double[] history, int period) {
        if (period < 1) {
            throw new IllegalArgumentException("period is " + period + ", but must be at least 1.");
        }
        double sum = 0;
        int pairs = 0;
        for (int t = period; t < history.length; t++) {
            double change = Math.abs(history[t] - history[t - period]);
            if (!Double.isNaN(change)) {
                sum += change;
                pairs++;
            }
        }
        return pairs == 0 ? 0 : sum / pairs;
    }

    /**
     * The mean absolute scaled error.
     *
     * @param scale from {@link #scale}, above 0
     */
    public static double mase(double[] actual, double[] forecast, double scale) {
        return meanAbsoluteError(actual, forecast) / requireScale(scale);
    }

    /**
     * The mean scaled interval score at 95 %: the mean of {@code (upper - lower) + 40 max(0, lower - y) + 40 max(0, y -
     * upper)}, scaled.
     *
     * @param scale from {@link #scale}, above 0
     * @throws IllegalArgumentException when a lower end lies above its upper end
     */
    public static double msis(double[] actual, double[] lower, double[] upper, double scale) {
        requireSameLength(actual, lower);
        requireSameLength(actual, upper);
        requireIntervals(lower, upper);
        double sum = 0;
        for (int h = 0; h < actual.length; h++) {
            sum += (upper[h] - lower[h])
                    + MISS_PENALTY * Math.max(0, lower[h] - actual[h])
                    + MISS_PENALTY * Math.max(0, actual[h] - upper[h]);
        }
        return sum / actual.length / requireScale(scale);
    }

    /**
     * The share of values that lie within their intervals, ends included.
     *
     * @throws IllegalArgumentException when a lower end lies above its upper end
     */
    public static double coverage(double[] actual, double[] lower, double[] upper) {
        requireSameLength(actual, lower);
        requireSameLength(actual, upper);
        requireIntervals(lower, upper);
        int inside = 0;
        for (int h = 0; h < actual.length; h++) {
            inside += lower[h] <= actual[h] && actual[h] <= upper[h] ? 1 : 0;
        }
        return (double) inside / actual.length;
    }

    private static void requireIntervals(double[] lower, double[] upper) {
        for (int h = 0; h < lower.length; h++) {
            if (lower[h] > upper[h]) {
                throw new IllegalArgumentException("lower[" + h + "] is " + lower[h] + ", which is above upper[" + h
                        + "], " + upper[h] + ".\nMaybe they are swapped?");
            }
        }
    }

    private static double requireScale(double scale) {
        if (!(scale > 0)) {
            throw new IllegalArgumentException(
                    "scale is " + scale + ", but must be above 0.\nMaybe the history never changes?");
        }
        return scale;
    }

    private static void requireSameLength(double[] first, double[] second) {
        if (first.length != second.length || first.length == 0) {
            throw new IllegalArgumentException("the arrays have " + first.length + " and " + second.length
                    + " numbers, but must have equally many, at least 1.");
        }
    }
}
