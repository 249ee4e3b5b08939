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
import io.github.saleskit.forecast.model.internal.Horizon;
import io.github.saleskit.forecast.model.internal.SeasonTest;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Forecasts any series by one call: fits the models that suit it, looks how they would have done at earlier origins,
 * leaves out those that fail there, and combines the others.
 *
 * <pre>{@code
 * Forecast forecast = AutoForecaster.standard().forecast(monthlySales, 12);
 * forecast.mean();
 * forecast.upper(0.95);
 * forecast.reasons();   // which models, and how they did
 * }</pre>
 *
 * <p>Seasons of up to 24 periods: exponential smoothing, ARIMA and two theta models of the logarithms, without a season
 * also complex exponential smoothing. Longer ones, such as 52 weeks: these with and without a smooth season. A season
 * within a longer one, such as days within weeks of hours: double seasonal smoothing and regressions on what was one
 * season before. They are combined by {@link Combination#LEARNED} unless the definition says otherwise. Demand that
 * comes only now and then: see {@code intermittent} of {@link ForecastDefinition}.
 *
 * <p>Which seasons a series of days, weeks or numbered steps has is looked for in its values when its season length is
 * 1 or above 24: usual lengths, by a test. Months, quarters and years have the season that they are given.
 *
 * <p>Models of a positive series are fitted without a single value that stands out far, which a reason tells; several
 * such values, or one that may be of the season, are taken to come again.
 *
 * <p>Left out are, with a reason, zeros before the first sale that last longer than a season, and of very long series
 * all but the last {@value #MOST_VALUES} periods.
 *
 * <p>Intervals come from the errors at earlier origins, which for a history without negative values are taken to grow
 * with the root of the level; a 95 % interval is meant to hold 95 % of what comes.
 *
 * <p>One unit of work is one fitted model; a series takes 3 to 8. With fewer left the models fitted so far are
 * combined. There is no chance in it: the same arguments give the same forecast on every machine.
 *
 * <p>Source of the models combined: F. Petropoulos, I. Svetunkov, A simple combination of univariate models, 2020.
 *
 * <p>Immutable and thread-safe.
 */
public final class AutoForecaster {

    private static final int FEWEST_VALUES = 5;
    /** More would cost time and hardly help. */
    private static final int MOST_VALUES = 4_000;

    private static final int MOST_CALIBRATED = 250;
    /** Of simulated quantiles of a series that is too short to choose for. */
    private static final long USUAL_SEED = 1;

    private static final AutoForecaster STANDARD = compile(AutoDefinition.standard());

    /** A. A. Syntetos, J. E. Boylan, J. D. Croston, On the categorization of demand patterns, 2005. */
    private static final double LEAST_INTERVAL = 1.32;

    private final AutoDefinition definition;
    private final Combination combination;
    private final boolean nonNegative;
    private final boolean wholeNumbers;
    private final double width;
    private final Forecaster simple;
    private final Forecaster intermittent;

    private AutoForecaster(AutoDefinition definition) {
        this.definition = definition;
        width = definition.calibration().map(IntervalCalibration::width).orElse(1.0);
        combination = definition.combination().orElse(Combination.LEARNED);
        nonNegative = Boolean.TRUE.equals(definition.nonNegative());
        wholeNumbers = Boolean.TRUE.equals(definition.wholeNumbers());
        simple = Forecaster.compile(ForecastDefinition.of("ets").withNonNegative(nonNegative));
        intermittent = Forecaster.compile(ForecastDefinition.of("intermittent").withNonNegative(nonNegative));
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
     * @throws IllegalArgumentException when the horizon is another, every value is missing or a period to forecast lies
     *     past the year 9999
     */
    public Forecast forecast(TimeSeries history, int horizon, WorkMeter meter) {
        return forecast(history, horizon, meter, false).forecast();
    }

    /**
     * Forecasts the periods after the end of a series within a budget, and says by how much the combination, with the
     * parameters of all periods it knows, missed them one step ahead. Periods at the start that are left out, which a
     * reason tells, have no errors.
     *
     * @throws IllegalArgumentException as {@link #forecast(TimeSeries, int, WorkMeter)} does
     */
    public FittedForecast forecastWithErrors(TimeSeries history, int horizon, WorkMeter meter) {
        return forecast(history, horizon, meter, true);
    }

    private FittedForecast forecast(TimeSeries history, int horizon, WorkMeter meter, boolean errors) {
        Horizon.require(horizon);
        TimeSeries known = known(history);
        if (known.observed() < FEWEST_VALUES || isConstant(known)) {
            return by(simple, history, horizon, errors);
        }
        int behind = Math.toIntExact(known.end().until(history.end()));
        double[] filled = Gaps.filled(known.values());
        if (isIntermittent(filled, known.seasonLength()) && meter.spend(1)) {
            return by(intermittent, history, horizon, errors);
        }
        IsolatedOutliers outliers = IsolatedOutliers.of(known);
        double[] cleaned = outliers.reasons().isEmpty()
                ? filled
                : Gaps.filled(outliers.series().values());
        List<Member> members =
                usable(Candidates.of(outliers.series(), cleaned, meter), filled.length, behind + horizon);
        if (members.isEmpty()) {
            Forecaster last = Forecaster.compile(ForecastDefinition.of("naive2").withNonNegative(nonNegative));
            return by(last, history, horizon, errors);
        }
        return combine(history, known, members, outliers.reasons(), behind, horizon, errors);
    }

    private FittedForecast by(Forecaster forecaster, TimeSeries history, int horizon, boolean errors) {
        return rounded(
                errors
                        ? forecaster.forecastWithErrors(history, horizon, USUAL_SEED)
                        : new FittedForecast(forecaster.forecast(history, horizon, USUAL_SEED), new double[0]));
    }

    /**
     * Without missing values at the ends, and without zeros before the first sale where they last longer than a season;
     * of a very long series its end.
     */
    private static TimeSeries known(TimeSeries history) {
        int to = history.length();
        while (to > 0 && history.isMissing(to - 1)) {
            to--;
        }
        if (to == 0) {
            throw new IllegalArgumentException("history has no value in " + history.length() + " periods.\n"
                    + "Maybe it was read from the wrong column?");
        }
        int from = Math.max(Math.max(0, to - MOST_VALUES), firstSale(history, to));
        while (history.isMissing(from)) {
            from++;
        }
        return history.slice(from, to);
    }

    /**
     * The end of zeros at the start that are no season's and no gap in demand, but tell that nothing was sold yet; else
     * 0.
     */
    private static int firstSale(TimeSeries history, int to) {
        int first = 0;
        while (first < to && !(Math.abs(history.value(first)) > 0)) {
            first++;
        }
        int fewest = Math.max(FEWEST_VALUES, history.seasonLength());
        return first > fewest && to - first >= FEWEST_VALUES ? first : 0;
    }

    private static boolean isConstant(TimeSeries series) {
        double first = series.value(0);
        return Arrays.stream(series.values()).allMatch(value -> Double.isNaN(value) || value == first);
    }

    /** Demand that comes only now and then, and not by a season. */
    private static boolean isIntermittent(double[] y, int seasonLength) {
        long with = Arrays.stream(y).filter(value -> value > 0).count();
        return Arrays.stream(y).allMatch(value -> value >= 0)
                && with > 0
                && y.length >= LEAST_INTERVAL * with
                && !SeasonTest.isSeasonal(y, seasonLength);
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
            TimeSeries history,
            TimeSeries known,
            List<Member> all,
            List<Reason> outliers,
            int behind,
            int horizon,
            boolean withErrors) {
        int ahead = behind + horizon;
        Backtest backtest = new Backtest(all, known.values(), known.seasonLength(), ahead);
        Combiner combiner = backtest.combiner(combination);
        List<Integer> kept = combiner.kept();
        CombinedErrors errors = backtest.combined(combiner);
        double[][] paths =
                kept.stream().map(i -> all.get(i).mean(known.length(), ahead)).toArray(double[][]::new);
        double[] mean = combiner.combine(paths);
        double[] deviations = Spread.deviations(errors, mean, known.observed(), known.seasonLength(), width);
        mean = Arrays.copyOfRange(mean, behind, ahead);
        double[][] quantiles = Spread.quantiles(mean, Arrays.copyOfRange(deviations, behind, ahead));
        FitSummary fit = new FitSummary(
                history.observed(),
                Collections.emptyMap(),
                errors.nextDeviation(),
                errors.nextError(),
                Optional.empty(),
                Optional.empty());
        List<Reason> reasons =
                new CombinationReasons(combination, all, combiner, backtest).all(history, known, errors, outliers);
        Forecast forecast = Forecast.of(
                kept.size() == 1 ? all.get(kept.get(0)).name() : combination.words() + " of " + kept.size() + " models",
                history.end(),
                mean,
                quantiles,
                nonNegative,
                fit,
                reasons);
        return rounded(
                new FittedForecast(forecast, withErrors ? backtest.nextErrors(combiner, behind) : new double[0]));
    }

    private FittedForecast rounded(FittedForecast fitted) {
        return wholeNumbers ? new FittedForecast(fitted.forecast().toWholeNumbers(), fitted.errors()) : fitted;
    }

    /**
     * Looks how many of the latest values of many series lie within intervals that do not know them; its answer belongs
     * into the definition, so that intervals of what is still to come are as wide as they should be. Up to
     * {@value #MOST_CALIBRATED} of the series are taken, evenly from short to long ones, whatever their order; those
     * too short to do without their latest values are passed over.
     *
     * @param histories as they are to be forecast
     * @param horizon how many values of each are held back
     * @param meter spends one unit a fitted model; what was found until it stops counts
     */
    public IntervalCalibration calibrate(Collection<TimeSeries> histories, int horizon, WorkMeter meter) {
        List<TimeSeries> able = histories.stream()
                .filter(history -> PooledErrors.kept(history, horizon) > 0)
                .sorted(AutoForecaster::byContent)
                .toList();
        AutoForecaster plain = compile(definition.withCalibration(Optional.empty()));
        PooledErrors errors = new PooledErrors();
        int taken = Math.min(MOST_CALIBRATED, able.size());
        for (int i = 0; i < taken && !meter.stopped(); i++) {
            TimeSeries history = able.get((int) ((long) i * able.size() / taken));
            TimeSeries part = history.slice(0, PooledErrors.kept(history, horizon));
            if (part.observed() >= FEWEST_VALUES) {
                errors.add(history, plain.forecast(part, horizon, meter));
            }
        }
        return errors.calibration();
    }

    private static int byContent(TimeSeries a, TimeSeries b) {
        int difference = Integer.compare(a.length(), b.length());
        for (int t = 0; difference == 0 && t < a.length(); t++) {
            difference = Double.compare(a.value(t), b.value(t));
        }
        return difference;
    }

    /**
     * Forecasts many series; one that cannot be forecast does not keep the others from it: it has a reason among the
     * failures. With a single value and time enough before the year 10000 any series can be forecast.
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

    /**
     * Forecasts any number of series as they come, so that neither all histories nor all forecasts are in memory at
     * once: at most about a thousand of them.
     *
     * <pre>{@code
     * forecaster.forecastEach(rows.iterator(), 12, executor, batch -> batch.forecasts().forEach(store::save));
     * }</pre>
     *
     * @param histories ids and series; read by the calling thread, as far as there is room
     * @param horizon how many periods
     * @param executor runs the work; this call waits for it, so it must not run on the last thread of the same one
     * @param receiver takes the answers in the order of the series, some at a time, on the calling thread; what it
     *     throws, as what the iterator throws, ends this call, and work that has not begun is not done any more
     * @throws IllegalArgumentException when an id is given twice among about sixteen series in a row
     */
    public void forecastEach(
            Iterator<Map.Entry<String, TimeSeries>> histories,
            int horizon,
            Executor executor,
            Consumer<BatchForecast> receiver) {
        AutoBatch.each(this, histories, horizon, executor, receiver);
    }
}
