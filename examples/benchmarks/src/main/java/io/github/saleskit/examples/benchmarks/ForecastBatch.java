package io.github.saleskit.examples.benchmarks;

import io.github.saleskit.forecast.model.BatchForecast;
import io.github.saleskit.forecast.selection.AutoForecaster;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Forecasts many made monthly series by the automatic ensemble on so many threads, once, and says how long it took; for
 * runs with a bounded heap: {@code java -Xmx1g -cp benchmarks.jar io.github.saleskit.examples.benchmarks.ForecastBatch
 * 100000 2}.
 */
public final class ForecastBatch {

    private static final int MONTHS = 72;

    private ForecastBatch() {}

    /** Number of series and of threads. */
    public static void main(String[] arguments) {
        int count = Integer.parseInt(arguments[0]);
        int threads = Integer.parseInt(arguments[1]);
        Map<String, TimeSeries> series = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            series.put("s" + i, MonthlySeries.of(MONTHS, i));
        }
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        long start = System.nanoTime();
        BatchForecast batch = AutoForecaster.standard().forecastAll(series, 12, executor);
        double seconds = (System.nanoTime() - start) / 1e9;
        executor.shutdownNow();
        System.out.printf(
                Locale.ROOT,
                "{\"series\":%d,\"failures\":%d,\"threads\":%d,\"seconds\":%.1f}%n",
                batch.forecasts().size(),
                batch.failures().size(),
                threads,
                seconds);
    }
}
