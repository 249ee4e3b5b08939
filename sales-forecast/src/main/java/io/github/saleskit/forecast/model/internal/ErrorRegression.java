package io.github.saleskit.forecast.model.internal;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A linear regression whose errors hang together: each error is a share of the one before and a surprise, after
 * seasonal differences where the season is strong. The share is that for which the surprises are least.
 *
 * <p>O(n k²) for k columns and each of about 25 shares. Source: D. Cochrane, G. H. Orcutt, Application of least squares
 * regression to relationships containing auto-correlated error terms, 1949; the search is that of C. Hildreth, J. Y.
 * Lu, 1960.
 */
public final class ErrorRegression {

    private static final double LEAST_SHARE = -0.9;
    private static final double SEASONAL_STRENGTH = 0.64;
    private static final double RIDGE = 1e-10;

    private final double[] y;
    private final double[][] x;
    private final int lag;
    private double[] coefficients = new double[0];
    private double[] deviations = new double[0];
    private double share;

    private ErrorRegression(double[] y, double[][] x, int lag) {
        this.y = y;
        this.x = x;
        this.lag = lag;
    }

    /**
     * Fits; null where there are too few values or columns do not vary by themselves.
     *
     * @param y without gaps
     * @param rows by time, at least as many as values, and columns
     */
    public static @Nullable ErrorRegression of(double[] y, double[][] rows, int seasonLength) {
        int k = rows[0].length;
        boolean strong = seasonLength > 1
                && y.length / 3 >= seasonLength
                && ArimaSelection.seasonalStrength(y, seasonLength) > SEASONAL_STRENGTH;
        int lag = strong ? seasonLength : 0;
        if (y.length - lag - 1 < 2 * (k + 1) + 2) {
            return null;
        }
        ErrorRegression regression = new ErrorRegression(y, rows, lag);
        double found = LineSearch.minimize(regression::squaresAt, LEAST_SHARE, 1);
        regression.share = regression.squaresAt(1) <= regression.squaresAt(found) ? 1 : found;
        return Double.isFinite(regression.squaresAt(regression.share)) ? regression : null;
    }

    /** The sum of squared surprises for a share; keeps the coefficients. */
    double squaresAt(double candidate) {
        int k = x[0].length;
        int from = lag + 1;
        int n = y.length - from;
        double[][] z = new double[n][];
        double[] w = new double[n];
        double[] means = new double[k];
        double mean = 0;
        for (int i = 0; i < n; i++) {
            z[i] = new double[k];
            for (int j = 0; j < k; j++) {
                int column = j;
                z[i][j] = filtered(from + i, candidate, t -> x[t][column]);
                means[j] += z[i][j] / n;
            }
            w[i] = filtered(from + i, candidate, t -> y[t]);
            mean += w[i] / n;
        }
        double[][] normal = new double[k][k];
        double[] right = new double[k];
        double total = 0;
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < k; a++) {
                for (int b = 0; b < k; b++) {
                    normal[a][b] += (z[i][a] - means[a]) * (z[i][b] - means[b]);
                }
                right[a] += (z[i][a] - means[a]) * (w[i] - mean);
            }
            total += (w[i] - mean) * (w[i] - mean);
        }
        for (int a = 0; a < k; a++) {
            normal[a][a] *= 1 + RIDGE;
        }
        double[] b = Cholesky.solve(normal, right);
        if (b == null) {
            return Double.POSITIVE_INFINITY;
        }
        double squares = total;
        for (int a = 0; a < k; a++) {
            squares -= b[a] * right[a];
        }
        coefficients = b;
        deviations = deviations(normal, Math.max(0, squares) / Math.max(1, n - k - 1));
        return Math.max(0, squares);
    }

    private static double[] deviations(double[][] normal, double variance) {
        double[] deviations = new double[normal.length];
        for (int a = 0; a < deviations.length; a++) {
            double[] unit = new double[deviations.length];
            unit[a] = 1;
            double[] column = Cholesky.solve(normal, unit);
            deviations[a] = column == null ? 0 : StrictMath.sqrt(Math.max(0, column[a] * variance));
        }
        return deviations;
    }

    private double filtered(int t, double candidate, IntToDoubleFunction series) {
        double now = series.applyAsDouble(t) - (lag > 0 ? series.applyAsDouble(t - lag) : 0);
        double before = series.applyAsDouble(t - 1) - (lag > 0 ? series.applyAsDouble(t - 1 - lag) : 0);
        return now - candidate * before;
    }

    /** What one more of each column adds. */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** How sure that is: standard deviations. */
    public double[] deviations() {
        return deviations.clone();
    }

    /** The share of an error that the next one keeps, up to 1. */
    public double share() {
        return share;
    }

    /** What the columns add up to in one row. */
    public double effect(double[] row) {
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
            sum += coefficients[j] * row[j];
        }
        return sum;
    }

    /** The values without what the columns say. */
    public double[] errors() {
        double[] errors = Arrays.copyOf(y, y.length);
        for (int t = 0; t < errors.length; t++) {
            errors[t] -= effect(x[t]);
        }
        return errors;
    }
}
