package io.github.saleskit.forecast.accuracy;

import io.github.saleskit.forecast.model.Forecast;
import io.github.saleskit.forecast.model.ForecastDefinition;
import io.github.saleskit.forecast.model.Forecaster;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.Optional;

/**
 * Gathers forecasts and what then came, series by series.
 *
 * <pre>{@code
 * AccuracyEvaluator evaluator = new AccuracyEvaluator(12);
 * evaluator.add(history, forecaster.forecast(history, 18), actual);
 * evaluator.toAccuracy().owa();
 * }</pre>
 *
 * <p>Mutable, for one thread.
 */
public final class AccuracyEvaluator {

    private static final double LEVEL = 0.95;
    private static final double LARGEST = 1e100;

    private final int period;
    private final Forecaster naive2 = Forecaster.compile(ForecastDefinition.of("naive2"));
    private final Sums means = new Sums();
    private final Sums steps = new Sums();
    private double naiveSmape;
    private double naiveMase;

    /** Weighted sums of the measures. */
    private static final class Sums {
        private double weight;
        private double scaledWeight;
        private double smape;
        private double coverage;
        private double mase;
        private double msis;

        void add(double w, double newSmape, double newCoverage) {
            weight += w;
            smape += w * newSmape;
            coverage += w * newCoverage;
        }

        void addScaled(double w, double newMase, double newMsis) {
            scaledWeight += w;
            mase += w * newMase;
            msis += w * newMsis;
        }

        Optional<Double> scaled(double sum) {
            return scaledWeight > 0 ? Optional.of(sum / scaledWeight) : Optional.empty();
        }
    }

    /**
     * An evaluator without series.
     *
     * @param period the season of the scaled measures, at least 1; see {@link ErrorMeasures#scale}
     */
    public AccuracyEvaluator(int period) {
        if (period < 1) {
            throw new IllegalArgumentException("period is " + period + ", but must be at least 1.");
        }
        this.period = period;
    }

    /**
     * Adds one series.
     *
     * @param history from which the forecast was made
     * @param forecast to be judged
     * @param actual what came, as many values as were forecast, none missing
     */
    public void add(TimeSeries history, Forecast forecast, double[] actual) {
        add(history, forecast.mean(), forecast.lower(LEVEL), forecast.upper(LEVEL), actual);
    }

    /**
     * Adds one series with a forecast from elsewhere.
     *
     * @param history from which the forecast was made
     * @param mean the forecast
     * @param lower lower ends of its 95 % intervals
     * @param upper upper ends of its 95 % intervals
     * @param actual what came, none missing
     * @throws IllegalArgumentException when the lengths differ, a number is missing or beyond ±10<sup>100</sup>, or a
     *     lower end lies above its upper end; nothing is added then
     */
    public void add(TimeSeries history, double[] mean, double[] lower, double[] upper, double[] actual) {
        requireNumbers("mean", mean);
        requireNumbers("lower", lower);
        requireNumbers("upper", upper);
        requireNumbers("actual", actual);
        double[] naive = naive2.forecast(history, actual.length).mean();
        double error = ErrorMeasures.smape(actual, mean);
        double covered = ErrorMeasures.coverage(actual, lower, upper);
        naiveSmape += ErrorMeasures.smape(actual, naive);
        means.add(1, error, covered);
        steps.add(actual.length, error, covered);
        double scale = ErrorMeasures.scale(history.values(), period);
        if (scale > 0) {
            double mase = ErrorMeasures.mase(actual, mean, scale);
            double msis = ErrorMeasures.msis(actual, lower, upper, scale);
            naiveMase += ErrorMeasures.mase(actual, naive, scale);
            means.addScaled(1, mase, msis);
            steps.addScaled(actual.length, mase, msis);
        }
    }

    /**
     * The means so far.
     *
     * @throws IllegalArgumentException when nothing was added
     */
    public Accuracy toAccuracy() {
        if (means.weight == 0) {
            throw new IllegalArgumentException("no series was added.\nMaybe the file of forecasts is empty?");
        }
        return Accuracy.builder()
                .series((int) means.weight)
                .unscaled((int) (means.weight - means.scaledWeight))
                .smape(means.smape / means.weight)
                .mase(means.scaled(means.mase))
                .owa(owa())
                .msis(means.scaled(means.msis))
                .coverage(means.coverage / means.weight)
                .pooled(pooled())
                .build();
    }

    private static void requireNumbers(String name, double[] values) {
        for (int h = 0; h < values.length; h++) {
            if (!(Math.abs(values[h]) <= LARGEST)) {
                throw new IllegalArgumentException(
                        name + "[" + h + "] is " + values[h] + ", but must be a number within -1e100 and 1e100.");
            }
        }
    }

    private Optional<Double> owa() {
        return naiveSmape > 0 && naiveMase > 0
                ? Optional.of((means.smape / naiveSmape + means.mase / naiveMase) / 2)
                : Optional.empty();
    }

    private PooledAccuracy pooled() {
        return PooledAccuracy.builder()
                .smape(steps.smape / steps.weight)
                .mase(steps.scaled(steps.mase))
                .msis(steps.scaled(steps.msis))
                .coverage(steps.coverage / steps.weight)
                .build();
    }
}
