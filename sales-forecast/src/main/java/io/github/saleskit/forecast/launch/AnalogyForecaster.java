package io.github.saleskit.forecast.launch;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.forecast.model.FitSummary;
import io.github.saleskit.forecast.model.Forecast;
import io.github.saleskit.forecast.model.Forecaster;
import io.github.saleskit.forecast.model.internal.Horizon;
import io.github.saleskit.forecast.model.internal.Numbers;
import io.github.saleskit.forecast.series.TimePeriod;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Forecasts series with little or no history as analogues went on from where they are.
 *
 * <pre>{@code
 * AnalogyForecaster shops = AnalogyForecaster.compile(AnalogyDefinition.bySeason(), salesOfOtherShops);
 * Forecast year = shops.forecast(fourMonths, 12);
 *
 * AnalogyForecaster products = AnalogyForecaster.compile(AnalogyDefinition.byLaunch(), earlierLaunches);
 * products.forecastNew(launchMonth, 12);                  // before anything was sold
 * }</pre>
 *
 * <p>Every stretch of an analogue that lies at the same time of the season, or at the same time since the launch, is
 * divided by its level and cut into a part as long as the history and what came then. What came is explained by the
 * shape of that part in a regression that all stretches share, drawn towards their average as far as forecasting each
 * analogue from the others shows to be best; the errors of the same trial give the intervals. So the size of the series
 * is its own, and all else is pooled. What happens to all analogues at once, such as a crisis, the trial knows too
 * little of.
 *
 * <p>Where nearly all stretches lie above 0, 95 in a hundred, logarithms are compared, and the others are passed over;
 * the mean is then the geometric one, in the middle of what may come. Otherwise ratios are compared, of all stretches
 * that are not 0 throughout beside the history, so that launches that came to nothing count.
 *
 * <p>Of a history the last 24 values count. O(s n² + n³) a step for s stretches and n values. Source: G. T. Duncan, W.
 * L. Gorr, J. Szczypula, Forecasting analogous time series, in: Principles of Forecasting, 2001; one regression for all
 * series as in P. Montero-Manso, R. J. Hyndman, Principles and algorithms for forecasting groups of time series:
 * locality and globality, 2021.
 *
 * <p>Immutable and thread-safe.
 */
public final class AnalogyForecaster {

    private static final int MOST_VALUES = 24;
    private static final double LARGEST = 1e100;
    private static final double NEARLY_ALL = 0.95;

    private final AnalogyDefinition definition;
    private final Map<String, TimeSeries> analogues;

    private AnalogyForecaster(AnalogyDefinition definition, Map<String, TimeSeries> analogues) {
        this.definition = requireNonNull(definition, "definition");
        this.analogues = analogues;
    }

    /**
     * A forecaster that learns from analogues.
     *
     * @param analogues by id, at least two, by launch at least three, all of one granularity and season; each up to
     *     what is known, so that one that ends earlier is no mistake
     * @throws IllegalArgumentException when there are fewer, or granularities or seasons differ
     */
    public static AnalogyForecaster compile(AnalogyDefinition definition, Map<String, TimeSeries> analogues) {
        int fewest = definition.alignment() == Alignment.LAUNCH ? PooledRegression.FEWEST : 2;
        if (analogues.size() < fewest) {
            throw new IllegalArgumentException("analogues are " + analogues.size() + ", but must be at least " + fewest
                    + (fewest == 2 ? "" : " by launch")
                    + ": what fewer series did says nothing of how sure that is.");
        }
        TimeSeries first = analogues.values().iterator().next();
        analogues.forEach((id, series) -> requireSame("analogue \"" + id + "\"", first, series));
        return new AnalogyForecaster(definition, Collections.unmodifiableMap(new LinkedHashMap<>(analogues)));
    }

    private static void requireSame(String name, TimeSeries first, TimeSeries series) {
        if (series.start().granularity() != first.start().granularity()
                || series.seasonLength() != first.seasonLength()) {
            throw new IllegalArgumentException(name + " has periods like " + series.start() + " and a season of "
                    + series.seasonLength() + ", but must have periods like " + first.start() + " and a season of "
                    + first.seasonLength() + " as the first analogue.");
        }
    }

    /**
     * Forecasts the periods after the end of a short history.
     *
     * @param history of the granularity and season of the analogues; by launch from the first period of sales on
     * @param horizon how many periods, from 1 to {@value Forecaster#LONGEST_HORIZON}
     * @throws IllegalArgumentException when it is another, the history is 0 throughout or has no value of late, or
     *     fewer than three stretches of analogues are as long as history and horizon together
     */
    public Forecast forecast(TimeSeries history, int horizon) {
        Horizon.require(horizon);
        requireSame("history", analogues.values().iterator().next(), history);
        if (history.observed() == 0) {
            throw new IllegalArgumentException("history has no value in " + history.length() + " periods.\n"
                    + "Maybe forecastNew, for what has not begun?");
        }
        int from = Math.max(0, history.length() - MOST_VALUES);
        TimeSeries latest = history.slice(from, history.length());
        int[] known = IntStream.range(0, latest.length())
                .filter(t -> !latest.isMissing(t))
                .toArray();
        if (known.length == 0) {
            throw new IllegalArgumentException("history has no value in its last " + latest.length()
                    + " periods, so that its level is not known.");
        }
        int first = definition.alignment() == Alignment.LAUNCH ? from : phase(latest.start());
        Beginning beginning = new Beginning(first, known, latest.length(), horizon);
        double[] values = Arrays.stream(known).mapToDouble(latest::value).toArray();
        return forecast(Stretch.of(values), beginning, history.end());
    }

    /** A position of analogues that would begin with the first one at which a period lies as in the season. */
    private int phase(TimePeriod start) {
        TimeSeries first = analogues.values().iterator().next();
        return (int) Math.floorMod(first.start().until(start), (long) first.seasonLength());
    }

    /**
     * How a history lies beside analogues.
     *
     * @param first where it begins in the first analogue, by launch in all
     * @param known its positions that have values
     * @param length of the history
     * @param horizon of the forecast
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Beginning(int first, int[] known, int length, int horizon) {}

    /**
     * Forecasts a new product, of which nothing is known but that it is like the analogues: as large, too.
     *
     * @param start the first period
     * @param horizon how many periods, from 1 to {@value Forecaster#LONGEST_HORIZON}
     * @throws IllegalArgumentException when analogues are laid by the season, as it then takes a first value to know
     *     the level, when the horizon is another, or fewer than three analogues are as long
     */
    public Forecast forecastNew(TimePeriod start, int horizon) {
        Horizon.require(horizon);
        if (definition.alignment() != Alignment.LAUNCH) {
            throw new IllegalArgumentException("alignment is " + definition.alignment()
                    + ", but of a series without values only LAUNCH tells how large it will be.\n"
                    + "Maybe AnalogyDefinition.byLaunch()?");
        }
        return forecast(Stretch.of(), new Beginning(0, new int[0], 0, horizon), start);
    }

    private Forecast forecast(Stretch history, Beginning beginning, TimePeriod start) {
        List<Stretch> stretches = stretches(beginning);
        long positive = stretches.stream().filter(Stretch::positive).count();
        boolean logarithms = history.positive() && positive >= NEARLY_ALL * stretches.size();
        List<Stretch> used = stretches.stream()
                .filter(stretch -> logarithms ? stretch.positive() : stretch.size() > 0)
                .toList();
        if (used.size() < PooledRegression.FEWEST) {
            throw new IllegalArgumentException("analogues have " + used.size() + " stretches of " + beginning.length()
                    + " and then " + beginning.horizon() + " periods without gaps, but must have at least "
                    + PooledRegression.FEWEST + ".\nMaybe a shorter horizon, or longer or more analogues?");
        }
        if (!logarithms && !(history.size() > 0)) {
            throw new IllegalArgumentException(
                    "history is 0 throughout, but must have another value to be compared with analogues.");
        }
        PooledRegression regression = PooledRegression.of(used, history, beginning.horizon(), logarithms);
        return forecast(regression, used, start);
    }

    private Forecast forecast(PooledRegression regression, List<Stretch> used, TimePeriod start) {
        double[][] quantiles = regression.quantiles();
        double error = regression.relativeError();
        if (!Double.isFinite(error)
                || Arrays.stream(quantiles)
                        .flatMapToDouble(Arrays::stream)
                        .anyMatch(value -> !(Math.abs(value) <= LARGEST))) {
            throw new IllegalArgumentException("analogues go on so differently that the forecast leaves all numbers.\n"
                    + "Maybe one of them is in another unit?");
        }
        boolean nonNegative = used.stream().allMatch(Stretch::nonNegative);
        long ids = used.stream().map(Stretch::id).distinct().count();
        Reason reason = Reason.of(
                definition.alignment() == Alignment.SEASON ? "forecast.launch.bySeason" : "forecast.launch.byLaunch",
                "stretches",
                used.size(),
                "analogues",
                ids,
                "error",
                Numbers.percent(error));
        FitSummary fit = new FitSummary(
                used.size(),
                Collections.emptyMap(),
                regression.deviation(),
                regression.absoluteError(1),
                Optional.empty(),
                Optional.empty());
        return Forecast.of("analogy", start, regression.mean(), quantiles, nonNegative, fit, List.of(reason));
    }

    /** All stretches that lie beside a history, the oldest of the first analogue first. */
    private List<Stretch> stretches(Beginning beginning) {
        boolean season = definition.alignment() == Alignment.SEASON;
        TimePeriod reference = analogues.values().iterator().next().start().plus(beginning.first());
        List<Stretch> stretches = new ArrayList<>();
        analogues.forEach((id, series) -> {
            int step = series.seasonLength();
            long first = season ? Math.floorMod(series.start().until(reference), (long) step) : beginning.first();
            long last = (long) series.length() - beginning.length() - beginning.horizon();
            for (long at = first; at <= (season ? last : Math.min(last, first)); at += step) {
                Stretch stretch =
                        Stretch.of(id, series, (int) at, beginning.known(), beginning.length(), beginning.horizon());
                if (stretch.complete()) {
                    stretches.add(stretch);
                }
            }
        });
        return stretches;
    }
}
