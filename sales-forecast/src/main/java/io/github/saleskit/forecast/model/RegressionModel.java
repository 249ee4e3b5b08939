package io.github.saleskit.forecast.model;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.forecast.model.internal.ErrorRegression;
import io.github.saleskit.forecast.model.internal.Numbers;
import io.github.saleskit.forecast.model.internal.QuantileGrid;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What regressors say, and a model of what they leave. */
final class RegressionModel implements FittedModel {

    private static final double ROUNDING = 1e-12;

    private final ErrorRegression regression;
    private final FittedModel errors;
    private final List<String> names;
    private final double[][] rows;
    private final int n;

    private RegressionModel(
            ErrorRegression regression, FittedModel errors, List<String> names, double[][] rows, int n) {
        this.regression = regression;
        this.errors = errors;
        this.names = names;
        this.rows = rows;
        this.n = n;
    }

    /** Fits; null where the method gives no model of what is left. */
    static @Nullable FittedModel fit(Regressors regressors, int horizon, ForecastMethod method, TimeSeries series) {
        double[][] rows = regressors.rows(series.length() + horizon);
        ErrorRegression regression = ErrorRegression.of(series.values(), rows, series.seasonLength());
        double[] left = regression.errors();
        TimeSeries rest = series.withValues(left);
        FittedModel errors = isConstant(left) ? NaiveMethods.constant(rest) : method.fit(rest);
        List<String> names = new ArrayList<>(regressors.columns().keySet());
        return errors == null ? null : new RegressionModel(regression, errors, names, rows, series.length());
    }

    /** Nothing but rounding is left. */
    private static boolean isConstant(double[] left) {
        DoubleSummaryStatistics range =
                Arrays.stream(left).filter(value -> !Double.isNaN(value)).summaryStatistics();
        return range.getMax() - range.getMin()
                <= ROUNDING * Math.max(Math.abs(range.getMax()), Math.abs(range.getMin()));
    }

    @Override
    public String name() {
        return (regression.used().length == 0 ? "" : "regression with ") + errors.name();
    }

    @Override
    public double[] mean(int horizon) {
        return shifted(errors.mean(horizon));
    }

    @Override
    public double[][] quantiles(int horizon, long seed) {
        double[][] quantiles = errors.quantiles(horizon, seed);
        if (regression.used().length > 0) {
            widen(quantiles, regression.effectDeviations(horizon));
        }
        for (double[] level : quantiles) {
            shifted(level);
        }
        return quantiles;
    }

    /** Adds the uncertainty of the effects, which is independent of what is still to come. */
    private void widen(double[][] quantiles, double[] deviations) {
        double factor = regression.widening();
        double[] middle = QuantileGrid.interpolate(quantiles, 0.5);
        for (int i = 0; i < quantiles.length; i++) {
            for (int h = 0; h < middle.length; h++) {
                double own = factor * (quantiles[i][h] - middle[h]);
                double effects = regression.score(QuantileGrid.score(i)) * deviations[h];
                quantiles[i][h] = middle[h] + Math.copySign(StrictMath.hypot(own, effects), QuantileGrid.score(i));
            }
        }
    }

    private double[] shifted(double[] values) {
        for (int h = 0; h < values.length; h++) {
            values[h] += regression.effect(rows[n + h]);
        }
        return values;
    }

    @Override
    public FitSummary summary() {
        FitSummary fit = errors.summary();
        Map<String, Double> parameters = new LinkedHashMap<>(fit.parameters());
        double[] coefficients = regression.coefficients();
        for (int j : regression.used()) {
            parameters.put("effect of " + names.get(j), coefficients[j]);
        }
        return new FitSummary(
                fit.observations(), parameters, fit.sigma(), fit.meanAbsoluteError(), fit.logLikelihood(), fit.aicc());
    }

    @Override
    public List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>();
        double[] coefficients = regression.coefficients();
        double[] deviations = regression.deviations();
        for (int j : regression.used()) {
            reasons.add(Reason.of(
                    "forecast.model.effect",
                    "regressor",
                    names.get(j),
                    "effect",
                    Numbers.text(coefficients[j]),
                    "deviation",
                    Numbers.text(deviations[j])));
        }
        List<String> without = new ArrayList<>(names);
        Arrays.stream(regression.used()).forEach(j -> without.remove(names.get(j)));
        if (!without.isEmpty()) {
            reasons.add(Reason.of("forecast.model.noEffect", "regressors", String.join(", ", without), "values", n));
        }
        reasons.addAll(errors.reasons());
        return reasons;
    }
}
