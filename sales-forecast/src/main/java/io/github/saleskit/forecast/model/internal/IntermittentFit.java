package io.github.saleskit.forecast.model.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Demand that comes only now and then: how much is expected in each period, seen from each earlier time, and how much
 * comes when any comes.
 *
 * <p>O(n) for each method; O(n k) for {@link Kind#IMAPA} with a mean interval k. Immutable.
 */
public final class IntermittentFit implements Course {

    /** How the expected demand of a period is estimated. */
    public enum Kind {
        /** Smoothed size over smoothed interval, renewed when demand comes. J. D. Croston, 1972. */
        CROSTON("croston"),
        /**
         * The same less its bias. A. A. Syntetos, J. E. Boylan, The accuracy of intermittent demand estimates, 2005.
         */
        SBA("sba"),
        /** Smoothed size times smoothed probability, which sinks while nothing comes. R. Teunter and others, 2011. */
        TSB("tsb"),
        /** Smoothed sums of as many periods as the mean interval. K. Nikolopoulos and others, ADIDA, 2011. */
        ADIDA("adida"),
        /** The mean of that over all sums up to the mean interval. F. Petropoulos, N. Kourentzes, 2015. */
        IMAPA("imapa"),
        /** Nothing any more. */
        ZERO("zero");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** What the model is called in definitions. */
        public String label() {
            return label;
        }
    }

    private static final double WEIGHT = 0.1;
    private static final double[] LEVELS = {0.5, 0.9, 0.95, 0.99};

    private final Kind kind;
    private final double[] y;
    /** Expected demand of a period by how many values are known. */
    private final double[] expected;

    private final double[] sizes;
    private final double meanSize;

    private IntermittentFit(Kind kind, double[] y, double[] expected) {
        this.kind = kind;
        this.y = y;
        this.expected = expected;
        sizes = Arrays.stream(y).filter(value -> value > 0).sorted().toArray();
        meanSize = Arrays.stream(sizes).average().orElse(0);
    }

    /**
     * Fits.
     *
     * @param y without gaps, none negative, at least one value
     */
    public static IntermittentFit of(Kind kind, double[] y) {
        return new IntermittentFit(kind, y, expected(kind, y));
    }

    /**
     * The method with the least pinball loss of the next value at 0.5, 0.9, 0.95 and 0.99 over the later two thirds.
     */
    public static IntermittentFit best(double[] y) {
        IntermittentFit best = of(Kind.ZERO, y);
        double least = best.loss();
        for (Kind kind : List.of(Kind.SBA, Kind.TSB, Kind.CROSTON, Kind.ADIDA, Kind.IMAPA)) {
            IntermittentFit fit = of(kind, y);
            double loss = fit.loss();
            if (loss < least) {
                least = loss;
                best = fit;
            }
        }
        return best;
    }

    private static double[] expected(Kind kind, double[] y) {
        return switch (kind) {
            case CROSTON -> croston(y, 1);
            case SBA -> croston(y, 1 - WEIGHT / 2);
            case TSB -> tsb(y);
            case ADIDA -> summed(y, false);
            case IMAPA -> summed(y, true);
            case ZERO -> new double[y.length + 1];
        };
    }

    private static double[] croston(double[] y, double factor) {
        double[] expected = new double[y.length + 1];
        double size = 0;
        double interval = 0;
        int since = 0;
        for (int t = 0; t < y.length; t++) {
            since++;
            if (y[t] > 0) {
                boolean first = interval == 0;
                size += (first ? 1 : WEIGHT) * (y[t] - size);
                interval += (first ? 1 : WEIGHT) * (since - interval);
                since = 0;
            }
            expected[t + 1] = interval == 0 ? 0 : factor * size / interval;
        }
        return expected;
    }

    private static double[] tsb(double[] y) {
        double[] expected = new double[y.length + 1];
        double size = 0;
        double probability = 0;
        for (int t = 0; t < y.length; t++) {
            boolean comes = y[t] > 0;
            if (comes) {
                size += (size == 0 ? 1 : WEIGHT) * (y[t] - size);
            }
            double weight = Math.max(WEIGHT, 1.0 / (t + 1));
            probability += weight * ((comes ? 1 : 0) - probability);
            expected[t + 1] = size * probability;
        }
        return expected;
    }

    /** Of sums that end at each time. */
    private static double[] summed(double[] y, boolean all) {
        int count = (int) Arrays.stream(y).filter(value -> value > 0).count();
        int interval = count == 0 ? 1 : Math.max(1, Math.min(y.length, Math.round((float) y.length / count)));
        double[] expected = new double[y.length + 1];
        int least = all ? 1 : interval;
        for (int width = least; width <= interval; width++) {
            double[] smoothed = smoothedSums(y, width);
            for (int t = 0; t <= y.length; t++) {
                expected[t] += smoothed[t] / width / (interval - least + 1);
            }
        }
        return expected;
    }

    private static double[] smoothedSums(double[] y, int width) {
        double[] level = new double[y.length + 1];
        double[] sums = sums(y, width);
        double alpha = LineSearch.minimize(a -> squares(sums, a), 0.02, 0.5);
        int end = y.length % width;
        double smoothed = sums[0];
        for (double sum : sums) {
            end += width;
            smoothed += alpha * (sum - smoothed);
            Arrays.fill(level, end, Math.min(level.length, end + width), smoothed);
        }
        return level;
    }

    /** Of as many periods each, up to the last one; what is left over at the start does not count. */
    private static double[] sums(double[] y, int width) {
        double[] sums = new double[y.length / width];
        for (int t = y.length % width; t < y.length; t++) {
            sums[(t - y.length % width) / width] += y[t];
        }
        return sums;
    }

    private static double squares(double[] sums, double alpha) {
        double smoothed = sums[0];
        double squares = 0;
        for (double sum : sums) {
            double error = sum - smoothed;
            squares += error * error;
            smoothed += alpha * error;
        }
        return squares;
    }

    private double loss() {
        double loss = 0;
        for (int t = y.length / 3; t < y.length; t++) {
            for (double level : LEVELS) {
                double error = y[t] - quantile(expected[t], level);
                loss += Math.max(level * error, (level - 1) * error);
            }
        }
        return loss;
    }

    /** Nothing with the probability that fits the expected demand, else a size as they were. */
    private double quantile(double demand, double level) {
        double probability = meanSize > 0 ? Math.min(1, demand / meanSize) : 0;
        double within = probability > 0 ? (level - (1 - probability)) / probability : 0;
        return within > 0 ? size(within) : 0;
    }

    /** A quantile of the sizes; beyond the largest with an exponential tail. */
    private double size(double level) {
        int k = sizes.length;
        double place = level * (k + 1) - 1;
        if (place > k - 1) {
            double tail = StrictMath.log(1 / ((1 - Math.min(level, 1 - 1e-9)) * (k + 1)));
            return sizes[k - 1] + spread() * Math.max(0, tail);
        }
        int below = Math.max(0, (int) Math.floor(place));
        double share = Math.max(0, place - below);
        return sizes[below] + share * (sizes[Math.min(k - 1, below + 1)] - sizes[below]);
    }

    private double spread() {
        double squares = 0;
        for (double size : sizes) {
            squares += (size - meanSize) * (size - meanSize);
        }
        return StrictMath.sqrt(squares / Math.max(1, sizes.length));
    }

    /** Quantiles of every step to come, by level of {@link QuantileGrid}. */
    public double[][] quantiles(int horizon) {
        double[][] quantiles = new double[QuantileGrid.size()][horizon];
        for (int i = 0; i < quantiles.length; i++) {
            Arrays.fill(quantiles[i], quantile(expected[y.length], QuantileGrid.level(i)));
        }
        return quantiles;
    }

    /** In how many of the periods there was demand. */
    public int periodsWithDemand() {
        return sizes.length;
    }

    /** The mean size of demand when there is any; 0 for none. */
    public double meanSize() {
        return meanSize;
    }

    /** Which method it is. */
    public Kind kind() {
        return kind;
    }

    /** The sizes of one-step errors and their squares, as two means, of all but the first value. */
    public double[] errors() {
        List<Double> errors = new ArrayList<>();
        for (int t = 1; t < y.length; t++) {
            errors.add(y[t] - expected[t]);
        }
        return new double[] {
            errors.stream().mapToDouble(Math::abs).average().orElse(0),
            errors.stream().mapToDouble(e -> e * e).average().orElse(0)
        };
    }

    @Override
    public String name() {
        return kind.label;
    }

    @Override
    public void from(int origin, double[] path) {
        Arrays.fill(path, expected[origin]);
    }
}
