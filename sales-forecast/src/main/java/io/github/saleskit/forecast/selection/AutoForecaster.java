package io.github.saleskit.forecast.selection;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.WorkMeter;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.forecast.model.BatchForecast;
import io.github.saleskit.forecast.model.FitSummary;
import io.github.saleskit.forecast.model.FittedForecast;
import io.github.saleskit.forecast.model.Forecast;
import io.github.saleskit.forecast.model.ForecastDefinition;
import io.github.saleskit.forecast.model.Forecaster;
import io.github.saleskit.forecast.model.internal.Gaps;
import io.github.saleskit.forecast.model.internal.Numbers;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Forecasts any series by one call: fits the models that suit it, looks how they would have done at earlier origins, leaves out
 * those that fail there, and combines the others.
 *
 * <pre>{@code
 * Forecast forecast = AutoForecaster.standard().forecast(monthlySales, 12);
 * forecast.mean();
 * forecast.upper(0.95);
 * forecast.reasons();   // which models, and how they did
 * }</pre>
 *
 * <p>Seasons of up to 24 periods: exponential smoothing, complex exponential smoothing, ARIMA, and two theta models of the
 * logarithms. Longer ones, such as 52 weeks: these with and without a smooth season. Hours of days and weeks: double seasonal
 * smoothing and regressions on earlier hours and weeks. The combination is their median unless the definition says otherwise.
 * Intervals come from the errors at earlier origins, which for a history without negative values are taken to grow with the root
 * of the level; a 95 % interval is meant to hold 95 % of what comes.
 *
 * <p>One unit of work is one fitted model; a series takes 3 to 8. With fewer left the models fitted so far are combined. There is
 * no chance in it: the same arguments give the same forecast on every machine.
 *
 * <p>Source of the combination: F. Petropoulos, I. Svetunkov, A simple combination of univariate models, 2020.
 *
 * <p>Immutable and thread-safe.
 */
public final class AutoForecaster {

    private static final int FEWEST_VALUES = 5;
    /** More would cost time and hardly help. */
    private static final int MOST_VALUES = 4_000;

    private static final double WORST = 2;
    /** Of simulated quantiles of a series that is too short to choose for. */
    private static final long USUAL_SEED = 1;

    private static final AutoForecaster STANDARD = compile(AutoDefinition.standard());

    private final Combination combination;
    private final boolean nonNegative;
    private final boolean wholeNumbers;
    private final Forecaster simple;

    private AutoForecaster(AutoDefinition definition) {
        combination = definition.combination().orElse(Combination.MEDIAN);
        nonNegative = Boolean.TRUE.equals(definition.nonNegative());
        wholeNumbers = Boolean.TRUE.equals(definition.wholeNumbers());
        simple = Forecaster.compile(ForecastDefinition.of("ets").withNonNegative(nonNegative));
    }

    /**
     * A forecaster for a definition.
     *
     * @throws DefinitionException with every problem of the definition; today there can be none
     */
    public static AutoForecaster compile(AutoDefinition definition) {
        return new AutoForecaster(requireNonNull(definition, "definition"));
    }

    /** The usual definition. */
    public static AutoForecaster standard() {
        return STANDARD;
    }

    /**
     * Forecasts the periods after the end of a series.
     *
     * @throws IllegalArgumentException as {@link #forecast(TimeSeries, int, WorkMeter)} does
     */
    public Forecast forecast(TimeSeries history, int horizon) {
        return forecast(history, horizon, WorkMeter.unlimited());
    }

    /**
     * Forecasts the periods after the end of a series within a budget.
     *
     * @param history what is known; missing values at its end are periods without knowledge, not part of the future
     * @param horizon how many periods, from 1 to {@value Forecaster#LONGEST_HORIZON}
     * @param meter spends one unit a fitted model; without a unit left the forecast is a naive one
     * @throws IllegalArgumentException when the horizon is another, every value is missing or a period to forecast lies past the
     *     year 9999
     */
    public Forecast forecast(TimeSeries history, int horizon, WorkMeter meter) {
        return forecast(history, horizon, meter, false).forecast();
    }

    /**
     * Forecasts the periods after the end of a series within a budget, and says by how much the combination, with the parameters of
     * the whole history, missed its periods one step ahead.
     *
     * @throws IllegalArgumentException as {@link #forecast(TimeSeries, int, WorkMeter)} does
     */
    public FittedForecast forecastWithErrors(TimeSeries history, int horizon, WorkMeter meter) {
        return forecast(history, horizon, meter, true);
    }

    private FittedForecast forecast(TimeSeries history, int horizon, WorkMeter meter, boolean errors) {
        if (horizon < 1 || horizon > Forecaster.LONGEST_HORIZON) {
            throw new IllegalArgumentException(
                    "horizon is " + horizon + ", but must be from 1 to " + Forecaster.LONGEST_HORIZON + ".");
        }
        TimeSeries known = known(history);
        if (known.observed() < FEWEST_VALUES || isConstant(known)) {
            return rounded(simple.forecastWithErrors(history, horizon, USUAL_SEED));
        }
        int behind = Math.toIntExact(known.end().until(history.end()));
        double[] filled = Gaps.filled(known.values());
        List<Member> members = usable(Candidates.of(known, filled, meter), filled.length, behind + horizon);
        if (members.isEmpty()) {
            Forecaster last = Forecaster.compile(ForecastDefinition.of("naive2").withNonNegative(nonNegative));
            return rounded(last.forecastWithErrors(history, horizon, USUAL_SEED));
        }
        return combine(history, known, members, behind, horizon, errors);
    }

    /** Without missing values at the ends; of a very long series its end. */
    private static TimeSeries known(TimeSeries history) {
        int to = history.length();
        while (to > 0 && history.isMissing(to - 1)) {
            to--;
        }
        if (to == 0) {
            throw new IllegalArgumentException("history has no value in " + history.length() + " periods.\n"
                    + "Maybe it was read from the wrong column?");
        }
        int from = Math.max(0, to - MOST_VALUES);
        while (history.isMissing(from)) {
            from++;
        }
        return history.slice(from, to);
    }

    private static boolean isConstant(TimeSeries series) {
        double first = series.value(0);
        return Arrays.stream(series.values()).allMatch(value -> Double.isNaN(value) || value == first);
    }

    private static List<Member> usable(List<Member> members, int n, int horizon) {
        return members.stream()
                .filter(member -> Arrays.stream(member.mean(n, horizon)).allMatch(AutoForecaster::isUsable))
                .toList();
    }

    private static boolean isUsable(double value) {
        return Double.isFinite(value) && Math.abs(value) < 1e120;
    }

    private FittedForecast combine(
            TimeSeries history, TimeSeries known, List<Member> all, int behind, int horizon, boolean errors) {
        int ahead = behind + horizon;
        Backtest first = new Backtest(all, combination, known.values(), known.seasonLength(), ahead);
        List<Member> better = first.without(WORST);
        List<Member> members = better == null ? all : better;
        Backtest backtest = better == null
                ? first
                : new Backtest(members, combination, known.values(), known.seasonLength(), ahead);
        double[][] paths = members.stream()
                .map(member -> member.mean(known.length(), ahead))
                .toArray(double[][]::new);
        double[] mean = combination.combine(paths);
        double[] deviations = Spread.deviations(backtest, mean, known.observed(), known.seasonLength());
        mean = Arrays.copyOfRange(mean, behind, ahead);
        double[][] quantiles = Spread.quantiles(mean, Arrays.copyOfRange(deviations, behind, ahead));
        FitSummary fit = new FitSummary(
                history.observed(),
                Collections.emptyMap(),
                backtest.nextDeviation(),
                backtest.nextError(),
                Optional.empty(),
                Optional.empty());
        Forecast forecast = Forecast.of(
                name(members),
                history.end(),
                mean,
                quantiles,
                nonNegative,
                fit,
                reasons(history, all, members, first, backtest));
        return rounded(new FittedForecast(forecast, errors ? backtest.nextErrors(behind) : new double[0]));
    }

    private String name(List<Member> members) {
        return members.size() == 1 ? members.get(0).name() : combination + " of " + members.size();
    }

    private List<Reason> reasons(
            TimeSeries history, List<Member> all, List<Member> members, Backtest first, Backtest backtest) {
        List<Reason> details = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String error = Numbers.text(first.meanError(i));
            String model = all.get(i).name();
            details.add(
                    members.contains(all.get(i))
                            ? Reason.of("forecast.selection.member", "model", model, "error", error)
                            : Reason.of("forecast.selection.dropped", "model", model, "error", error));
        }
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.of("forecast.selection.combined", "models", members.size(), "combination", combination)
                .withDetails(details));
        reasons.add(Reason.of(
                "forecast.selection.backtest",
                "origins",
                backtest.origins(),
                "error",
                Numbers.text(backtest.meanError())));
        int missing = history.length() - history.observed();
        if (missing > 0) {
            reasons.add(Reason.of("forecast.selection.missing", "missing", missing, "periods", history.length()));
        }
        return reasons;
    }

    private FittedForecast rounded(FittedForecast fitted) {
        return wholeNumbers ? new FittedForecast(fitted.forecast().toWholeNumbers(), fitted.errors()) : fitted;
    }

    /**
     * Forecasts many series; one that cannot be forecast does not keep the others from it.
     *
     * @param histories by id, in the order in which they are to be forecast
     * @param horizon how many periods
     * @param meter spends one unit a fitted model; when it is stopped, the series that are left are failures
     */
    public BatchForecast forecastAll(Map<String, TimeSeries> histories, int horizon, WorkMeter meter) {
        return new AutoBatch(this, histories, horizon).run(meter);
    }

    /**
     * Forecasts many series on threads of the caller.
     *
     * @param histories by id
     * @param horizon how many periods
     * @param executor runs the work; this call waits for it; the answer does not depend on how many threads it has
     */
    public BatchForecast forecastAll(Map<String, TimeSeries> histories, int horizon, Executor executor) {
        return new AutoBatch(this, histories, horizon).run(executor);
    }
}
