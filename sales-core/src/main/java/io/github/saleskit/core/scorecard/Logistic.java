package io.github.saleskit.core.scorecard;

import org.jspecify.annotations.Nullable;

/**
 * The logistic function, fast and the same on every machine.
 *
 * <p>{@link Math#exp} may differ by the last bit between virtual machines, which training would amplify;
 * {@link StrictMath#exp} takes several times as long. This one is right to about 2e-15 and made of operations whose
 * results are prescribed.
 */
final class Logistic {

    private static final double LOG2_E = 1.4426950408889634;
    private static final double LN2_HIGH = 0.6931471803691238;
    private static final double LN2_LOW = 1.9082149292705877e-10;
    private static final double FURTHEST = 700;

    private Logistic() {}

    /** e to the power of x; what is beyond plus or minus 700 counts as that. */
    static double exp(double x) {
        double bounded = Math.max(-FURTHEST, Math.min(FURTHEST, x));
        double power = Math.rint(bounded * LOG2_E);
        double r = bounded - power * LN2_HIGH - power * LN2_LOW;
        double tail = r * (1 / 5040.0 + r * (1 / 40320.0 + r * (1 / 362880.0 + r * (1 / 3628800.0 + r / 39916800.0))));
        double series =
                1 + r * (1 + r * (.5 + r * (1 / 6.0 + r * (1 / 24.0 + r * (1 / 120.0 + r * (1 / 720.0 + tail))))));
        return series * Double.longBitsToDouble(((long) power + 1023) << 52);
    }

    /** The probability of log-odds. */
    static double probability(double logOdds) {
        return 1 / (1 + exp(-logOdds));
    }

    /** The log-odds of won of so many of each, shrunk by half a case each. */
    static double logOdds(double won, double lost) {
        return StrictMath.log((won + .5) / (lost + .5));
    }

    /** The mean of -log(probability of what happened). */
    static double meanLoss(double[] logOdds, byte[] won) {
        double loss = 0;
        double product = 1;
        for (int i = 0; i < logOdds.length; i++) {
            double z = won[i] == 1 ? logOdds[i] : -logOdds[i];
            loss -= Math.min(z, 0);
            product *= 1 + exp(-Math.abs(z));
            if (product > 1e200) {
                loss += StrictMath.log(product);
                product = 1;
            }
        }
        return (loss + StrictMath.log(product)) / Math.max(1, logOdds.length);
    }

    /**
     * By how much all log-odds have to be shifted for the mean probability to be the share of won.
     *
     * @param weights of the examples, or null when all weigh 1
     */
    static double shift(double[] logOdds, byte[] won, double @Nullable [] weights) {
        double shift = 0;
        for (int iteration = 0; iteration < 30; iteration++) {
            double first = 0;
            double second = 1e-9;
            for (int i = 0; i < logOdds.length; i++) {
                double weight = weights == null ? 1 : weights[i];
                double probability = probability(logOdds[i] + shift);
                first += weight * (won[i] - probability);
                second += weight * probability * (1 - probability);
            }
            double step = Math.max(-2, Math.min(2, first / second));
            shift += step;
            if (Math.abs(step) < 1e-9 || Math.abs(shift) > 30) {
                break;
            }
        }
        return shift;
    }

    /** The mean loss after the shift that suits the outcomes: what is left when only the base rate has changed. */
    static double meanLossShifted(double[] logOdds, byte[] won) {
        double shift = shift(logOdds, won, null);
        double[] shifted = logOdds.clone();
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] += shift;
        }
        return meanLoss(shifted, won);
    }
}
