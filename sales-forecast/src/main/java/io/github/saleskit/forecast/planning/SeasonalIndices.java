package io.github.saleskit.forecast.planning;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.core.money.MoneyAllocation;
import io.github.saleskit.forecast.model.internal.Gaps;
import io.github.saleskit.forecast.model.internal.Numbers;
import io.github.saleskit.forecast.model.internal.SeasonalFigure;
import io.github.saleskit.forecast.series.TimePeriod;
import io.github.saleskit.forecast.series.TimeSeries;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.Money;

/**
 * How strong each period of a season is beside the average one, for quota plans and targets.
 *
 * <pre>{@code
 * SeasonalIndices season = SeasonalIndices.of(monthlySales);
 * season.index(TimePeriod.month(2026, 12));                                    // 1.31: 31 % above the average month
 * season.distribute(Money.parse("EUR 120000.00"), TimePeriod.month(2026, 4), 12);   // adds up to the cent
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param anchor a period to which the first index belongs
 * @param indices of the periods of one season from the anchor on, none negative, with a mean of 1
 * @param reasons from what they were estimated, and which periods are strongest and weakest
 */
public record SeasonalIndices(
        @Required int version,
        @Required TimePeriod anchor,
        @Required List<Double> indices,
        @Required List<Reason> reasons)
        implements Decision, StrictDocument {

    private static final int MOST_PERIODS = 10_000;
    private static final double ROUNDING = 1e-6;

    public SeasonalIndices {
        DocumentVersion.require("seasonal indices", version, 1);
        requireNonNull(anchor, "anchor");
        indices = List.copyOf(indices);
        reasons = List.copyOf(reasons);
        if (!indices.stream().allMatch(index -> index >= 0 && Double.isFinite(index))
                || indices.stream().noneMatch(index -> index > 0)) {
            throw new IllegalArgumentException(
                    "indices is " + indices + ", but must have finite numbers, none negative and not all 0.");
        }
        double mean =
                indices.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        if (Math.abs(mean - 1) > ROUNDING) {
            throw new IllegalArgumentException("indices is " + indices + " with a mean of " + mean
                    + ", but must have a mean of 1.\nMaybe they are meant in per cent?");
        }
    }

    /**
     * The indices of a history, by classical decomposition, each drawn towards 1 as far as it is uncertain.
     *
     * <p>All are 1, with a reason, where there are fewer than two seasons of values, or where values that are not
     * positive leave no factors; there is a single one where a season has more than 10,000 periods. Source: D. M.
     * Miller, D. Williams, Shrinkage estimators of time series seasonal factors and their effect on forecasting
     * accuracy, 2003.
     *
     * @param history with at least one value
     * @throws IllegalArgumentException when every value is missing
     */
    public static SeasonalIndices of(TimeSeries history) {
        if (history.observed() == 0) {
            throw new IllegalArgumentException("history has no value in " + history.length() + " periods.");
        }
        int m = history.seasonLength();
        boolean enough = m <= MOST_PERIODS && history.observed() >= 2 * m;
        double[] figure = enough ? SeasonalFigure.shrunken(Gaps.filled(history.values()), m, true) : null;
        if (figure == null) {
            Reason none = Reason.of("forecast.planning.noSeason", "length", m, "observed", history.observed());
            List<Double> same = Collections.nCopies(m <= MOST_PERIODS ? m : 1, 1.0);
            return new SeasonalIndices(1, history.start(), same, List.of(none));
        }
        List<Double> indices = IntStream.range(0, m).mapToObj(i -> figure[i]).toList();
        return new SeasonalIndices(1, history.start(), indices, List.of(reason(history, figure)));
    }

    private static Reason reason(TimeSeries history, double[] figure) {
        int low = 0;
        int high = 0;
        for (int i = 1; i < figure.length; i++) {
            low = figure[i] < figure[low] ? i : low;
            high = figure[i] > figure[high] ? i : high;
        }
        return Reason.of(
                "forecast.planning.season",
                "observed",
                history.observed(),
                "highPeriod",
                history.period(high),
                "high",
                Numbers.percent(figure[high]),
                "lowPeriod",
                history.period(low),
                "low",
                Numbers.percent(figure[low]));
    }

    /**
     * The index of a period, 1 being the average one.
     *
     * @throws IllegalArgumentException when the period is of another granularity
     */
    public double index(TimePeriod period) {
        return indices.get((int) Math.floorMod(anchor.until(period), (long) indices.size()));
    }

    /**
     * The share of each of some periods in their sum; equal ones where all their indices are 0.
     *
     * @param first the first period
     * @param periods how many, from 1 to 10,000
     * @throws IllegalArgumentException when the number is another or the period is of another granularity
     */
    public double[] shares(TimePeriod first, int periods) {
        if (periods < 1 || periods > MOST_PERIODS) {
            throw new IllegalArgumentException(
                    "periods is " + periods + ", but must be from 1 to " + MOST_PERIODS + ".");
        }
        double[] shares = IntStream.range(0, periods)
                .mapToDouble(i -> index(first.plus(i)))
                .toArray();
        double total = 0;
        for (double share : shares) {
            total += share;
        }
        for (int i = 0; i < periods; i++) {
            shares[i] = total > 0 ? shares[i] / total : 1.0 / periods;
        }
        return shares;
    }

    /**
     * Divides an amount by {@link #shares}, so that the parts add up to it exactly; remainders go to the largest
     * fractions.
     *
     * @throws IllegalArgumentException as {@link #shares} does
     */
    public List<Money> distribute(Money total, TimePeriod first, int periods) {
        List<BigDecimal> weights = Amounts.weights(Arrays.stream(shares(first, periods)));
        return MoneyAllocation.largestRemainder().allocate(total, weights).parts();
    }
}
