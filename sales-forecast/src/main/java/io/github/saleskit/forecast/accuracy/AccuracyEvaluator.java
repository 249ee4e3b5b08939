package io.github.saleskit.forecast.accuracy;

import io.github.saleskit.forecast.model.Forecast;
import io.github.saleskit.forecast.model.ForecastDefinition;
import io.github.saleskit.forecast.model.Forecaster;
import io.github.saleskit.forecast.series.TimeSeries;

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

    private final int period;
    private final Forecaster naive2 = Forecaster.compile(ForecastDefinition.of("naive2"));
    private int series;
    private int unscaled;
    private double smape;
    private double mase;
    private double naiveSmape;
    private double naiveMase;
    private double msis;
    private double coverage;

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
     */
    public void add(TimeSeries history, double[] mean, double[] lower, double[] upper, double[] actual) {
        double[] naive = naive2.forecast(history, actual.length).mean();
        double error = ErrorMeasures.smape(actual, mean);
        coverage += ErrorMeasures.coverage(actual, lower, upper);
        series++;
        smape += error;
        naiveSmape += ErrorMeasures.smape(actual, naive);
        double scale = ErrorMeasures.scale(history.values(), period);
        if (scale > 0) {
            mase += ErrorMeasures.mase(actual, mean, scale);
            naiveMase += ErrorMeasures.mase(actual, naive, scale);
            msis += ErrorMeasures.msis(actual, lower, upper, scale);
        } else {
            unscaled++;
        }
    }

    /**
     * The means so far.
     *
     * @throws IllegalArgumentException when nothing was added
     */
    public Accuracy toAccuracy() {
        if (series == 0) {
            throw new IllegalArgumentException("no series was added.\nMaybe the file of forecasts is empty?");
        }
        int scaled = Math.max(1, series - unscaled);
        double owa = naiveSmape > 0 && naiveMase > 0 ? (smape / naiveSmape + mase / naiveMase) / 2 : 0;
        return new Accuracy(1, series, unscaled, smape / series, mase / scaled, owa, msis / scaled, coverage / series);
    }
}
