package io.github.saleskit.forecast.selection;

import java.util.List;

/**
 * A combination of certain members of a backtest, with the weights that were learned there.
 *
 * <p>Weights go with the inverse of a power of the mean error, after J. M. Bates, C. W. J. Granger, The combination of
 * forecasts, 1969. The power and how soon weights are trusted were chosen on windows at the ends of training parts (M1,
 * weekly and hourly series of M4) and of retail sales.
 */
final class Combiner {

    private static final double POWER = 4;
    /** So many horizons looked back on are worth as much as the knowledge that equal weights are hard to beat. */
    private static final double WORTH_OF_EQUAL = 20;

    private final Combination combination;
    private final List<Integer> kept;
    private final double[] weights;
    private final double trust;

    /**
     * Learns the weights.
     *
     * @param kept positions of the members, at least one
     * @param errors mean sizes of their errors, by position
     * @param windows how often the horizon fits into what was looked back on
     */
    Combiner(Combination combination, List<Integer> kept, double[] errors, double windows) {
        this.combination = combination;
        this.kept = kept;
        weights = weights(kept, errors);
        trust = combination == Combination.LEARNED && weights.length > 1 ? windows / (windows + WORTH_OF_EQUAL) : 0;
    }

    private static double[] weights(List<Integer> kept, double[] errors) {
        double least = kept.stream().mapToDouble(i -> errors[i]).min().orElse(0);
        double[] weights =
                kept.stream().mapToDouble(i -> weight(least, errors[i])).toArray();
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    /** 1 for the best; where it never missed, nothing for those that did. */
    private static double weight(double least, double error) {
        return error == least ? 1 : StrictMath.pow(least / error, POWER);
    }

    /** Positions of the members. */
    List<Integer> kept() {
        return kept;
    }

    /** Whether some members count more than others. */
    boolean isWeighted() {
        return trust > 0;
    }

    /** The share of the i-th kept member, the equal one included. */
    double share(int i) {
        return trust * weights[i] + (1 - trust) / weights.length;
    }

    /** Combines the paths of the kept members, in their order. */
    double[] combine(double[][] paths) {
        double[] combined = combination.combine(paths);
        for (int h = 0; h < combined.length && isWeighted(); h++) {
            double weighted = 0;
            for (int i = 0; i < weights.length; i++) {
                weighted += weights[i] * paths[i][h];
            }
            combined[h] += trust * (weighted - combined[h]);
        }
        return combined;
    }
}
