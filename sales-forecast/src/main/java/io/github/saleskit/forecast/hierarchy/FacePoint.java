package io.github.saleskit.forecast.hierarchy;

import java.util.BitSet;

/**
 * The coherent forecasts that are nearest when certain bottom series are held at 0.
 *
 * <p>Errors are {@code U s + e} with independent e and s, so that correlated errors are T further unknowns s beside the
 * bottom series: with k sums and s pairs of a sum and a series O(k³ + T (s + k² + m T) + T³) once, O(s + k² + m T) a
 * forecast. Immutable and thread-safe.
 *
 * <p>Source of the formula: M. A. Woodbury, Inverting modified matrices, 1950.
 */
final class FacePoint {

    private final SummingMatrix matrix;
    private final ErrorCovariance covariance;
    private final BitSet free;
    private final SymmetricSystem system;
    private final double[][] weightedFactors;
    private final SymmetricSystem factorSystem;

    /** A bottom series and how strongly it is pulled away from 0. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Solution(double[] bottom, double[] gradient) {}

    FacePoint(SummingMatrix matrix, ErrorCovariance covariance, BitSet free) {
        this.matrix = matrix;
        this.covariance = covariance;
        this.free = (BitSet) free.clone();
        system = new SymmetricSystem(Projection.independent(matrix, covariance.diagonal(), this.free::get));
        double[][] factors = covariance.factors();
        weightedFactors = new double[factors.length][];
        double[][] products = new double[factors.length][factors.length];
        for (int t = 0; t < factors.length; t++) {
            weightedFactors[t] = weightedRest(factors[t]);
            for (int s = 0; s <= t; s++) {
                products[t][s] = ErrorSample.dot(weightedFactors[t], factors[s]) + (s == t ? 1 : 0);
            }
        }
        factorSystem = new SymmetricSystem(products);
    }

    /** What is left of values after fitting the free series, divided by the independent variances. */
    private double[] weightedRest(double[] values) {
        int sums = matrix.sums();
        double[] fixed = values.clone();
        for (int j = free.nextClearBit(0); j < matrix.bottom(); j = free.nextClearBit(j + 1)) {
            fixed[sums + j] = 0;
        }
        double[] multipliers = system.solve(matrix.differences(fixed));
        double[] change = matrix.transposed(multipliers);
        double[] rest = new double[values.length];
        System.arraycopy(multipliers, 0, rest, 0, sums);
        for (int j = 0; j < change.length; j++) {
            rest[sums + j] =
                    free.get(j) ? -change[j] : values[sums + j] / covariance.diagonal()[sums + j];
        }
        return rest;
    }

    Solution solve(double[] forecasts) {
        double[][] factors = covariance.factors();
        double[] rest = weightedRest(forecasts);
        double[] right = new double[factors.length];
        for (int t = 0; t < right.length; t++) {
            right[t] = ErrorSample.dot(rest, factors[t]);
        }
        double[] sizes = factorSystem.solve(right);
        double[] values = forecasts.clone();
        for (int t = 0; t < sizes.length; t++) {
            for (int i = 0; i < values.length; i++) {
                values[i] -= sizes[t] * factors[t][i];
                rest[i] -= sizes[t] * weightedFactors[t][i];
            }
        }
        return solution(values, rest);
    }

    private Solution solution(double[] values, double[] rest) {
        int sums = matrix.sums();
        double[] bottom = new double[matrix.bottom()];
        double[] bySum = new double[sums];
        System.arraycopy(rest, 0, bySum, 0, sums);
        double[] gradient = matrix.transposed(bySum);
        for (int j = 0; j < bottom.length; j++) {
            gradient[j] = -gradient[j] - rest[sums + j];
            if (free.get(j)) {
                bottom[j] = values[sums + j] - covariance.diagonal()[sums + j] * rest[sums + j];
            }
        }
        return new Solution(bottom, gradient);
    }
}
