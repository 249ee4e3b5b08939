package io.github.saleskit.forecast.hierarchy;

import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import java.util.Arrays;
import java.util.List;

/**
 * Possible futures of all nodes of a hierarchy; in each of them every node is the sum of its bottom series.
 *
 * <pre>{@code
 * CoherentPaths paths = reconciler.paths(forecasts, evidence, 2_000, seed);
 * paths.totalQuantile("North", 0, 3, 0.1);   // of the quarter's sum, exceeded with a probability of 90 %
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class CoherentPaths implements Decision {

    /** The most draws of one call. */
    public static final int MOST_DRAWS = 1_000_000;

    private final HierarchySums sums;
    private final double[][][] bottom;
    private final List<Reason> reasons;

    /**
     * From reconciled draws.
     *
     * @param bottom values by draw, step and bottom series; kept
     */
    CoherentPaths(HierarchySums sums, double[][][] bottom, List<Reason> reasons) {
        this.sums = sums;
        this.reasons = List.copyOf(reasons);
        this.bottom = bottom;
    }

    /** How many draws, from how many errors of the past, by which method. */
    @Override
    public List<Reason> reasons() {
        return reasons;
    }

    /** How many futures there are. */
    public int draws() {
        return bottom.length;
    }

    /** How many periods each has. */
    public int horizon() {
        return bottom[0].length;
    }

    /**
     * One future of a node.
     *
     * @param draw from 0
     * @throws IllegalArgumentException when there is no such node or draw
     */
    public double[] path(String node, int draw) {
        if (draw < 0 || draw >= bottom.length) {
            throw new IllegalArgumentException(
                    "draw is " + draw + ", but must be from 0 to " + (bottom.length - 1) + ".");
        }
        SummingMatrix.Sum sum = sums.matrix().sum(sums.position(node));
        return Arrays.stream(bottom[draw]).mapToDouble(sum::of).toArray();
    }

    /**
     * The sum of some periods of a node, in each draw.
     *
     * @param from the first step, from 0
     * @param to the step after the last one
     * @throws IllegalArgumentException when there is no such node, or no such steps
     */
    public double[] totals(String node, int from, int to) {
        if (from < 0 || to <= from || to > horizon()) {
            throw new IllegalArgumentException(
                    "steps from " + from + " to " + to + " must lie within 0 and " + horizon() + " and not be empty.");
        }
        SummingMatrix.Sum sum = sums.matrix().sum(sums.position(node));
        double[] totals = new double[bottom.length];
        for (int draw = 0; draw < totals.length; draw++) {
            for (int h = from; h < to; h++) {
                totals[draw] += sum.of(bottom[draw][h]);
            }
        }
        return totals;
    }

    /**
     * What the sum of some periods of a node does not exceed with a probability.
     *
     * @param from the first step, from 0
     * @param to the step after the last one
     * @param probability above 0 and below 1; the more extreme, the more draws are needed
     * @throws IllegalArgumentException as {@link #totals} does, and when the probability is another
     */
    public double totalQuantile(String node, int from, int to, double probability) {
        double[] totals = totals(node, from, to);
        Arrays.sort(totals);
        return quantile(totals, requireProbability(probability));
    }

    /**
     * What each period of a node does not exceed with a probability.
     *
     * @param probability above 0 and below 1; the more extreme, the more draws are needed
     * @throws IllegalArgumentException when there is no such node, or the probability is another
     */
    public double[] quantile(String node, double probability) {
        double[] quantiles = new double[horizon()];
        for (int h = 0; h < quantiles.length; h++) {
            quantiles[h] = totalQuantile(node, h, h + 1, probability);
        }
        return quantiles;
    }

    private static double requireProbability(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("probability is " + probability
                    + ", but must be above 0 and below 1.\nMaybe it is meant in per cent? 0.9 is 90 %.");
        }
        return probability;
    }

    /** On straight lines between the sorted values, the smallest being at 0 and the largest at 1. */
    private static double quantile(double[] sorted, double probability) {
        double place = probability * (sorted.length - 1);
        int below = (int) place;
        double above = sorted[Math.min(sorted.length - 1, below + 1)];
        return sorted[below] + (place - below) * (above - sorted[below]);
    }
}
