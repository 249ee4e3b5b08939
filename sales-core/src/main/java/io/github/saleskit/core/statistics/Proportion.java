package io.github.saleskit.core.statistics;

/**
 * How many of a number of cases had a property, such as won deals of closed ones.
 *
 * <p>Immutable and thread-safe.
 *
 * @param successes cases that had it, at least 0
 * @param cases all cases, at least {@code successes}
 */
public record Proportion(long successes, long cases) {

    public Proportion {
        if (successes < 0 || cases < successes) {
            throw new IllegalArgumentException(
                    "successes is " + successes + " of " + cases + " cases, but must be at least 0 and at most cases.");
        }
    }

    /** Those that did not have it. */
    public long failures() {
        return cases - successes;
    }

    /**
     * The mean of the beta distribution that a prior worth {@code priorCases} cases becomes after these cases:
     * {@code (successes + priorCases * priorMean) / (cases + priorCases)}.
     *
     * <p>Few cases stay near the prior, many cases speak for themselves.
     *
     * @param priorMean what is believed without these cases, from 0 to 1
     * @param priorCases how strongly, in cases; above 0 unless there are cases
     */
    public double shrunkTo(double priorMean, double priorCases) {
        if (!(priorMean >= 0 && priorMean <= 1)) {
            throw new IllegalArgumentException("priorMean is " + priorMean + ", but must be from 0 to 1.");
        }
        if (!(priorCases >= 0 && cases + priorCases > 0)) {
            throw new IllegalArgumentException("priorCases is " + priorCases + " for " + cases
                    + " cases, but must not be negative, and above 0 where there are no cases.");
        }
        return (successes + priorCases * priorMean) / (cases + priorCases);
    }

    /**
     * The Wilson score interval, which behaves also for few cases and for proportions near 0 and 1; from 0 to 1 without
     * cases.
     *
     * <p>Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, 1927.
     *
     * @param level confidence, such as 0.95; above 0 and below 1
     */
    public Bounds wilson(double level) {
        if (cases == 0) {
            return new Bounds(0, 1);
        }
        double z = StandardNormal.quantile((1 + level) / 2);
        double share = (double) successes / cases;
        double spread = z * StrictMath.sqrt(share * (1 - share) / cases + z * z / (4.0 * cases * cases));
        double middle = share + z * z / (2.0 * cases);
        double scale = 1 + z * z / cases;
        double lower = successes == 0 ? 0 : Math.max(0, (middle - spread) / scale);
        double upper = successes == cases ? 1 : Math.min(1, (middle + spread) / scale);
        return new Bounds(lower, upper);
    }

    /**
     * The ends of an interval.
     *
     * @param lower its lower end
     * @param upper its upper end
     */
    public record Bounds(double lower, double upper) {}
}
