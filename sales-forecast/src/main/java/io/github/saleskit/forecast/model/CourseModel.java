package io.github.saleskit.forecast.model;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.forecast.model.internal.ArimaSelection;
import io.github.saleskit.forecast.model.internal.CesFit;
import io.github.saleskit.forecast.model.internal.Course;
import io.github.saleskit.forecast.model.internal.EtsFit;
import io.github.saleskit.forecast.model.internal.EtsForm;
import io.github.saleskit.forecast.model.internal.Gaps;
import io.github.saleskit.forecast.model.internal.Numbers;
import io.github.saleskit.forecast.model.internal.QuantileGrid;
import io.github.saleskit.forecast.model.internal.SeasonTest;
import io.github.saleskit.forecast.model.internal.SeasonalFigure;
import io.github.saleskit.forecast.model.internal.Stl;
import io.github.saleskit.forecast.model.internal.ThetaFit;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A model that can look back, perhaps of the seasonally adjusted series; its deviations are the root mean squares of
 * its own errors so many steps ahead over the history.
 */
final class CourseModel implements FittedModel {

    private static final int FEWEST_VALUES = 6;
    private static final int MOST_ORIGINS = 100;

    private static final int SEASONS = 13;
    private static final double[] ONE = {1};
    private static final List<EtsForm> PLAIN = EtsForm.all().stream()
            .filter(form -> !form.isSeasonal() && !form.hasRelativeError())
            .toList();

    private final Course course;
    private final TimeSeries series;
    /** What lies between the course and the series, from an origin on. */
    @FunctionalInterface
    private interface Season {
        void restore(int origin, double[] path);
    }

    private final Season season;

    private CourseModel(Course course, TimeSeries series, Season season) {
        this.course = course;
        this.series = series;
        this.season = season;
    }

    private static void nothing(int origin, double[] path) {}

    /** A theta model; the season is taken out when it is significant, as in the M competitions. */
    static @Nullable FittedModel theta(ThetaFit.Kind kind, TimeSeries series) {
        return adjusted(series, y -> ThetaFit.of(kind, y));
    }

    /** Complex exponential smoothing of the seasonally adjusted series. */
    static @Nullable FittedModel ces(TimeSeries series) {
        return adjusted(series, CesFit::of);
    }

    /** ARIMA with automatic order. */
    static @Nullable FittedModel arima(TimeSeries series) {
        if (series.observed() < FEWEST_VALUES) {
            return null;
        }
        Course fit = ArimaSelection.of(Gaps.filled(series.values()), series.seasonLength());
        return fit == null ? null : new CourseModel(fit, series, CourseModel::nothing);
    }

    private static @Nullable FittedModel adjusted(TimeSeries series, Function<double[], Course> fit) {
        if (series.observed() < FEWEST_VALUES) {
            return null;
        }
        double[] y = Gaps.filled(series.values());
        int m = series.seasonLength();
        double[] factors = SeasonTest.isSeasonal(y, m) ? SeasonalFigure.of(y, m, true) : null;
        for (int t = 0; t < y.length && factors != null; t++) {
            y[t] /= factors[t % m];
        }
        return new CourseModel(
                fit.apply(y), series, (origin, path) -> multiply(path, origin, factors == null ? ONE : factors));
    }

    private static void multiply(double[] path, int origin, double[] factors) {
        for (int h = 0; h < path.length; h++) {
            path[h] *= factors[(origin + h) % factors.length];
        }
    }

    /** Exponential smoothing of what a season that may change leaves, in logarithms where all values are positive. */
    static @Nullable FittedModel stl(TimeSeries series) {
        if (series.observed() < FEWEST_VALUES) {
            return null;
        }
        double[] y = Gaps.filled(series.values());
        boolean positive = Arrays.stream(y).allMatch(value -> value > 0);
        double[] z = positive ? Arrays.stream(y).map(StrictMath::log).toArray() : y;
        Stl stl = Stl.of(z, series.seasonLength(), SEASONS, true);
        for (int t = 0; t < z.length && stl != null; t++) {
            z[t] -= stl.at(t);
        }
        List<EtsFit> fits = EtsFit.best(PLAIN, series.withValues(z));
        return fits.isEmpty()
                ? null
                : new CourseModel(fits.get(0), series, (origin, path) -> {
                    for (int h = 0; h < path.length; h++) {
                        double value = path[h] + (stl == null ? 0 : stl.at(origin + h));
                        path[h] = positive ? StrictMath.exp(value) : value;
                    }
                });
    }

    @Override
    public String name() {
        return course.name();
    }

    @Override
    public double[] mean(int horizon) {
        return from(series.length(), horizon);
    }

    private double[] from(int origin, int horizon) {
        double[] path = new double[horizon];
        course.from(origin, path);
        season.restore(origin, path);
        return path;
    }

    @Override
    public double[][] quantiles(int horizon, long seed) {
        return QuantileGrid.normal(mean(horizon), deviations(horizon));
    }

    private double[] deviations(int horizon) {
        double[] squares = new double[horizon];
        int[] counts = new int[horizon];
        int n = series.length();
        int first = Math.max(course.firstOrigin(), Math.min(n - 1, 3));
        for (int origin = n - 1; origin >= first; origin -= Math.max(1, (n - first) / MOST_ORIGINS)) {
            double[] path = from(origin, Math.min(horizon, n - origin));
            for (int h = 0; h < path.length; h++) {
                double error = series.value(origin + h) - path[h];
                squares[h] += Double.isNaN(error) ? 0 : error * error;
                counts[h] += Double.isNaN(error) ? 0 : 1;
            }
        }
        double widest = 0;
        for (int h = 0; h < horizon; h++) {
            double grown = h == 0 ? 0 : widest * StrictMath.sqrt((h + 1.0) / h);
            double seen = counts[h] > 2 ? StrictMath.sqrt(squares[h] / counts[h]) : grown;
            widest = Math.max(widest, seen);
            squares[h] = widest;
        }
        return squares;
    }

    @Override
    public double[] fitted() {
        double[] fitted = new double[series.length()];
        for (int t = 0; t < fitted.length; t++) {
            fitted[t] = t < course.firstOrigin() ? Double.NaN : from(t, 1)[0];
        }
        return fitted;
    }

    @Override
    public FitSummary summary() {
        double squares = 0;
        double sizes = 0;
        int count = 0;
        for (int t = course.firstOrigin(); t < series.length(); t++) {
            double error = series.value(t) - from(t, 1)[0];
            if (!Double.isNaN(error)) {
                squares += error * error;
                sizes += Math.abs(error);
                count++;
            }
        }
        int counted = Math.max(1, count);
        return new FitSummary(
                series.observed(),
                Collections.emptyMap(),
                StrictMath.sqrt(squares / counted),
                sizes / counted,
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public List<Reason> reasons() {
        return List.of(Reason.of("forecast.model.course", "model", name(), "next", Numbers.text(mean(1)[0])));
    }
}
