package io.github.saleskit.forecast.pipeline;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.forecast.series.DateRange;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;

/**
 * What a period, usually a quarter, will bring: the amounts that sales people add up, and how probable each outcome is
 * when the deals come independently of each other.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param period the days that count
 * @param asOf the day at whose end the deals are looked at
 * @param closedWon won within the period so far
 * @param commit {@code closedWon} and the open deals of the category commit that are expected to close within the
 *     period
 * @param bestCase {@code commit} and those of the category best case
 * @param pipeline {@code bestCase} and those of the category pipeline
 * @param expected each amount times its chance, added up and rounded at the end (half to even)
 * @param standardDeviation of the outcome around {@code expected}
 * @param outcomes what may come, by ascending amounts; exact, or merged to about a thousand where there are more
 * @param deals what each deal contributes, in the order of the deals
 * @param reasons what the forecast is made of
 */
public record QuarterForecast(
        @Required int version,
        @Required DateRange period,
        @Required LocalDate asOf,
        @Required Money closedWon,
        @Required Money commit,
        @Required Money bestCase,
        @Required Money pipeline,
        @Required Money expected,
        @Required Money standardDeviation,
        @Required List<OutcomeStep> outcomes,
        @Required List<DealOutlook> deals,
        @Required List<Reason> reasons)
        implements Decision, StrictDocument {

    /** So that sums of chances reach what they would without rounding. */
    private static final double ROUNDING = 1e-12;

    public QuarterForecast {
        DocumentVersion.require("quarter forecast", version, 1);
        requireNonNull(period, "period");
        requireNonNull(asOf, "asOf");
        requireNonNull(closedWon, "closedWon");
        requireNonNull(commit, "commit");
        requireNonNull(bestCase, "bestCase");
        requireNonNull(pipeline, "pipeline");
        requireNonNull(expected, "expected");
        requireNonNull(standardDeviation, "standardDeviation");
        outcomes = List.copyOf(outcomes);
        if (outcomes.isEmpty()) {
            throw new IllegalArgumentException("outcomes is empty, but must have at least one.");
        }
        deals = List.copyOf(deals);
        reasons = List.copyOf(reasons);
    }

    /** A cautious figure: the outcome falls short of it with a probability of at most 10 %. */
    public Money p10() {
        return quantile(0.1);
    }

    /** The outcome in the middle. */
    public Money p50() {
        return quantile(0.5);
    }

    /** A hopeful figure: the outcome exceeds it with a probability of at most 10 %. */
    public Money p90() {
        return quantile(0.9);
    }

    /**
     * The least amount that is not exceeded with at least a probability.
     *
     * @param probability above 0 and below 1
     */
    public Money quantile(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("probability is " + probability
                    + ", but must be above 0 and below 1.\nMaybe it is meant in per cent? 0.9 is 90 %.");
        }
        double sum = 0;
        for (OutcomeStep outcome : outcomes) {
            sum += outcome.chance();
            if (sum >= probability - ROUNDING) {
                return outcome.amount();
            }
        }
        return outcomes.get(outcomes.size() - 1).amount();
    }

    /**
     * The probability that the period brings at least a quota, from 0 to 1.
     *
     * @param quota in the currency of the forecast
     * @throws IllegalArgumentException when it is in another
     */
    public double chanceOf(Money quota) {
        if (!quota.getCurrencyUnit().equals(expected.getCurrencyUnit())) {
            throw new IllegalArgumentException(
                    "quota is " + quota + ", but must be in " + expected.getCurrencyUnit() + ".");
        }
        double below = 0;
        double reached = 0;
        for (OutcomeStep outcome : outcomes) {
            if (outcome.amount().isLessThan(quota)) {
                below += outcome.chance();
            } else {
                reached += outcome.chance();
            }
        }
        return reached / (below + reached);
    }
}
