package io.github.saleskit.forecast.hierarchy;

import io.github.saleskit.forecast.model.internal.Cholesky;
import org.jspecify.annotations.Nullable;

/**
 * Linear equations with a positive definite matrix, which is scaled to ones on its diagonal so that nodes of very
 * different size go together.
 */
final class SymmetricSystem {

    private static final double RIDGE = 1e-11;

    private final double[] scale;
    private final double[][] lower;

    /**
     * Factors a matrix. O(n³).
     *
     * @param matrix of which the lower triangle is read; overwritten
     * @throws IllegalArgumentException when it has numbers that are infinite or none
     */
    SymmetricSystem(double[][] matrix) {
        int n = matrix.length;
        scale = new double[n];
        for (int i = 0; i < n; i++) {
            scale[i] = 1 / StrictMath.sqrt(matrix[i][i]);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] *= scale[i] * scale[j];
            }
        }
        lower = factor(matrix);
    }

    /** A matrix that is singular but for rounding is made a little larger on its diagonal. */
    private static double[][] factor(double[][] matrix) {
        double @Nullable [][] factor = Cholesky.factor(matrix);
        for (double ridge = RIDGE; factor == null; ridge *= 10) {
            if (ridge > Math.max(1, 10.0 * matrix.length)) {
                throw new IllegalArgumentException("weights or sizes of the nodes are too large or too far apart.");
            }
            for (int i = 0; i < matrix.length; i++) {
                matrix[i][i] = 1 + ridge;
            }
            factor = Cholesky.factor(matrix);
        }
        return factor;
    }

    /** The solution. O(n²). */
    double[] solve(double[] right) {
        double[] scaled = right.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= scale[i];
        }
        double[] solution = Cholesky.solveFactored(lower, scaled);
        for (int i = 0; i < solution.length; i++) {
            solution[i] *= scale[i];
        }
        return solution;
    }
}
