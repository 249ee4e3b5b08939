package io.github.saleskit.forecast.hierarchy;

import io.github.saleskit.forecast.hierarchy.SummingMatrix.Above;
import java.util.function.IntPredicate;

/**
 * The projection onto coherent forecasts that changes them least, measured by the covariances W of their errors:
 * {@code y - W C' (C W C')⁻¹ C y}, where C y are the differences between sums and what they are sums of.
 *
 * <p>With k sums, m nodes, T correlated errors and s pairs of a sum and a series: O(s + k² T + k³) once, O(s + k² + m
 * T) a projection. No matrix is larger than k by k or m by T. Immutable and thread-safe.
 */
final class Projection implements LinearRule {

    private final SummingMatrix matrix;
    private final ErrorCovariance covariance;
    private final double[][] factorDifferences;
    private final SymmetricSystem system;

    Projection(SummingMatrix matrix, ErrorCovariance covariance) {
        this.matrix = matrix;
        this.covariance = covariance;
        factorDifferences = new double[covariance.factors().length][];
        for (int t = 0; t < factorDifferences.length; t++) {
            factorDifferences[t] = matrix.differences(covariance.factors()[t]);
        }
        double[][] incoherence = independent(matrix, covariance.diagonal(), series -> true);
        for (double[] differences : factorDifferences) {
            for (int i = 0; i < differences.length; i++) {
                double[] row = incoherence[i];
                for (int j = 0; j <= i; j++) {
                    row[j] += differences[i] * differences[j];
                }
            }
        }
        system = new SymmetricSystem(incoherence);
    }

    /**
     * The lower triangle of the covariances of the differences where errors are independent.
     *
     * @param varies whether a bottom series, by its place, takes part
     */
    static double[][] independent(SummingMatrix matrix, double[] diagonal, IntPredicate varies) {
        int sums = matrix.sums();
        double[][] result = new double[sums][sums];
        for (int i = 0; i < sums; i++) {
            result[i][i] = diagonal[i];
        }
        for (int series = 0; series < matrix.bottom(); series++) {
            if (varies.test(series)) {
                add(result, matrix.above(series), diagonal[sums + series]);
            }
        }
        return result;
    }

    private static void add(double[][] result, Above above, double variance) {
        for (int a = 0; a < above.sums().length; a++) {
            double[] row = result[above.sums()[a]];
            double weighted = above.weights()[a] * variance;
            for (int b = 0; b <= a; b++) {
                row[above.sums()[b]] += weighted * above.weights()[b];
            }
        }
    }

    @Override
    public double[] bottom(double[] forecasts) {
        double[] multipliers = system.solve(matrix.differences(forecasts));
        double[] change = matrix.transposed(multipliers);
        double[] bottom = matrix.bottomOf(forecasts);
        int sums = matrix.sums();
        for (int j = 0; j < bottom.length; j++) {
            bottom[j] += covariance.diagonal()[sums + j] * change[j];
        }
        for (int t = 0; t < factorDifferences.length; t++) {
            double along = ErrorSample.dot(factorDifferences[t], multipliers);
            double[] factor = covariance.factors()[t];
            for (int j = 0; j < bottom.length; j++) {
                bottom[j] -= along * factor[sums + j];
            }
        }
        return bottom;
    }

    /** The same, but no bottom series below 0; for one thread. */
    CoherentRule aboveZero() {
        return new NonNegativeProjection(matrix, covariance, this);
    }

    @Override
    public double[] weights(int node) {
        double[] multipliers = system.solve(covarianceWithDifferences(node));
        double[] change = matrix.transposed(multipliers);
        double[] weights = new double[matrix.nodes()];
        for (int i = 0; i < multipliers.length; i++) {
            weights[i] = -multipliers[i];
        }
        System.arraycopy(change, 0, weights, multipliers.length, change.length);
        weights[node] += 1;
        return weights;
    }

    /** The covariances of a node's error with the differences. */
    private double[] covarianceWithDifferences(int node) {
        double[] result = new double[matrix.sums()];
        double variance = covariance.diagonal()[node];
        if (node < matrix.sums()) {
            result[node] = variance;
        } else {
            Above above = matrix.above(node - matrix.sums());
            for (int a = 0; a < above.sums().length; a++) {
                result[above.sums()[a]] = -above.weights()[a] * variance;
            }
        }
        for (int t = 0; t < factorDifferences.length; t++) {
            double size = covariance.factors()[t][node];
            for (int i = 0; i < result.length; i++) {
                result[i] += size * factorDifferences[t][i];
            }
        }
        return result;
    }
}
