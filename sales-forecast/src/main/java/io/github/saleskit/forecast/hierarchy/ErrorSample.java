package io.github.saleskit.forecast.hierarchy;

import java.util.List;
import java.util.Map;

/**
 * Errors one step ahead of all nodes: their deviations, what is left when divided by these, and how uncertain the
 * correlations of that are. A missing error counts as none, the others of the node as accordingly larger, so that
 * correlations stay a positive semidefinite matrix with ones on its diagonal.
 *
 * <p>Source of the shrinkage: J. Schäfer, K. Strimmer, A shrinkage approach to large-scale covariance matrix estimation
 * and implications for functional genomics, 2005. O(m T²) for m nodes and T errors, since the sums over all pairs of
 * nodes are found from pairs of times.
 */
final class ErrorSample {

    /** With fewer a node's own variance means nothing. */
    static final int FEWEST = 3;

    private final int times;
    private final double[] deviations;
    private final int[] counts;
    private final double[][] scores;

    /**
     * From errors by node.
     *
     * @param nodes in the order of the positions
     */
    ErrorSample(List<String> nodes, Map<String, double[]> errors) {
        times = nodes.stream()
                .mapToInt(id -> errors.getOrDefault(id, new double[0]).length)
                .max()
                .orElse(0);
        deviations = new double[nodes.size()];
        counts = new int[nodes.size()];
        scores = new double[times][nodes.size()];
        for (int i = 0; i < nodes.size(); i++) {
            add(i, errors.getOrDefault(nodes.get(i), new double[0]));
        }
    }

    private void add(int node, double[] errors) {
        double largest = 0;
        for (double error : errors) {
            if (!Double.isNaN(error)) {
                counts[node]++;
                largest = Math.max(largest, Math.abs(error));
            }
        }
        if (counts[node] < FEWEST || largest == 0) {
            return;
        }
        double squares = 0;
        for (double error : errors) {
            double part = Double.isNaN(error) ? 0 : error / largest;
            squares += part * part;
        }
        deviations[node] = largest * StrictMath.sqrt(squares / counts[node]);
        double share = StrictMath.sqrt((double) times / counts[node]);
        int missing = times - errors.length;
        for (int t = 0; t < errors.length; t++) {
            scores[missing + t][node] = Double.isNaN(errors[t]) ? 0 : share * errors[t] / deviations[node];
        }
    }

    /** How many periods there are, those without an error included. */
    int times() {
        return times;
    }

    /** How many nodes have enough errors. */
    int known() {
        int known = 0;
        for (int count : counts) {
            known += count >= FEWEST ? 1 : 0;
        }
        return known;
    }

    boolean isKnown(int node) {
        return counts[node] >= FEWEST;
    }

    /** How many errors the node with the fewest has. */
    int fewest() {
        int fewest = Integer.MAX_VALUE;
        for (int count : counts) {
            fewest = Math.min(fewest, count);
        }
        return fewest;
    }

    /** The root mean squared error of a node; 0 where it is unknown or there was never an error. */
    double deviation(int node) {
        return deviations[node];
    }

    /** Errors of one time by node, divided by their deviations. */
    double[] scores(int time) {
        return scores[time];
    }

    /** How far the correlations are to be drawn towards none, from 0 to 1. */
    double shrinkage() {
        if (times < 2) {
            return 1;
        }
        double products = 0;
        double squaredSums = 0;
        double[] fourths = new double[deviations.length];
        for (double[] row : scores) {
            double sizes = 0;
            for (int i = 0; i < row.length; i++) {
                double square = row[i] * row[i];
                sizes += square;
                fourths[i] += square * square;
            }
            products += sizes * sizes;
        }
        for (int s = 0; s < times; s++) {
            for (int t = 0; t <= s; t++) {
                double dot = dot(scores[s], scores[t]);
                squaredSums += (s == t ? 1 : 2) * dot * dot;
            }
        }
        double ones = 0;
        for (int i = 0; i < fourths.length; i++) {
            products -= fourths[i];
            ones += deviations[i] > 0 ? 1 : 0;
        }
        double correlations = squaredSums / ((double) times * times) - ones;
        double variances = (products - times * correlations) / ((double) times * (times - 1));
        return correlations <= 0 ? 1 : Math.max(0, Math.min(1, variances / correlations));
    }

    static double dot(double[] first, double[] second) {
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += first[i] * second[i];
        }
        return sum;
    }
}
