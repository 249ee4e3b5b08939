package io.github.saleskit.forecast.monitoring;

import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.forecast.series.TimePeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was forecast of a series, how far ahead, and what came: the state of a {@link ForecastMonitor}, to be stored
 * beside the series.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param forecasts by period and then by step, each once, all of one granularity
 */
public record AccuracyHistory(
        @Required int version, @Required List<PastForecast> forecasts) implements StrictDocument {

    public AccuracyHistory {
        DocumentVersion.require("accuracy history", version, 1);
        forecasts = List.copyOf(forecasts);
        for (int i = 1; i < forecasts.size(); i++) {
            PastForecast before = forecasts.get(i - 1);
            PastForecast now = forecasts.get(i);
            int order = before.period().compareTo(now.period());
            if (order > 0 || (order == 0 && before.step() >= now.step())) {
                throw new IllegalArgumentException("forecasts have " + now.period() + ", " + now.step()
                        + " ahead, after " + before.period() + ", " + before.step()
                        + " ahead, but must stand by period and then by step, each once.");
            }
        }
    }

    /** A history without forecasts. */
    public static AccuracyHistory none() {
        return new AccuracyHistory(1, List.of());
    }

    /** How good forecasts were of which the values came, by how far ahead they were made. */
    public List<StepAccuracy> bySteps() {
        NavigableMap<Integer, List<PastForecast>> steps = new TreeMap<>();
        for (PastForecast forecast : forecasts) {
            if (forecast.actual().isPresent()) {
                steps.computeIfAbsent(forecast.step(), step -> new ArrayList<>())
                        .add(forecast);
            }
        }
        return steps.entrySet().stream()
                .map(entry -> accuracy(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static StepAccuracy accuracy(int step, List<PastForecast> came) {
        double error = 0;
        double bias = 0;
        int inside = 0;
        for (PastForecast forecast : came) {
            double actual = forecast.actual().orElseThrow();
            error += Math.abs(forecast.mean() - actual) / came.size();
            bias += (forecast.mean() - actual) / came.size();
            inside += forecast.lower() <= actual && actual <= forecast.upper() ? 1 : 0;
        }
        return StepAccuracy.builder()
                .step(step)
                .count(came.size())
                .error(error)
                .bias(bias)
                .coverage((double) inside / came.size())
                .build();
    }

    /** The latest forecast of a period: the one made the fewest periods ahead. */
    public Optional<PastForecast> latest(TimePeriod period) {
        return forecasts.stream()
                .filter(forecast -> forecast.period().equals(period))
                .findFirst();
    }

    /**
     * The tracking signal of the latest forecasts of all periods that came, the oldest first.
     *
     * @param smoothing as in {@link TrackingSignal}
     */
    public TrackingSignal signal(double smoothing) {
        TrackingSignal signal = TrackingSignal.start(smoothing);
        TimePeriod before = null;
        for (PastForecast forecast : forecasts) {
            if (forecast.actual().isPresent() && !forecast.period().equals(before)) {
                signal = signal.with(forecast.actual().orElseThrow() - forecast.mean());
                before = forecast.period();
            }
        }
        return signal;
    }
}
