package io.github.saleskit.forecast.hierarchy;

import java.util.Arrays;
import java.util.Optional;

/**
 * The covariances of the errors of all nodes, up to a factor: a diagonal and, where errors are correlated, a sum of
 * squares of a few vectors, {@code diag(d) + Σ u_t u_t'}. Never stored as a square matrix.
 *
 * @param diagonal by node, above 0
 * @param factors by time and node
 * @param shrinkage how far correlations were drawn towards none, where there are any
 * @param estimated whether the shrinkage was estimated
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ErrorCovariance(double[] diagonal, double[][] factors, Optional<Double> shrinkage, boolean estimated) {

    /** Of the smallest variance; a node that never erred is held nearly fixed. */
    private static final double SMALLEST = 1e-6;
    /** Leaves the sample's covariances as they are but for rounding, and keeps them invertible. */
    private static final double NEARLY_NONE = 1e-9;

    /** Every node has errors of one size. */
    static ErrorCovariance equal(SummingMatrix matrix) {
        double[] ones = new double[matrix.nodes()];
        Arrays.fill(ones, 1);
        return new ErrorCovariance(ones, new double[0][], Optional.empty(), false);
    }

    /** The bottom series have independent errors of one size. */
    static ErrorCovariance structural(SummingMatrix matrix) {
        double[] diagonal = new double[matrix.nodes()];
        Arrays.fill(diagonal, 1);
        for (int i = 0; i < matrix.sums(); i++) {
            diagonal[i] = ErrorSample.dot(matrix.sum(i).weights(), matrix.sum(i).weights());
        }
        return new ErrorCovariance(diagonal, new double[0][], Optional.empty(), false);
    }

    /**
     * Independent errors.
     *
     * @param deviations by node
     */
    static ErrorCovariance independent(double[] deviations) {
        return new ErrorCovariance(squared(scaled(deviations)), new double[0][], Optional.empty(), false);
    }

    /**
     * Errors as correlated as those of the past.
     *
     * @param byNode deviations by node
     * @param given the shrinkage; estimated where absent
     */
    static ErrorCovariance correlated(double[] byNode, ErrorSample sample, Optional<Double> given) {
        double[] deviations = scaled(byNode);
        double shrinkage = given.orElseGet(sample::shrinkage);
        double own = Math.max(NEARLY_NONE, shrinkage);
        double common = StrictMath.sqrt((1 - own) / Math.max(1, sample.times()));
        double[] diagonal = squared(deviations);
        double[][] factors = new double[common == 0 ? 0 : sample.times()][];
        for (int t = 0; t < factors.length; t++) {
            factors[t] = sample.scores(t).clone();
            for (int i = 0; i < deviations.length; i++) {
                factors[t][i] *= common * deviations[i];
            }
        }
        for (int i = 0; i < diagonal.length; i++) {
            diagonal[i] *= sample.deviation(i) > 0 ? own : 1;
        }
        return new ErrorCovariance(diagonal, factors, Optional.of(shrinkage), given.isEmpty());
    }

    /** By a power of two, which rounds nothing, so that their squares do not leave the range of a double. */
    private static double[] scaled(double[] deviations) {
        int exponent = Math.getExponent(Arrays.stream(deviations).max().orElse(1));
        return Arrays.stream(deviations)
                .map(deviation -> Math.scalb(deviation, -exponent))
                .toArray();
    }

    private static double[] squared(double[] deviations) {
        double smallest = Arrays.stream(deviations)
                .filter(deviation -> deviation > 0)
                .min()
                .orElse(1);
        return Arrays.stream(deviations)
                .map(deviation -> Math.max(
                        Double.MIN_NORMAL, deviation > 0 ? deviation * deviation : SMALLEST * smallest * smallest))
                .toArray();
    }
}
