package io.github.saleskit.examples.evaluation;

import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.core.definition.WorkMeter;
import io.github.saleskit.forecast.hierarchy.HierarchySums;
import io.github.saleskit.forecast.hierarchy.NodeEvidence;
import io.github.saleskit.forecast.model.FittedForecast;
import io.github.saleskit.forecast.model.Forecast;
import io.github.saleskit.forecast.model.ForecastDefinition;
import io.github.saleskit.forecast.model.Forecaster;
import io.github.saleskit.forecast.selection.AutoForecaster;
import io.github.saleskit.forecast.series.TimePeriod;
import io.github.saleskit.forecast.series.TimeSeries;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The histories of the nodes of a hierarchy, perhaps none.
 *
 * @param series by node, those of sums added up where the file does not have them
 * @param horizon how many periods the file wants to be forecast
 */
record NodeHistories(Map<String, TimeSeries> series, int horizon) {

    private static final long SEED = 1;

    static NodeHistories read(@Nullable Path path, HierarchySums sums) {
        if (path == null) {
            return new NodeHistories(Map.of(), 0);
        }
        Map<String, SeriesFile.Entry> entries = SeriesFile.read(path);
        Map<String, TimeSeries> given = new LinkedHashMap<>();
        entries.forEach((id, entry) -> given.put(id, entry.history()));
        Map<String, TimeSeries> all = new LinkedHashMap<>(sums.aggregate(given));
        all.replaceAll((id, sum) -> given.getOrDefault(id, sum));
        int horizon = entries.values().iterator().next().horizon();
        return new NodeHistories(all, horizon);
    }

    /** The first period after the histories. */
    TimePeriod end() {
        return series.values().stream().findFirst().map(TimeSeries::end).orElse(TimePeriod.step(1));
    }

    NodeEvidence evidence() {
        return NodeEvidence.ofHistories(series);
    }

    /**
     * Evidence with the errors of a model; nodes without a forecast get one.
     *
     * @param forecasts by node, to be completed
     * @param errors whether to take those of the model
     */
    NodeEvidence fitted(String model, Map<String, Forecast> forecasts, boolean errors, Run run, NodeEvidence evidence) {
        Function<TimeSeries, FittedForecast> forecaster = forecaster(
                model,
                forecasts.values().stream().findFirst().map(Forecast::horizon).orElse(horizon));
        ProgressListener progress = run.progress();
        Map<String, double[]> all = new LinkedHashMap<>();
        series.forEach((id, history) -> {
            if (errors || !forecasts.containsKey(id)) {
                FittedForecast fitted = forecaster.apply(history);
                forecasts.putIfAbsent(id, fitted.forecast());
                all.put(id, fitted.errors());
            }
            progress.onProgress("looking back", all.size(), series.size());
        });
        return errors ? evidence.withErrors(all).atPresentSize() : evidence;
    }

    private static Function<TimeSeries, FittedForecast> forecaster(String model, int horizon) {
        if (model.equals("auto")) {
            return history -> AutoForecaster.standard().forecastWithErrors(history, horizon, WorkMeter.unlimited());
        }
        Forecaster one = Forecaster.compile(ForecastDefinition.of(model));
        return history -> one.forecastWithErrors(history, horizon, SEED);
    }
}
