package io.github.saleskit.forecast.monitoring;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.statistics.StandardNormal;
import io.github.saleskit.forecast.model.Forecast;
import io.github.saleskit.forecast.model.internal.Numbers;
import io.github.saleskit.forecast.series.TimePeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Watches the forecasts of a series: remembers them, compares them with what comes and gives alarm.
 *
 * <pre>{@code
 * ForecastMonitor monitor = ForecastMonitor.compile(MonitorDefinition.standard());
 * AccuracyHistory history = monitor.withForecast(AccuracyHistory.none(), forecast);         // each month
 * MonitorReport report = monitor.observe(history, TimePeriod.month(2026, 11), 81_000);  // when it is over
 * report.alerts();                     // outside of its interval, or forecasts that lean to one side, with reasons
 * store.save(report.nextHistory());
 * report.nextHistory().bySteps();      // how good forecasts were one month ahead, two months ahead, ...
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class ForecastMonitor {

    private final MonitorDefinition definition;

    private ForecastMonitor(MonitorDefinition definition) {
        this.definition = requireNonNull(definition, "definition");
    }

    /** A monitor for a definition, which has been checked when it was made. */
    public static ForecastMonitor compile(MonitorDefinition definition) {
        return new ForecastMonitor(definition);
    }

    /**
     * The history with a forecast in it; one of the same period from as far ahead takes its place, unless the value has
     * come already. What lies {@link MonitorDefinition#periods} or more before the forecast is forgotten.
     *
     * @throws IllegalArgumentException when it is of another granularity than those before
     */
    public AccuracyHistory withForecast(AccuracyHistory history, Forecast forecast) {
        NavigableMap<TimePeriod, NavigableMap<Integer, PastForecast>> all = byPeriod(history);
        double[] mean = forecast.mean();
        double[] lower = forecast.lower(definition.level());
        double[] upper = forecast.upper(definition.level());
        for (int h = 0; h < mean.length; h++) {
            PastForecast past = PastForecast.builder()
                    .period(forecast.period(h))
                    .step(h + 1)
                    .mean(mean[h])
                    .lower(lower[h])
                    .upper(upper[h])
                    .actual(Optional.empty())
                    .build();
            all.computeIfAbsent(past.period(), period -> new TreeMap<>())
                    .merge(past.step(), past, (old, now) -> old.actual().isPresent() ? old : now);
        }
        return history(all, forecast.start());
    }

    private static NavigableMap<TimePeriod, NavigableMap<Integer, PastForecast>> byPeriod(AccuracyHistory history) {
        NavigableMap<TimePeriod, NavigableMap<Integer, PastForecast>> all = new TreeMap<>();
        for (PastForecast forecast : history.forecasts()) {
            all.computeIfAbsent(forecast.period(), period -> new TreeMap<>()).put(forecast.step(), forecast);
        }
        return all;
    }

    private AccuracyHistory history(NavigableMap<TimePeriod, NavigableMap<Integer, PastForecast>> all, TimePeriod now) {
        all.keySet().removeIf(period -> period.until(now) >= definition.periods());
        List<PastForecast> forecasts = new ArrayList<>();
        all.values().forEach(steps -> forecasts.addAll(steps.values()));
        return new AccuracyHistory(1, forecasts);
    }

    /**
     * Compares what came with the forecasts of its period.
     *
     * <p>The latest forecast decides whether the value lies outside of its interval. A bias is an alert each time that
     * the signal lies beyond the limit. A value that is corrected takes the place of the one before.
     *
     * @param actual the value of the period, within ±10<sup>100</sup>
     */
    public MonitorReport observe(AccuracyHistory history, TimePeriod period, double actual) {
        PastForecast.requireNumber("actual", period, actual);
        NavigableMap<TimePeriod, NavigableMap<Integer, PastForecast>> all = byPeriod(history);
        NavigableMap<Integer, PastForecast> steps = all.get(period);
        if (steps == null) {
            return report(List.of(), history, Reason.of("forecast.monitoring.notForecast", "period", period));
        }
        steps.replaceAll((step, forecast) -> forecast.withActual(actual));
        AccuracyHistory next = history(all, period);
        List<Alert> alerts = new ArrayList<>();
        PastForecast latest = steps.firstEntry().getValue();
        outside(latest, actual).ifPresent(alerts::add);
        biased(next, period).ifPresent(alerts::add);
        return report(alerts, next, reason("forecast.monitoring.inside", latest, actual));
    }

    private static MonitorReport report(List<Alert> alerts, AccuracyHistory next, Reason otherwise) {
        List<Reason> reasons = alerts.isEmpty()
                ? List.of(otherwise)
                : alerts.stream().map(Alert::reason).toList();
        return new MonitorReport(1, alerts, next, reasons);
    }

    private Optional<Alert> outside(PastForecast forecast, double actual) {
        if (forecast.lower() <= actual && actual <= forecast.upper()) {
            return Optional.empty();
        }
        boolean below = actual < forecast.lower();
        double score = StandardNormal.quantile((1 + definition.level()) / 2);
        double side = below ? forecast.mean() - forecast.lower() : forecast.upper() - forecast.mean();
        double half = side > 0 ? side : (forecast.upper() - forecast.lower()) / 2;
        double away = Math.abs(actual - forecast.mean());
        return Optional.of(Alert.builder()
                .kind(below ? Alert.Kind.BELOW_INTERVAL : Alert.Kind.ABOVE_INTERVAL)
                .period(forecast.period())
                .surprise(half > 0 ? Math.min(Double.MAX_VALUE, away / half * score) : Double.MAX_VALUE)
                .reason(reason(below ? "forecast.monitoring.below" : "forecast.monitoring.above", forecast, actual))
                .build());
    }

    private Reason reason(String code, PastForecast forecast, double actual) {
        return Reason.of(
                code,
                "period",
                forecast.period(),
                "actual",
                Numbers.text(actual),
                "expected",
                Numbers.text(forecast.mean()),
                "lower",
                Numbers.text(forecast.lower()),
                "upper",
                Numbers.text(forecast.upper()),
                "level",
                Numbers.percent(definition.level()));
    }

    private Optional<Alert> biased(AccuracyHistory history, TimePeriod period) {
        TrackingSignal signal = history.signal(definition.smoothing());
        double smoothed = signal.smoothed().orElse(0.0);
        if (signal.count() < definition.fewest() || Math.abs(smoothed) <= definition.limit()) {
            return Optional.empty();
        }
        boolean low = smoothed > 0;
        Reason reason = Reason.of(
                low ? "forecast.monitoring.tooLow" : "forecast.monitoring.tooHigh",
                "signal",
                Numbers.text(smoothed),
                "limit",
                Numbers.text(definition.limit()),
                "bias",
                Numbers.text(Math.abs(signal.recentError())),
                "periods",
                signal.count());
        return Optional.of(Alert.builder()
                .kind(low ? Alert.Kind.FORECASTS_TOO_LOW : Alert.Kind.FORECASTS_TOO_HIGH)
                .period(period)
                .surprise(Math.abs(smoothed) / definition.limit())
                .reason(reason)
                .build());
    }
}
