package io.github.saleskit.forecast.hierarchy;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.definition.WorkMeter;
import io.github.saleskit.forecast.accuracy.ErrorMeasures;
import io.github.saleskit.forecast.model.Forecast;
import io.github.saleskit.forecast.model.Forecaster;
import io.github.saleskit.forecast.selection.AutoForecaster;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts of the retail hierarchy by several methods, judged at each level: means over nodes and origins of root mean
 * squared errors scaled by the root mean square of the history's changes from year to year (RMSSE), of mean absolute
 * errors scaled likewise (MASE), and of the coverage of 95 % intervals.
 */
final class RetailComparison {

    static final int HORIZON = 12;
    private static final int SEASON = 12;

    private static final List<ReconciliationMethod> METHODS = List.of(
            ReconciliationMethod.BOTTOM_UP,
            ReconciliationMethod.OLS,
            ReconciliationMethod.WLS_STRUCTURAL,
            ReconciliationMethod.WLS_VARIANCE,
            ReconciliationMethod.MINT);

    private final RetailHierarchy retail = new RetailHierarchy();
    private final Map<String, Map<String, double[]>> sumsByMethod = new LinkedHashMap<>();

    /** Adds one origin; a null forecaster stands for the automatic one. */
    void add(int origin, @Nullable Forecaster single) {
        Map<String, TimeSeries> all = retail.sums.aggregate(retail.series);
        ReconciliationDefinition any = ReconciliationDefinition.of(ReconciliationMethod.BOTTOM_UP);
        HierarchyForecaster forecaster = single == null
                ? HierarchyForecaster.compile(retail.hierarchy, any, AutoForecaster.standard())
                : HierarchyForecaster.compile(retail.hierarchy, any, single);
        HierarchyForecaster.NodeForecasts base =
                forecaster.forecastNodes(retail.until(origin), HORIZON, WorkMeter.unlimited());
        judge("base", base.forecasts(), all, origin);
        for (ReconciliationMethod method : METHODS) {
            ReconciledForecast result = Reconciler.compile(retail.sums, ReconciliationDefinition.of(method))
                    .reconcile(base.forecasts(), base.evidence());
            judge(method.name(), result.forecasts(), all, origin);
        }
    }

    private void judge(String name, Map<String, Forecast> forecasts, Map<String, TimeSeries> all, int origin) {
        forecasts.forEach((id, forecast) -> {
            double[] values = requireNonNull(all.get(id)).values();
            double[] history = Arrays.copyOf(values, origin);
            double[] actual = Arrays.copyOfRange(values, origin, origin + HORIZON);
            double squares = 0;
            for (int h = 0; h < HORIZON; h++) {
                double error = actual[h] - forecast.mean()[h];
                squares += error * error / HORIZON;
            }
            double changes = 0;
            for (int t = SEASON; t < origin; t++) {
                double change = history[t] - history[t - SEASON];
                changes += change * change / (origin - SEASON);
            }
            double[] figures = {
                1,
                Math.sqrt(squares / changes),
                ErrorMeasures.mase(actual, forecast.mean(), ErrorMeasures.scale(history, SEASON)),
                ErrorMeasures.coverage(actual, forecast.lower(0.95), forecast.upper(0.95))
            };
            double[] sums = sumsByMethod
                    .computeIfAbsent(name, key -> new LinkedHashMap<>())
                    .computeIfAbsent(RetailHierarchy.level(id), key -> new double[figures.length]);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += figures[i];
            }
        });
    }

    /** Months from the start to the last origin. */
    int lastOrigin() {
        return retail.length() - HORIZON;
    }

    List<String> levels() {
        return List.of("Total", "State", "Industry", "Series");
    }

    double rmsse(String method, String level) {
        return mean(method, level, 1);
    }

    double mase(String method, String level) {
        return mean(method, level, 2);
    }

    double coverage(String method, String level) {
        return mean(method, level, 3);
    }

    private double mean(String method, String level, int figure) {
        double[] sums = requireNonNull(requireNonNull(sumsByMethod.get(method)).get(level));
        return sums[figure] / sums[0];
    }

    /** A line a method. */
    String table() {
        StringBuilder table = new StringBuilder();
        sumsByMethod.keySet().forEach(method -> {
            table.append(String.format(Locale.ROOT, "%-15s", method));
            for (int figure = 1; figure <= 3; figure++) {
                table.append(" |");
                for (String level : levels()) {
                    table.append(String.format(Locale.ROOT, " %.3f", mean(method, level, figure)));
                }
            }
            table.append('\n');
        });
        return table.toString();
    }
}
