package io.github.saleskit.forecast.launch;

import io.github.saleskit.forecast.model.internal.Cholesky;
import org.jspecify.annotations.Nullable;

/** Sums of products of shapes with one another and with outcomes, and the coefficients they lead to. */
final class RegressionSums {

    private final int n;
    private final int horizon;
    private double count;
    private final double[] shape;
    private final double[] outcome;
    private final double[][] squares;
    private final double[][] products;
    private double @Nullable [][] coefficients;

    RegressionSums(int n, int horizon) {
        this.n = n;
        this.horizon = horizon;
        shape = new double[n];
        outcome = new double[horizon];
        squares = new double[n][n];
        products = new double[horizon][n];
    }

    RegressionSums empty() {
        return new RegressionSums(n, horizon);
    }

    void add(double[] x, double[] y) {
        count++;
        addInto(shape, x, 1);
        addInto(outcome, y, 1);
        for (int j = 0; j < n; j++) {
            addInto(squares[j], x, x[j]);
        }
        for (int h = 0; h < horizon; h++) {
            addInto(products[h], x, y[h]);
        }
    }

    void add(RegressionSums other) {
        count += other.count;
        addInto(shape, other.shape, 1);
        addInto(outcome, other.outcome, 1);
        for (int j = 0; j < n; j++) {
            addInto(squares[j], other.squares[j], 1);
        }
        for (int h = 0; h < horizon; h++) {
            addInto(products[h], other.products[h], 1);
        }
    }

    private static void addInto(double[] sums, double[] values, double weight) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += weight * values[j];
        }
    }

    /** Finds the coefficients; none where the ridge is infinite or nothing varies. */
    RegressionSums solve(double ridge) {
        double[][] matrix = new double[n][n];
        double trace = 0;
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                matrix[a][b] = squares[a][b] / count - shape[a] / count * (shape[b] / count);
            }
            trace += matrix[a][a];
        }
        coefficients = null;
        if (n == 0 || !(trace > 0) || Double.isInfinite(ridge)) {
            return this;
        }
        for (int a = 0; a < n; a++) {
            matrix[a][a] += ridge * trace / n;
        }
        double[][] factor = Cholesky.factor(matrix);
        if (factor != null) {
            double[][] found = new double[horizon][];
            for (int h = 0; h < horizon; h++) {
                double[] right = new double[n];
                for (int a = 0; a < n; a++) {
                    right[a] = products[h][a] / count - shape[a] / count * (outcome[h] / count);
                }
                found[h] = Cholesky.solveFactored(factor, right);
            }
            coefficients = found;
        }
        return this;
    }

    /** What comes after a shape. */
    double[] expected(double[] x) {
        double[] said = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            said[h] = outcome[h] / count;
            for (int j = 0; j < n && coefficients != null; j++) {
                said[h] += coefficients[h][j] * (x[j] - shape[j] / count);
            }
        }
        return said;
    }
}
