package io.github.saleskit.forecast.model;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.forecast.model.internal.Gaps;
import io.github.saleskit.forecast.model.internal.LevelShifts;
import io.github.saleskit.forecast.model.internal.Numbers;
import io.github.saleskit.forecast.model.internal.Stl;
import io.github.saleskit.forecast.series.TimePeriod;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds single values that stand out and lasting shifts of the level, and takes both out of a series.
 *
 * <pre>{@code
 * CleanedSeries clean = SeriesCleaner.clean(monthlySales);
 * clean.outliers();   // such as [2024-03]
 * clean.series();     // fit for a model
 * }</pre>
 *
 * <p>First the season, if any, is taken out by robust STL. A shift is a jump between the lines through the values
 * before and after a time, much greater than what they stray; of positive series it is taken as a factor. An outlier is
 * further from the median of its six neighbours than three times the distance between the quartiles beyond the nearer
 * of them. Missing values stay missing. O(n (w + m)) for a season m and windows w.
 *
 * <p>Sources: R. B. Cleveland and others, STL, 1990; J. W. Tukey, Exploratory Data Analysis, 1977.
 *
 * <p>Stateless.
 */
public final class SeriesCleaner {

    private static final int FEWEST_VALUES = 8;
    private static final int SEASONS = 11;
    private static final int MEDIAN_OF = 7;
    private static final double FAR = 3;

    private SeriesCleaner() {}

    /** A series without outliers and shifts; one of less than eight values as it is. */
    public static CleanedSeries clean(TimeSeries series) {
        if (series.observed() < FEWEST_VALUES) {
            return new CleanedSeries(1, series, List.of(), List.of(), List.of());
        }
        double[] values = series.values();
        boolean positive = Arrays.stream(values).allMatch(value -> Double.isNaN(value) || value > 0);
        double[] y = Gaps.filled(values);
        double[] z = positive ? Arrays.stream(y).map(StrictMath::log).toArray() : y;
        double[] season = season(z, series.seasonLength());
        double[] level = new double[z.length];
        for (int t = 0; t < z.length; t++) {
            level[t] = z[t] - season[t];
        }
        List<Reason> reasons = new ArrayList<>();
        List<TimePeriod> shifts = shift(series, level, positive, reasons);
        double[] medians = LevelShifts.mediansOfOthers(level, MEDIAN_OF);
        boolean[] far = far(level, medians);
        List<TimePeriod> outliers = new ArrayList<>();
        for (int t = 0; t < z.length; t++) {
            if (far[t] && !Double.isNaN(values[t])) {
                level[t] = medians[t];
                double cleaned = back(level[t] + season[t], positive);
                outliers.add(series.period(t));
                reasons.add(Reason.of(
                        "forecast.model.outlier",
                        "period",
                        series.period(t),
                        "value",
                        Numbers.text(values[t]),
                        "expected",
                        Numbers.text(cleaned)));
            }
        }
        long moved = shifts.isEmpty() ? 0 : series.start().until(shifts.get(shifts.size() - 1));
        for (int t = 0; t < z.length; t++) {
            boolean changed = (t < moved || far[t]) && !Double.isNaN(values[t]);
            values[t] = changed ? back(level[t] + season[t], positive) : values[t];
        }
        return new CleanedSeries(1, series.withValues(values), outliers, shifts, reasons);
    }

    private static double back(double value, boolean positive) {
        return positive ? StrictMath.exp(value) : value;
    }

    private static double[] season(double[] z, int m) {
        Stl stl = z.length / 3 < m ? null : Stl.of(z, m, SEASONS, true);
        return stl == null ? new double[z.length] : stl.season();
    }

    /** Moves what lies before each shift, and gives the shifts, the earliest one first. */
    private static List<TimePeriod> shift(TimeSeries series, double[] level, boolean positive, List<Reason> reasons) {
        List<TimePeriod> shifts = new ArrayList<>();
        for (LevelShifts.Shift shift : LevelShifts.of(level)) {
            for (int t = 0; t < shift.at(); t++) {
                level[t] += shift.size();
            }
            shifts.add(series.period(shift.at()));
            reasons.add(
                    positive
                            ? Reason.of(
                                    "forecast.model.shiftFactor",
                                    "period",
                                    series.period(shift.at()),
                                    "factor",
                                    Numbers.text(StrictMath.exp(shift.size())))
                            : Reason.of(
                                    "forecast.model.shift",
                                    "period",
                                    series.period(shift.at()),
                                    "size",
                                    Numbers.text(shift.size())));
        }
        return shifts;
    }

    private static boolean[] far(double[] level, double[] medians) {
        double[] left = new double[level.length];
        for (int t = 0; t < left.length; t++) {
            left[t] = level[t] - medians[t];
        }
        double[] sorted = left.clone();
        Arrays.sort(sorted);
        double low = sorted[(sorted.length - 1) / 4];
        double high = sorted[sorted.length - 1 - (sorted.length - 1) / 4];
        double reach = FAR * (high - low);
        boolean[] far = new boolean[left.length];
        for (int t = 0; t < left.length; t++) {
            far[t] = reach > 0 && (left[t] < low - reach || left[t] > high + reach);
        }
        return far;
    }
}
