package io.github.saleskit.forecast.model.internal;

import org.jspecify.annotations.Nullable;

/** Linear equations with a symmetric positive definite matrix. */
public final class Cholesky {

    private Cholesky() {}

    /** The solution; null where the matrix is not positive definite. O(n³). */
    public static double @Nullable [] solve(double[][] matrix, double[] right) {
        double[][] factor = factor(matrix);
        return factor == null ? null : solveFactored(factor, right);
    }

    /**
     * The lower triangle whose product with its transpose is the matrix; null where that is not positive definite.
     * O(n³).
     */
    public static double @Nullable [][] factor(double[][] matrix) {
        int n = matrix.length;
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i != j) {
                    lower[i][j] = sum / lower[j][j];
                } else if (sum > 1e-13 * Math.abs(matrix[i][i]) && sum > 0) {
                    lower[i][i] = StrictMath.sqrt(sum);
                } else {
                    return null;
                }
            }
        }
        return lower;
    }

    /** The solution for a matrix of which {@link #factor} gave the lower triangle. O(n²). */
    public static double[] solveFactored(double[][] lower, double[] right) {
        int n = right.length;
        double[] x = right.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            double[] row = lower[i];
            x[i] /= row[i];
            for (int k = 0; k < i; k++) {
                x[k] -= row[k] * x[i];
            }
        }
        return x;
    }
}
