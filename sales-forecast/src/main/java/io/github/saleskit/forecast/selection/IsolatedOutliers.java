package io.github.saleskit.forecast.selection;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.forecast.model.CleanedSeries;
import io.github.saleskit.forecast.model.SeriesCleaner;
import io.github.saleskit.forecast.series.TimePeriod;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.ArrayList;
import java.util.List;

/**
 * Single values of a positive series that stand out, between others that do not; models are fitted to what was to be
 * expected in their place, while their errors are still measured against what was.
 *
 * <p>Only what is very likely a wrong entry is replaced: five times or a fifth of what was to be expected or beyond,
 * one such value or one in a hundred, not next to another that stands out, not among the last three, which may be the
 * beginning of something new, and not before or soon after a shift of the level. What may come again stays: more of
 * such values are promotions or days of invoices, and the same time of another season has to be known and not to stand
 * out even half as far.
 *
 * @param series what models are fitted to
 * @param reasons one for each value that was replaced
 */
record IsolatedOutliers(TimeSeries series, List<Reason> reasons) {

    /** Five times or a fifth of what was to be expected. */
    private static final double CLEAR = StrictMath.log(5);

    private static final int NEWEST = 3;
    private static final double MOST_SHARE = 0.01;
    /** Of longer series single values hardly matter. */
    private static final int MOST_VALUES = 1_000;

    static IsolatedOutliers of(TimeSeries series) {
        IsolatedOutliers none = new IsolatedOutliers(series, List.of());
        if (series.length() > MOST_VALUES || !isPositive(series)) {
            return none;
        }
        CleanedSeries cleaned = SeriesCleaner.clean(series);
        int from = NEWEST
                + cleaned.shifts().stream()
                        .mapToInt(shift -> position(series, shift))
                        .max()
                        .orElse(0);
        double[] values = series.values();
        List<Reason> reasons = new ArrayList<>();
        int gross = 0;
        for (int i = 0; i < cleaned.outliers().size(); i++) {
            int t = position(series, cleaned.outliers().get(i));
            if (distance(series, cleaned, t) <= CLEAR) {
                continue;
            }
            gross++;
            if (t >= from && isIsolated(series, cleaned, t) && isUnlikeOtherSeasons(series, cleaned, t)) {
                values[t] = cleaned.series().value(t);
                reasons.add(cleaned.reasons().get(cleaned.shifts().size() + i));
            }
        }
        boolean few = !reasons.isEmpty() && gross <= Math.max(1, MOST_SHARE * series.observed());
        return few ? new IsolatedOutliers(series.withValues(values), reasons) : none;
    }

    /** Of the logarithm from what was to be expected. */
    private static double distance(TimeSeries series, CleanedSeries cleaned, int t) {
        return Math.abs(StrictMath.log(series.value(t) / cleaned.series().value(t)));
    }

    private static boolean isPositive(TimeSeries series) {
        for (int t = 0; t < series.length(); t++) {
            if (series.value(t) <= 0) {
                return false;
            }
        }
        return true;
    }

    private static int position(TimeSeries series, TimePeriod period) {
        return Math.toIntExact(series.start().until(period));
    }

    private static boolean isIsolated(TimeSeries series, CleanedSeries cleaned, int t) {
        return t < series.length() - NEWEST && isKept(series, cleaned, t - 1) && isKept(series, cleaned, t + 1);
    }

    private static boolean isUnlikeOtherSeasons(TimeSeries series, CleanedSeries cleaned, int t) {
        int m = series.seasonLength();
        boolean known = m == 1;
        for (int other = t % m; other < series.length() && m > 1; other += m) {
            if (other != t && !series.isMissing(other)) {
                known = true;
                if (distance(series, cleaned, other) > CLEAR / 2) {
                    return false;
                }
            }
        }
        return known;
    }

    private static boolean isKept(TimeSeries series, CleanedSeries cleaned, int t) {
        return Double.compare(series.value(t), cleaned.series().value(t)) == 0;
    }
}
