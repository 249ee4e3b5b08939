package io.github.saleskit.forecast.selection;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.forecast.model.Forecast;
import io.github.saleskit.forecast.model.internal.Numbers;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.ArrayList;
import java.util.List;

/** Gathers how far values of many series lay from their forecasts, in half widths of their 95 % intervals. */
final class PooledErrors {

    /** A series has to keep so many values when its last ones are held back. */
    private static final int FEWEST_KEPT = 8;
    /** What 95 % intervals should cover. */
    private static final double COVERED = 0.95;
    /** Shares within 95 % intervals that chance brings about anyhow. */
    private static final double LEAST_COVERED = 0.945;

    private static final double MOST_COVERED = 0.96;
    /** As many series as no correction is worth. */
    private static final double WORTH_OF_NONE = 10;

    /** One bad time makes many series miss at once, and may not come again. */
    private static final double TRUST_IN_MISSES = 0.6;

    private static final double NARROWEST = 0.7;
    private static final double WIDEST = 1.4;

    private final List<Double> distances = new ArrayList<>();
    private int series;

    /** The part of a history before the values that are held back; empty when it would be too short. */
    static int kept(TimeSeries history, int horizon) {
        int kept = history.length() - horizon;
        return kept >= FEWEST_KEPT && kept >= 2L * history.seasonLength() ? kept : 0;
    }

    /** Adds what came after the part of a history that a forecast knew. */
    void add(TimeSeries history, Forecast forecast) {
        double[] mean = forecast.mean();
        double[] lower = forecast.lower(0.95);
        double[] upper = forecast.upper(0.95);
        int from = history.length() - mean.length;
        boolean counts = false;
        for (int h = 0; h < mean.length; h++) {
            double error = history.value(from + h) - mean[h];
            double half = error < 0 ? mean[h] - lower[h] : upper[h] - mean[h];
            if (!Double.isNaN(error) && half > 0) {
                distances.add(Math.abs(error) / half);
                counts = true;
            }
        }
        series += counts ? 1 : 0;
    }

    IntervalCalibration calibration() {
        double[] sorted =
                distances.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double covered = covered(sorted);
        double needed = width(sorted, covered);
        double trust = (needed > 1 ? TRUST_IN_MISSES : 1) * series / (series + WORTH_OF_NONE);
        double width = Math.max(NARROWEST, Math.min(WIDEST, StrictMath.pow(needed, trust)));
        return IntervalCalibration.builder()
                .width(width)
                .series(series)
                .values(sorted.length)
                .covered(covered)
                .addReasons(Reason.of(
                        "forecast.selection.calibrated",
                        "series",
                        series,
                        "values",
                        sorted.length,
                        "covered",
                        Numbers.percent(covered),
                        "width",
                        Numbers.percent(width)))
                .build();
    }

    private static double covered(double[] sorted) {
        int within = 0;
        while (within < sorted.length && sorted[within] <= 1) {
            within++;
        }
        return sorted.length == 0 ? 0 : (double) within / sorted.length;
    }

    /** What would have covered as much as should be. */
    private static double width(double[] sorted, double covered) {
        if (sorted.length == 0 || (covered >= LEAST_COVERED && covered <= MOST_COVERED)) {
            return 1;
        }
        double distance = sorted[(int) Math.min(sorted.length - 1, Math.ceil(COVERED * sorted.length))];
        return distance > 0 ? distance : 1;
    }
}
