package io.github.saleskit.core.pipeline;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.saleskit.core.json.StrictDocument;
import java.util.OptionalDouble;

/**
 * How many of the closed opportunities were won, and how sure one can be of the rate.
 *
 * <pre>{@code
 * WinRate rate = new WinRate(81, 182);
 * rate.value();      // 0.308
 * rate.interval();   // 0.2553 to 0.3662
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param won number of opportunities won
 * @param lost number of opportunities lost
 */
public record WinRate(
        @JsonProperty(required = true) long won,
        @JsonProperty(required = true) long lost) implements StrictDocument {

    private static final double NORMAL_975 = 1.959963984540054;

    public WinRate {
        if (won < 0 || lost < 0) {
            throw new IllegalArgumentException(
                    "won is " + won + " and lost is " + lost + ", but neither must be negative.");
        }
    }

    /** Won as a part of closed, 0 to 1; empty when nothing is closed. */
    public OptionalDouble value() {
        return closed() == 0 ? OptionalDouble.empty() : OptionalDouble.of(won / (double) closed());
    }

    /** Number of opportunities won or lost. */
    public long closed() {
        return won + lost;
    }

    /** The Wilson interval at 95 %. */
    public Interval interval() {
        return interval(NORMAL_975);
    }

    /**
     * The Wilson interval: all rates from which the observed one is no more than so many standard deviations away.
     *
     * <p>From 0 to 1 when nothing is closed. Source: E. B. Wilson, "Probable inference, the law of succession, and statistical
     * inference", Journal of the American Statistical Association 22 (1927), 209-212.
     *
     * @param deviations positive: 1.645 for 90 %, 1.960 for 95 %, 2.576 for 99 %
     */
    public Interval interval(double deviations) {
        if (!(deviations > 0) || Double.isInfinite(deviations)) {
            throw new IllegalArgumentException(
                    "deviations is " + deviations + ", but must be positive and finite.\nMaybe 1.96, for 95 %?");
        }
        if (closed() == 0) {
            return new Interval(0, 1);
        }
        double n = closed();
        double p = won / n;
        double square = deviations * deviations;
        double centre = (p + square / (2 * n)) / (1 + square / n);
        double half = deviations * Math.sqrt(p * (1 - p) / n + square / (4 * n * n)) / (1 + square / n);
        return new Interval(won == 0 ? 0 : centre - half, lost == 0 ? 1 : centre + half);
    }

    /**
     * A range of rates.
     *
     * @param low its lower end, at least 0
     * @param high its upper end, at most 1
     */
    public record Interval(double low, double high) {}
}
