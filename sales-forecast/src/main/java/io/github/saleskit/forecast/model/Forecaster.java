package io.github.saleskit.forecast.model;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.definition.WorkMeter;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.forecast.model.internal.Horizon;
import io.github.saleskit.forecast.model.internal.Numbers;
import io.github.saleskit.forecast.model.internal.QuantileGrid;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts series by one definition.
 *
 * <pre>{@code
 * Forecast forecast = Forecaster.standard().forecast(monthlySales, 12);
 * }</pre>
 *
 * <p>A series that is too short for the model of the definition, or otherwise unfit for it, gets a forecast by a
 * simpler one, and a reason that says so. The same arguments give the same forecast on every machine.
 *
 * <p>Immutable and thread-safe.
 */
public final class Forecaster {

    /** The most periods that can be forecast at once. */
    public static final int LONGEST_HORIZON = Horizon.LONGEST;

    /** The most periods for which models that cannot look back are estimated anew. */
    private static final int MOST_ERRORS = 60;

    /** For callers to whom it does not matter which simulated futures they see. */
    private static final long USUAL_SEED = 1;

    private static final Forecaster STANDARD = compile(ForecastDefinition.of("ets"));

    private final ForecastDefinition definition;
    private final ForecastMethod plain;
    private final ForecastMethod method;
    private final boolean nonNegative;
    private final boolean cleaned;

    private Forecaster(ForecastDefinition definition, ForecastMethod method) {
        this.definition = definition;
        plain = method;
        this.method = transformed(definition, method);
        nonNegative = Boolean.TRUE.equals(definition.nonNegative());
        cleaned = Boolean.TRUE.equals(definition.cleaned());
    }

    private static ForecastMethod transformed(ForecastDefinition definition, ForecastMethod by) {
        return definition
                .boxCox()
                .<ForecastMethod>map(boxCox -> series -> TransformedModel.fit(boxCox, by, series))
                .orElse(by);
    }

    /**
     * A forecaster for a definition.
     *
     * @throws DefinitionException with every problem of the definition
     */
    public static Forecaster compile(ForecastDefinition definition) {
        Problems problems = new Problems();
        ForecastMethod method = ForecastMethods.find(definition.model(), problems);
        problems.throwIfAny("forecast definition");
        return new Forecaster(definition, requireNonNull(method));
    }

    /** Exponential smoothing of the form that fits best; see {@code ets} of {@link ForecastDefinition}. */
    public static Forecaster standard() {
        return STANDARD;
    }

    /**
     * Forecasts the periods after the end of a series; simulated quantiles are those of the seed 1.
     *
     * @throws IllegalArgumentException as {@link #forecast(TimeSeries, int, long)} does
     */
    public Forecast forecast(TimeSeries history, int horizon) {
        return forecast(history, horizon, USUAL_SEED);
    }

    /**
     * Forecasts the periods after the end of a series.
     *
     * @param history what is known; missing values at its end are periods without knowledge, not part of the future
     * @param horizon how many periods, from 1 to {@value #LONGEST_HORIZON}
     * @param seed of the simulated paths, where the quantiles are not exact
     * @throws IllegalArgumentException when the horizon is another, every value is missing or a period to forecast lies
     *     past the year 9999
     */
    public Forecast forecast(TimeSeries history, int horizon, long seed) {
        requireForecastable(history, horizon);
        return forecast(method, history, horizon, seed);
    }

    /**
     * Forecasts the periods after the end of a series with what is known beside it: a regression whose errors the model
     * of the definition describes. Its quantiles know how uncertain the estimated effects are. A column that does not
     * vary by itself, or for which there are too few values, has no effect, and a reason says so.
     *
     * @param history what is known
     * @param regressors a number of each column for each period of the history and of those to forecast
     * @param horizon how many periods, from 1 to {@value #LONGEST_HORIZON}
     * @param seed of the simulated paths, where the quantiles are not exact
     * @throws IllegalArgumentException as {@link #forecast(TimeSeries, int, long)} does, or when a column is too short
     */
    public Forecast forecast(TimeSeries history, Regressors regressors, int horizon, long seed) {
        requireForecastable(history, horizon);
        if (regressors.columns().isEmpty()) {
            return forecast(method, history, horizon, seed);
        }
        regressors.rows(history.length() + horizon);
        return forecast(
                transformed(definition, series -> RegressionModel.fit(regressors, horizon, plain, series)),
                history,
                horizon,
                seed);
    }

    private static void requireForecastable(TimeSeries history, int horizon) {
        Horizon.require(horizon);
        if (history.observed() == 0) {
            throw new IllegalArgumentException("history has no value in " + history.length() + " periods.\n"
                    + "Maybe it was read from the wrong column?");
        }
    }

    /**
     * Forecasts the periods after the end of a series and says by how much the model missed those of the history one
     * step ahead; models that cannot look back are estimated anew for each of the last {@value #MOST_ERRORS} periods.
     *
     * @throws IllegalArgumentException as {@link #forecast(TimeSeries, int, long)} does
     */
    public FittedForecast forecastWithErrors(TimeSeries history, int horizon, long seed) {
        requireForecastable(history, horizon);
        List<Reason> reasons = new ArrayList<>();
        TimeSeries used = used(history, reasons);
        FittedModel model = fit(method, used, reasons);
        return new FittedForecast(forecast(model, used, horizon, seed, reasons), errors(model, used));
    }

    private double[] errors(FittedModel model, TimeSeries history) {
        double[] fitted = model.fitted();
        double[] errors = history.values();
        for (int t = 0; t < errors.length; t++) {
            errors[t] -= fitted != null ? fitted[t] : anew(history, t);
            errors[t] = Double.isFinite(errors[t]) ? errors[t] : Double.NaN;
        }
        return errors;
    }

    /** What a model of the periods before says of one; NaN of those that lie far back. */
    private double anew(TimeSeries history, int t) {
        if (t == 0 || t < history.length() - MOST_ERRORS) {
            return Double.NaN;
        }
        TimeSeries before = history.slice(0, t);
        return before.observed() == 0
                ? Double.NaN
                : fit(method, before, new ArrayList<>()).mean(1)[0];
    }

    private Forecast forecast(ForecastMethod by, TimeSeries history, int horizon, long seed) {
        List<Reason> reasons = new ArrayList<>();
        TimeSeries used = used(history, reasons);
        return forecast(fit(by, used, reasons), used, horizon, seed, reasons);
    }

    /** The history, cleaned if the definition says so. */
    private TimeSeries used(TimeSeries history, List<Reason> reasons) {
        if (!cleaned) {
            return history;
        }
        CleanedSeries clean = SeriesCleaner.clean(history);
        reasons.addAll(clean.reasons());
        return clean.series();
    }

    private Forecast forecast(FittedModel model, TimeSeries history, int horizon, long seed, List<Reason> reasons) {
        Forecast forecast = of(model, history, horizon, seed, reasons);
        Forecast usable = isFinite(forecast) ? forecast : lastResort(history, horizon, seed, model);
        return Boolean.TRUE.equals(definition.wholeNumbers()) ? usable.toWholeNumbers() : usable;
    }

    private FittedModel fit(ForecastMethod by, TimeSeries history, List<Reason> reasons) {
        if (history.observed() > 1 && isConstant(history)) {
            return NaiveMethods.constant(history);
        }
        FittedModel asked = history.observed() == 1 ? null : by.fit(history);
        if (asked != null) {
            return asked;
        }
        FittedModel simpler = simpler(history);
        reasons.add(Reason.of(
                "forecast.model.unfit",
                "asked",
                definition.model(),
                "observed",
                history.observed(),
                "used",
                simpler.name()));
        return simpler;
    }

    private static FittedModel simpler(TimeSeries history) {
        FittedModel chosen = history.observed() == 1 ? null : EtsSelection.fit(history);
        return chosen == null ? NaiveMethods.naive(history) : chosen;
    }

    private static boolean isConstant(TimeSeries history) {
        double first = Arrays.stream(history.values())
                .filter(value -> !Double.isNaN(value))
                .findFirst()
                .orElseThrow();
        return Arrays.stream(history.values()).allMatch(value -> Double.isNaN(value) || value == first);
    }

    private Forecast lastResort(TimeSeries history, int horizon, long seed, FittedModel failed) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.of("forecast.model.overflow", "model", failed.name()));
        return of(NaiveMethods.naive(history), history, horizon, seed, reasons);
    }

    private Forecast of(FittedModel model, TimeSeries history, int horizon, long seed, List<Reason> reasons) {
        double[] mean = model.mean(horizon);
        double[][] quantiles = model.quantiles(horizon, seed);
        if (nonNegative) {
            Numbers.raised(mean);
            Arrays.stream(quantiles).forEach(Numbers::raised);
        }
        FitSummary fit = model.summary();
        reasons.addAll(model.reasons());
        if (fit.sigma() > 0) {
            reasons.add(Reason.of(
                    "forecast.model.fit",
                    "observed",
                    fit.observations(),
                    "error",
                    Numbers.text(fit.meanAbsoluteError())));
        }
        int missing = history.length() - history.observed();
        if (missing > 0) {
            reasons.add(Reason.of("forecast.model.missing", "missing", missing, "periods", history.length()));
        }
        return new Forecast(model.name(), history.end(), mean, quantiles, nonNegative, fit, reasons);
    }

    private static boolean isFinite(Forecast forecast) {
        return isFinite(forecast.mean())
                && isFinite(forecast.quantile(QuantileGrid.level(0)))
                && isFinite(forecast.quantile(QuantileGrid.level(QuantileGrid.size() - 1)));
    }

    private static boolean isFinite(double[] values) {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }

    /**
     * Forecasts many series; one that cannot be forecast does not keep the others from it.
     *
     * @param histories by id, in the order in which they are to be forecast
     * @param horizon how many periods, from 1 to {@value #LONGEST_HORIZON}
     * @param seed of the simulated paths, the same for each series: alone or in a batch it has the same forecast
     * @param meter spends one unit a series; when it is stopped, the series that are left are failures
     */
    public BatchForecast forecastAll(Map<String, TimeSeries> histories, int horizon, long seed, WorkMeter meter) {
        Map<String, Forecast> forecasts = new LinkedHashMap<>();
        Map<String, Reason> failures = new LinkedHashMap<>();
        meter.phase("forecasting", histories.size());
        histories.forEach((id, history) -> {
            if (!meter.spend(1)) {
                failures.put(id, Reason.of("forecast.model.stopped"));
                return;
            }
            try {
                forecasts.put(id, forecast(history, horizon, seed));
            } catch (RuntimeException e) {
                failures.put(id, Reason.of("forecast.model.failed", "message", message(e)));
            }
        });
        return new BatchForecast(1, forecasts, failures, summary(forecasts, failures));
    }

    private static String message(@Nullable Throwable error) {
        return error == null || error.getMessage() == null ? String.valueOf(error) : error.getMessage();
    }

    private static List<Reason> summary(Map<String, Forecast> forecasts, Map<String, Reason> failures) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        forecasts.values().forEach(forecast -> counts.merge(forecast.model(), 1, Integer::sum));
        List<Reason> models = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> Reason.of("forecast.model.used", "model", entry.getKey(), "count", entry.getValue()))
                .toList();
        return List.of(Reason.of("forecast.model.batch", "forecast", forecasts.size(), "failed", failures.size())
                .withDetails(models));
    }
}
