package io.github.saleskit.forecast.selection;

import io.github.saleskit.core.definition.WorkMeter;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.forecast.model.BatchForecast;
import io.github.saleskit.forecast.model.Forecast;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Many series; a bad one has a reason instead of a forecast. */
final class AutoBatch {

    /** Series that one task forecasts, so that handing over costs nothing. */
    private static final int PORTION = 16;

    private static final int MOST_PORTIONS_UNDER_WAY = 64;

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

    /**
     * Forecasts series as they come, a portion each, and hands over the answers in their order; so many portions are
     * under way at most.
     */
    static void each(
            AutoForecaster forecaster,
            Iterator<Map.Entry<String, TimeSeries>> histories,
            int horizon,
            Executor executor,
            Consumer<BatchForecast> receiver) {
        Deque<CompletableFuture<BatchForecast>> underWay = new ArrayDeque<>();
        try {
            while (histories.hasNext()) {
                Map<String, TimeSeries> portion = nextPortion(histories);
                AutoBatch batch = new AutoBatch(forecaster, portion, horizon);
                underWay.add(CompletableFuture.supplyAsync(() -> batch.run(WorkMeter.unlimited()), executor));
                if (underWay.size() >= MOST_PORTIONS_UNDER_WAY) {
                    receiver.accept(underWay.remove().join());
                }
            }
            while (!underWay.isEmpty()) {
                receiver.accept(underWay.remove().join());
            }
        } finally {
            // where something failed: what has not begun is not done any more
            underWay.forEach(portion -> portion.cancel(false));
        }
    }

    private static Map<String, TimeSeries> nextPortion(Iterator<Map.Entry<String, TimeSeries>> histories) {
        Map<String, TimeSeries> portion = new LinkedHashMap<>();
        while (portion.size() < PORTION && histories.hasNext()) {
            Map.Entry<String, TimeSeries> next = histories.next();
            if (portion.put(next.getKey(), next.getValue()) != null) {
                throw new IllegalArgumentException("id \"" + next.getKey() + "\" was given before.");
            }
        }
        return portion;
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
