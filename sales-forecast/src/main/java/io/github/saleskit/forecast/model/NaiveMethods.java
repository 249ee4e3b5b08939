package io.github.saleskit.forecast.model;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.forecast.model.internal.Gaps;
import io.github.saleskit.forecast.model.internal.Numbers;
import io.github.saleskit.forecast.model.internal.SeasonTest;
import io.github.saleskit.forecast.model.internal.SeasonalFigure;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The methods that need no fitting; their deviations are those of R. J. Hyndman, G. Athanasopoulos, Forecasting:
 * Principles and Practice, 2021, section 5.5.
 */
final class NaiveMethods {

    /** What the deviation of a single value is taken to be, as a share of it. */
    private static final double UNKNOWN_VARIATION = 0.5;

    private NaiveMethods() {}

    /** The last value for ever. */
    static FittedModel naive(TimeSeries series) {
        Walk walk = new Walk(series, 0);
        double last = series.value(walk.last);
        if (walk.steps == 0) {
            double assumed = UNKNOWN_VARIATION * Math.abs(last);
            return new NormalModel(
                    "naive",
                    h -> last,
                    h -> assumed * StrictMath.sqrt(h + walk.behind),
                    summary(series, Collections.emptyMap(), assumed, 0),
                    List.of(Reason.of("forecast.model.singleValue", "value", Numbers.text(last))));
        }
        double sigma = StrictMath.sqrt(walk.squares / walk.steps);
        return new NormalModel(
                "naive",
                h -> last,
                h -> sigma * StrictMath.sqrt(h + walk.behind),
                summary(series, Collections.emptyMap(), sigma, walk.sizes / walk.steps),
                List.of(Reason.of("forecast.model.lastValue", "value", Numbers.text(last))));
    }

    /** The line through the first and the last value. */
    static @Nullable FittedModel drift(TimeSeries series) {
        Walk flat = new Walk(series, 0);
        if (flat.steps < 2) {
            return null;
        }
        double last = series.value(flat.last);
        int span = flat.last - flat.first;
        double drift = (last - series.value(flat.first)) / span;
        Walk walk = new Walk(series, drift);
        double sigma = StrictMath.sqrt(walk.squares / (walk.steps - 1));
        return new NormalModel(
                "drift",
                h -> last + drift * (h + walk.behind),
                h -> sigma * StrictMath.sqrt((h + walk.behind) * (1 + (double) (h + walk.behind) / span)),
                summary(series, Map.of("drift", drift), sigma, walk.sizes / walk.steps),
                List.of(Reason.of("forecast.model.line", "step", Numbers.text(drift))));
    }

    /** The mean of all values. */
    static @Nullable FittedModel mean(TimeSeries series) {
        double[] values = observed(series);
        if (values.length < 2) {
            return null;
        }
        return around(series, values, Arrays.stream(values).average().orElseThrow(), "forecast.model.average");
    }

    /** A series whose values are all the same. */
    static FittedModel constant(TimeSeries series) {
        double[] values = observed(series);
        return around(series, values, values[0], "forecast.model.constant");
    }

    private static FittedModel around(TimeSeries series, double[] values, double mean, String code) {
        double squares = 0;
        double sizes = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
            sizes += Math.abs(value - mean);
        }
        double sigma = StrictMath.sqrt(squares / (values.length - 1));
        double deviation = sigma * StrictMath.sqrt(1 + 1.0 / values.length);
        return new NormalModel(
                "mean",
                h -> mean,
                h -> deviation,
                summary(series, Map.of("mean", mean), sigma, sizes / values.length),
                List.of(Reason.of(code, "value", Numbers.text(mean))));
    }

    /** The value of the same phase one season before. */
    static @Nullable FittedModel seasonalNaive(TimeSeries series) {
        int m = series.seasonLength();
        int n = series.length();
        if (m > n) {
            return null;
        }
        int[] latest = new int[m];
        Arrays.fill(latest, -1);
        double squares = 0;
        double sizes = 0;
        int seasons = 0;
        for (int t = 0; t < n; t++) {
            if (series.isMissing(t)) {
                continue;
            }
            int before = latest[t % m];
            if (before >= 0) {
                double change = series.value(t) - series.value(before);
                squares += change * change * m / (t - before);
                sizes += Math.abs(change);
                seasons++;
            }
            latest[t % m] = t;
        }
        if (seasons == 0 || Arrays.stream(latest).anyMatch(t -> t < 0)) {
            return null;
        }
        double sigma = StrictMath.sqrt(squares / seasons);
        return new NormalModel(
                "seasonalNaive",
                h -> series.value(latest[(n + h - 1) % m]),
                h -> sigma * StrictMath.sqrt((n + h - 1 - latest[(n + h - 1) % m]) / (double) m),
                summary(series, Collections.emptyMap(), sigma, sizes / seasons),
                List.of(Reason.of("forecast.model.lastSeason", "length", m)));
    }

    /**
     * The naive forecast of the seasonally adjusted series, as in the M competitions: the season is taken into account
     * when the autocorrelation at its length is significant.
     */
    static FittedModel naive2(TimeSeries series) {
        double[] filled = Gaps.filled(series.values());
        int m = series.seasonLength();
        double[] factors = SeasonTest.isSeasonal(filled, m) ? SeasonalFigure.of(filled, m, true) : null;
        if (factors == null) {
            FittedModel plain = naive(series);
            return new NormalModel(
                    "naive2", h -> plain.mean(h)[h - 1], naiveDeviation(plain), plain.summary(), plain.reasons());
        }
        double[] adjusted = series.values();
        for (int t = 0; t < adjusted.length; t++) {
            adjusted[t] /= factors[t % m];
        }
        FittedModel plain = naive(series.withValues(adjusted));
        double last = plain.mean(1)[0];
        NormalModel.Path deviation = naiveDeviation(plain);
        int n = series.length();
        return new NormalModel(
                "naive2",
                h -> last * factors[(n + h - 1) % m],
                h -> deviation.at(h) * factors[(n + h - 1) % m],
                plain.summary(),
                List.of(Reason.of("forecast.model.adjustedLastValue", "value", Numbers.text(last), "length", m)));
    }

    private static NormalModel.Path naiveDeviation(FittedModel naive) {
        return ((NormalModel) naive).deviation();
    }

    private static double[] observed(TimeSeries series) {
        return Arrays.stream(series.values())
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    private static FitSummary summary(TimeSeries series, Map<String, Double> parameters, double sigma, double error) {
        return new FitSummary(series.observed(), parameters, sigma, error, Optional.empty(), Optional.empty());
    }

    /** The changes from each value to the next that is there, less a drift. */
    private static final class Walk {
        private int first = -1;
        private int last = -1;
        private int steps;
        private double squares;
        private double sizes;
        /** How many values are missing at the end. */
        private final int behind;

        Walk(TimeSeries series, double drift) {
            for (int t = 0; t < series.length(); t++) {
                if (!series.isMissing(t)) {
                    if (last >= 0) {
                        add(series.value(t) - series.value(last) - drift * (t - last), t - last);
                    } else {
                        first = t;
                    }
                    last = t;
                }
            }
            behind = series.length() - 1 - last;
        }

        private void add(double change, int distance) {
            squares += change * change / distance;
            sizes += Math.abs(change);
            steps++;
        }
    }
}
