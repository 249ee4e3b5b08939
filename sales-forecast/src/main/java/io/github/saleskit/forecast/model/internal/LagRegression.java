package io.github.saleskit.forecast.model.internal;

import org.jspecify.annotations.Nullable;

/**
 * A regression of each value on chosen earlier ones, by least squares with a slight shrinkage; for long series with one
 * or more seasons. O(n k²) for k lags.
 */
public final class LagRegression implements Course {

    private static final double SHRINKAGE = 1e-4;

    private final double[] y;
    private final int[] lags;
    private final double[] coefficients;
    private final double mean;

    private LagRegression(double[] y, int[] lags, double[] coefficients, double mean) {
        this.y = y;
        this.lags = lags;
        this.coefficients = coefficients;
        this.mean = mean;
    }

    /** Fits; null where the history is too short. */
    public static @Nullable LagRegression of(double[] y, int... lags) {
        int longest = lags[lags.length - 1];
        int k = lags.length;
        if (y.length < longest + 3 * k) {
            return null;
        }
        double mean = java.util.Arrays.stream(y).sum() / y.length;
        double[] z = new double[y.length];
        for (int t = 0; t < z.length; t++) {
            z[t] = y[t] - mean;
        }
        double[][] normal = new double[k][k];
        double[] right = new double[k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int t = longest; t < z.length; t++) {
                    sum += z[t - lags[i]] * z[t - lags[j]];
                }
                normal[i][j] = sum;
                normal[j][i] = sum;
            }
            for (int t = longest; t < z.length; t++) {
                right[i] += z[t - lags[i]] * z[t];
            }
            normal[i][i] *= 1 + SHRINKAGE;
        }
        double[] b = Cholesky.solve(normal, right);
        return b == null ? null : new LagRegression(y, lags.clone(), b, mean);
    }

    @Override
    public String name() {
        return "AR[" + lags[lags.length - 1] + "]";
    }

    @Override
    public int firstOrigin() {
        return lags[lags.length - 1];
    }

    @Override
    public void from(int origin, double[] path) {
        for (int h = 0; h < path.length; h++) {
            double value = mean;
            for (int i = 0; i < lags.length; i++) {
                int t = h - lags[i];
                value += coefficients[i] * ((t >= 0 ? path[t] : y[origin + t]) - mean);
            }
            path[h] = value;
        }
    }
}
