package io.github.saleskit.core.scorecard;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The second derivatives of a logistic regression at a constant probability, from a sample of rows: dense for the
 * coefficients that matter most, a diagonal for the rest.
 */
final class Curvature {

    private static final int SAMPLE = 4_000;
    private static final int DENSE = 256;

    /** The coefficients of the dense part, the intercept first. */
    private final int[] dense;

    private final int[] place;
    private final double[] diagonal;
    private final double[][] matrix;
    private double[][] root = {};
    private double penalty;

    Curvature(RegressionDesign design, CodedTable table, double @Nullable [] weights) {
        int step = Math.max(1, table.rows / SAMPLE);
        double share = (table.wins() + .5) / (table.rows + 1);
        double scale = share * (1 - share) * step;
        diagonal = new double[design.size];
        int[] features = new int[design.mostInARow()];
        double[] values = new double[features.length];
        for (int row = 0; row < table.rows; row += step) {
            int n = design.row(table, row, features, values);
            for (int k = 0; k < n; k++) {
                diagonal[features[k]] += scale * weight(weights, row) * values[k] * values[k];
            }
        }
        dense = heaviest(diagonal);
        place = new int[design.size];
        Arrays.fill(place, -1);
        for (int i = 0; i < dense.length; i++) {
            place[dense[i]] = i;
        }
        matrix = new double[dense.length][dense.length];
        for (int row = 0; row < table.rows; row += step) {
            int n = design.row(table, row, features, values);
            addProducts(n, features, values, scale * weight(weights, row));
        }
    }

    private static double weight(double @Nullable [] weights, int row) {
        return weights == null ? 1 : weights[row];
    }

    private static int[] heaviest(double[] diagonal) {
        return IntStream.range(0, diagonal.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> i == 0 ? Double.NEGATIVE_INFINITY : -diagonal[i])
                        .thenComparing(i -> i))
                .limit(DENSE)
                .mapToInt(i -> i)
                .toArray();
    }

    private void addProducts(int n, int[] features, double[] values, double weight) {
        for (int k = 0; k < n; k++) {
            int i = place[features[k]];
            if (i >= 0) {
                double[] line = matrix[i];
                double value = weight * values[k];
                for (int m = 0; m <= k; m++) {
                    int j = place[features[m]];
                    if (j >= 0) {
                        line[j] += value * values[m];
                    }
                }
            }
        }
    }

    /** Prepares for a penalty on all coefficients but the intercept. */
    void factor(double newPenalty) {
        penalty = newPenalty;
        int n = dense.length;
        root = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                // the products of a row were added on one side of the diagonal only, which depends on its features'
                // order
                root[i][j] = i == j ? matrix[i][i] + (dense[i] == 0 ? 1e-6 : penalty) : matrix[i][j] + matrix[j][i];
            }
        }
        for (int j = 0; j < n; j++) {
            root[j][j] = StrictMath.sqrt(Math.max(1e-9, root[j][j] - dot(root[j], root[j], j)));
            for (int i = j + 1; i < n; i++) {
                root[i][j] = (root[i][j] - dot(root[i], root[j], j)) / root[j][j];
            }
        }
    }

    private static double dot(double[] a, double[] b, int n) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    /** Solves for the step that the gradient asks for. */
    double[] solve(double[] gradient) {
        int n = dense.length;
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = (gradient[dense[i]] - dot(root[i], x, i)) / root[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            x[i] /= root[i][i];
            for (int k = 0; k < i; k++) {
                x[k] -= root[i][k] * x[i];
            }
        }
        double[] step = new double[gradient.length];
        for (int i = 0; i < step.length; i++) {
            step[i] = place[i] >= 0 ? x[place[i]] : gradient[i] / (diagonal[i] + penalty);
        }
        return step;
    }
}
