package io.github.saleskit.forecast.model.internal;

import io.github.saleskit.core.statistics.BoxMinimizer;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An exponential smoothing model with the weights and initial states that make a series most likely. */
public final class EtsFit implements Course {

    private static final double TOLERANCE = 1e-6;
    /** Enough to tell forms that are far from the best. */
    private static final double ROUGH_TOLERANCE = 1e-3;
    /** Of the criterion; forms nearer to the best are fitted as closely as can be. */
    private static final double NEAR = 2;

    private static final int MOST_EVALUATIONS = 1_000;
    private static final double[] ALPHAS = {0.05, 0.2, 0.5, 0.9};
    private static final double[] SHARES = {0.02, 0.3};
    private static final double FIRST_PHI = 0.95;

    private final EtsForm form;
    private final double scale;
    private final double[] point;
    private final double alpha;
    private final double beta;
    private final double gamma;
    private final double phi;
    private final double level;
    private final double slope;
    private final double[] season;
    private final double[] fitted;
    private final double[] levels;
    private final double[] slopes;
    private final double[] seasons;
    private final int observed;
    private final int parameters;
    private final double twiceMinusLogLikelihood;
    private final double sigma;

    private EtsFit(EtsObjective objective, double[] point, double[] values, double scale, int seasonLength) {
        form = objective.form();
        this.scale = scale;
        this.point = point;
        double value = objective.value(point);
        alpha = point[0];
        beta = objective.beta(point);
        gamma = objective.gamma(point);
        phi = objective.phi(point);
        level = objective.level() * scale;
        slope = objective.slope() * scale;
        season = objective.season();
        levels = objective.levels(phi);
        slopes = objective.slopes();
        seasons = objective.seasons();
        fitted = objective.fitted();
        for (int t = 0; t < fitted.length; t++) {
            fitted[t] *= scale;
        }
        if (!form.hasFactors()) {
            for (int i = 0; i < season.length; i++) {
                season[i] *= scale;
            }
        }
        enlarge(scale);
        observed = objective.observed();
        parameters = form.freeParameters(seasonLength) + 1;
        twiceMinusLogLikelihood = value + 2 * observed * StrictMath.log(scale);
        sigma = sigma(values);
    }

    private void enlarge(double factor) {
        for (int t = 0; t < levels.length; t++) {
            levels[t] *= factor;
            slopes[t] *= factor;
            seasons[t] *= form.hasFactors() ? 1 : factor;
        }
    }

    private double sigma(double[] values) {
        double sum = 0;
        for (int t = 0; t < values.length; t++) {
            if (!Double.isNaN(values[t])) {
                double error = values[t] - fitted[t];
                error /= form.hasRelativeError() ? fitted[t] : 1;
                sum += error * error;
            }
        }
        return StrictMath.sqrt(sum / Math.max(1, observed - parameters + 1));
    }

    /** Fits a form; null where the series is too short, too bare or not positive enough for it. */
    public static @Nullable EtsFit of(EtsForm form, TimeSeries series) {
        return isPossible(form, series) ? fit(form, series, TOLERANCE) : null;
    }

    /**
     * The fits of those forms that a series allows, the least AICc first. Those that are clearly not the best are
     * fitted roughly.
     */
    public static List<EtsFit> best(List<EtsForm> forms, TimeSeries series) {
        List<EtsFit> fits = new ArrayList<>();
        double least = Double.POSITIVE_INFINITY;
        for (EtsForm form : forms) {
            EtsFit fit = isPossible(form, series) ? fit(form, series, ROUGH_TOLERANCE) : null;
            if (fit != null && Double.isFinite(fit.aicc())) {
                fits.add(fit);
                least = Math.min(least, fit.aicc());
            }
        }
        double near = least + NEAR;
        fits.replaceAll(fit -> fit.aicc() <= near ? fit.closer(series) : fit);
        fits.sort(Comparator.comparingDouble(EtsFit::aicc));
        return fits;
    }

    /** Goes on from a rough fit. */
    private EtsFit closer(TimeSeries series) {
        double[] values = series.values();
        EtsObjective objective = new EtsObjective(form, scaled(values, scale), series.seasonLength());
        return minimized(objective, point, values, scale, series.seasonLength(), TOLERANCE);
    }

    private static boolean isPossible(EtsForm form, TimeSeries series) {
        if (form.isSeasonal() && !everyPhaseIsObserved(series)) {
            return false;
        }
        if (form.hasRelativeError()) {
            for (int t = 0; t < series.length(); t++) {
                if (series.value(t) <= 0) {
                    return false;
                }
            }
        }
        int parameters = form.freeParameters(series.seasonLength()) + 1;
        return series.observed() - parameters > 1;
    }

    private static boolean everyPhaseIsObserved(TimeSeries series) {
        if (series.seasonLength() < 2 || series.seasonLength() > series.length()) {
            return false;
        }
        boolean[] seen = new boolean[series.seasonLength()];
        int phases = 0;
        for (int t = 0; t < series.length(); t++) {
            int phase = t % seen.length;
            if (!series.isMissing(t) && !seen[phase]) {
                seen[phase] = true;
                phases++;
            }
        }
        return phases == seen.length;
    }

    private static @Nullable EtsFit fit(EtsForm form, TimeSeries series, double tolerance) {
        double[] values = series.values();
        double scale = meanSize(values);
        double[] scaled = scaled(values, scale);
        EtsStart start = EtsStart.of(form, Gaps.filled(scaled), series.seasonLength());
        if (start == null) {
            return null;
        }
        EtsObjective objective = new EtsObjective(form, scaled, series.seasonLength());
        double[] first = firstPoint(form, objective, start);
        return Double.isFinite(objective.value(first))
                ? minimized(objective, first, values, scale, series.seasonLength(), tolerance)
                : null;
    }

    private static EtsFit minimized(
            EtsObjective objective, double[] from, double[] values, double scale, int seasonLength, double tolerance) {
        double[] best = new BoxMinimizer(tolerance, MOST_EVALUATIONS)
                .minimize(objective, from, objective.lowerBounds(), objective.upperBounds())
                .point();
        return new EtsFit(objective, best, values, scale, seasonLength);
    }

    private static double[] scaled(double[] values, double scale) {
        return Arrays.stream(values).map(value -> value / scale).toArray();
    }

    /** The best of a few combinations of weights. */
    private static double[] firstPoint(EtsForm form, EtsObjective objective, EtsStart start) {
        double[] best =
                objective.point(ALPHAS[0], SHARES[0] * objective.highestBetaShare(), SHARES[0], FIRST_PHI, start);
        double least = Double.POSITIVE_INFINITY;
        double[] one = {SHARES[0]};
        for (double alpha : ALPHAS) {
            for (double share : form.hasTrend() ? SHARES : one) {
                for (double gamma : form.isSeasonal() ? SHARES : one) {
                    double[] point =
                            objective.point(alpha, share * objective.highestBetaShare(), gamma, FIRST_PHI, start);
                    double value = objective.value(point);
                    if (value < least) {
                        least = value;
                        best = point;
                    }
                }
            }
        }
        return best;
    }

    private static double meanSize(double[] values) {
        double mean = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .map(Math::abs)
                .average()
                .orElse(1);
        return mean > 0 ? mean : 1;
    }

    /** Its form. */
    public EtsForm form() {
        return form;
    }

    /** The weight of the level. */
    public double alpha() {
        return alpha;
    }

    /** The weight of the trend; 0 without one. */
    public double beta() {
        return beta;
    }

    /** The weight of the season; 0 without one. */
    public double gamma() {
        return gamma;
    }

    /** The damping of the trend; 1 without any. */
    public double phi() {
        return phi;
    }

    /** The level at the end. */
    public double level() {
        return level;
    }

    /** The slope at the end. */
    public double slope() {
        return slope;
    }

    /** Of the steps to come, the next one first; empty without a season. */
    public double[] season() {
        return season;
    }

    /** Mean size of the values. */
    public double scale() {
        return scale;
    }

    /** One-step forecasts of the values. */
    public double[] fitted() {
        return fitted;
    }

    /** How many values were there. */
    public int observed() {
        return observed;
    }

    /** Estimated numbers, the variance of the error included. */
    public int parameters() {
        return parameters;
    }

    /** Standard deviation of the error, relative for a multiplicative error. */
    public double sigma() {
        return sigma;
    }

    /** Up to the constant that R's {@code ets} leaves out too. */
    public double logLikelihood() {
        return -twiceMinusLogLikelihood / 2;
    }

    /** The corrected information criterion of Akaike. */
    public double aicc() {
        return twiceMinusLogLikelihood
                + 2.0 * parameters
                + 2.0 * parameters * (parameters + 1) / (observed - parameters - 1);
    }

    /** The forecast of each step to come, all errors taken as nothing. */
    public double[] mean(int horizon) {
        double[] mean = new double[horizon];
        from(fitted.length, mean);
        return mean;
    }

    /** The forecast of each step to come without the season. */
    double[] course(int horizon) {
        double[] course = new double[horizon];
        double reached = level;
        double step = slope;
        for (int h = 0; h < horizon; h++) {
            step *= phi;
            reached += step;
            course[h] = reached;
        }
        return course;
    }

    @Override
    public String name() {
        return form.toString();
    }

    @Override
    public void from(int origin, double[] path) {
        boolean now = origin == fitted.length;
        double reached = now ? level : levels[origin];
        double step = now ? slope : slopes[origin];
        for (int h = 0; h < path.length; h++) {
            step *= phi;
            reached += step;
            double s = season.length == 0 ? 0 : seasonAt(origin + h % season.length);
            path[h] = form.hasFactors() ? reached * s : reached + s;
        }
    }

    /** The state of the phase of a time, less than a season after the origin. */
    private double seasonAt(int t) {
        return t < seasons.length ? seasons[t] : season[(t - seasons.length) % season.length];
    }
}
