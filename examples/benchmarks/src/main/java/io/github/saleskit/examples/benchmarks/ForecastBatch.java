package io.github.saleskit.examples.benchmarks;

import io.github.saleskit.forecast.model.BatchForecast;
import io.github.saleskit.forecast.selection.AutoForecaster;
import io.github.saleskit.forecast.series.TimeSeries;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Forecasts many made monthly series by the automatic ensemble on so many threads, once, and says how long it took; for
 * runs with a bounded heap: {@code java -Xmx1g -cp benchmarks.jar io.github.saleskit.examples.benchmarks.ForecastBatch
 * 100000 2}; with a third argument {@code streamed} neither all series nor all forecasts are held at once.
 */
public final class ForecastBatch {

    private static final int MONTHS = 72;

    private ForecastBatch() {}

    /** Number of series and of threads, perhaps {@code streamed}. */
    public static void main(String[] arguments) {
        int count = Integer.parseInt(arguments[0]);
        int threads = Integer.parseInt(arguments[1]);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        long start = System.nanoTime();
        int[] done = arguments.length > 2 ? streamed(count, executor) : atOnce(count, executor);
        double seconds = (System.nanoTime() - start) / 1e9;
        executor.shutdownNow();
        System.out.printf(
                Locale.ROOT,
                "{\"series\":%d,\"failures\":%d,\"threads\":%d,\"processorSeconds\":%.1f,\"seconds\":%.1f}%n",
                done[0],
                done[1],
                threads,
                ProcessHandle.current()
                                .info()
                                .totalCpuDuration()
                                .orElse(Duration.ZERO)
                                .toMillis()
                        / 1e3,
                seconds);
    }

    private static int[] atOnce(int count, ExecutorService executor) {
        Map<String, TimeSeries> series = new LinkedHashMap<>();
        made(count).forEachRemaining(entry -> series.put(entry.getKey(), entry.getValue()));
        BatchForecast batch = AutoForecaster.standard().forecastAll(series, 12, executor);
        return new int[] {batch.forecasts().size(), batch.failures().size()};
    }

    private static int[] streamed(int count, ExecutorService executor) {
        int[] done = new int[2];
        AutoForecaster.standard().forecastEach(made(count), 12, executor, batch -> {
            done[0] += batch.forecasts().size();
            done[1] += batch.failures().size();
        });
        return done;
    }

    private static Iterator<Map.Entry<String, TimeSeries>> made(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Map.entry("s" + i, MonthlySeries.of(MONTHS, i)))
                .iterator();
    }
}
