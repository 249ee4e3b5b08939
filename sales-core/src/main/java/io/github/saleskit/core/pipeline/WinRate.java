package io.github.saleskit.core.pipeline;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.core.statistics.Proportion;
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
public record WinRate(@Required long won, @Required long lost) implements StrictDocument {

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

    /** The Wilson interval at a level of 0.95. */
    public Interval interval() {
        return interval(.95);
    }

    /**
     * The Wilson interval: all rates from which the observed one is not too far to be chance.
     *
     * <p>From 0 to 1 when nothing is closed. Source: E. B. Wilson, "Probable inference, the law of succession, and
     * statistical inference", Journal of the American Statistical Association 22 (1927), 209-212.
     *
     * @param level how often such an interval holds the true rate, above 0 and below 1: 0.9, 0.95, 0.99
     */
    public Interval interval(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "level is " + level + ", but must be above 0 and below 1.\nMaybe 0.95, for 95 %?");
        }
        Proportion.Bounds bounds = new Proportion(won, closed()).wilson(level);
        return new Interval(bounds.lower(), bounds.upper());
    }

    /**
     * A range of rates.
     *
     * @param low its lower end, at least 0
     * @param high its upper end, at most 1
     */
    public record Interval(double low, double high) {}
}
