package io.github.saleskit.forecast.selection;

import io.github.saleskit.core.definition.WorkMeter;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.forecast.model.BatchForecast;
import io.github.saleskit.forecast.model.Forecast;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Many series; a bad one has a reason instead of a forecast. */
final class AutoBatch {

    /** Series that one task forecasts, so that handing over costs nothing. */
    private static final int PORTION = 16;

    private final AutoForecaster forecaster;
    private final List<String> ids = new ArrayList<>();
    private final List<TimeSeries> histories = new ArrayList<>();
    private final int horizon;
    private final @Nullable Forecast[] forecasts;
    private final @Nullable Reason[] failures;

    AutoBatch(AutoForecaster forecaster, Map<String, TimeSeries> series, int horizon) {
        this.forecaster = forecaster;
        this.horizon = horizon;
        series.forEach((id, history) -> {
            ids.add(id);
            histories.add(history);
        });
        forecasts = new Forecast[ids.size()];
        failures = new Reason[ids.size()];
    }

    BatchForecast run(WorkMeter meter) {
        for (int i = 0; i < ids.size(); i++) {
            if (meter.stopped()) {
                failures[i] = Reason.of("forecast.selection.stopped");
            } else {
                one(i, meter);
            }
        }
        return answer();
    }

    BatchForecast run(Executor executor) {
        List<CompletableFuture<Void>> tasks = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += PORTION) {
            int first = from;
            int end = Math.min(ids.size(), from + PORTION);
            tasks.add(CompletableFuture.runAsync(() -> portion(first, end), executor));
        }
        tasks.forEach(CompletableFuture::join);
        return answer();
    }

    private void portion(int from, int to) {
        for (int i = from; i < to; i++) {
            one(i, WorkMeter.unlimited());
        }
    }

    private void one(int i, WorkMeter meter) {
        try {
            forecasts[i] = forecaster.forecast(histories.get(i), horizon, meter);
        } catch (RuntimeException e) {
            failures[i] = Reason.of("forecast.selection.failed", "message", String.valueOf(e.getMessage()));
        }
    }

    private BatchForecast answer() {
        Map<String, Forecast> done = new LinkedHashMap<>();
        Map<String, Reason> failed = new LinkedHashMap<>();
        for (int i = 0; i < forecasts.length; i++) {
            Forecast forecast = forecasts[i];
            Reason failure = failures[i];
            if (forecast != null) {
                done.put(ids.get(i), forecast);
            } else if (failure != null) {
                failed.put(ids.get(i), failure);
            }
        }
        return new BatchForecast(
                1,
                done,
                failed,
                List.of(Reason.of("forecast.selection.batch", "forecast", done.size(), "failed", failed.size())));
    }
}
