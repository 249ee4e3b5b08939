package io.github.saleskit.forecast.model.internal;

import java.util.Arrays;

/**
 * Whether sine waves of given lengths are in a series: a likelihood ratio test on its changes, from which what
 * neighbours tell of each other is taken first and whose outliers are cut.
 *
 * <p>O(n K²) for K waves of one length. Source of the test: R. A. Fisher, Tests of significance in harmonic analysis,
 * 1929, here for given lengths and their overtones.
 */
public final class Periodicity {

    private static final int MOST_WAVES = 4;
    private static final int NEIGHBOURS = 2;
    /** In median sizes of the changes. */
    private static final double OUTLIER = 6;

    private final double[] changes;

    /** Of a series without gaps, at least four values. */
    public Periodicity(double[] values) {
        double[] differences = new double[values.length - 1];
        for (int t = 0; t < differences.length; t++) {
            differences[t] = values[t + 1] - values[t];
        }
        changes = whitened(cut(differences));
    }

    /** Outliers at the bound. */
    private static double[] cut(double[] x) {
        double[] sizes = Arrays.stream(x).map(Math::abs).sorted().toArray();
        double bound = OUTLIER * sizes[sizes.length / 2];
        return bound > 0
                ? Arrays.stream(x)
                        .map(v -> Math.max(-bound, Math.min(bound, v)))
                        .toArray()
                : x;
    }

    /** What two neighbours before do not tell. */
    private static double[] whitened(double[] x) {
        double[] sums = Autocovariance.sums(x, NEIGHBOURS);
        double mean = Arrays.stream(x).average().orElse(0);
        double determinant = sums[0] * sums[0] - sums[1] * sums[1];
        if (!(determinant > 0)) {
            return x;
        }
        double first = sums[1] * (sums[0] - sums[2]) / determinant;
        double second = (sums[0] * sums[2] - sums[1] * sums[1]) / determinant;
        double[] left = new double[x.length - NEIGHBOURS];
        for (int t = 0; t < left.length; t++) {
            left[t] = x[t + 2] - mean - first * (x[t + 1] - mean) - second * (x[t] - mean);
        }
        return left;
    }

    /**
     * By how much a season of a length raises twice the log-likelihood, less two for each number it needs; above 0 if
     * Akaike's criterion prefers it, and a chance of about exp(-x / 2) when there is none.
     *
     * @param length at least 3
     */
    public double evidence(double length) {
        int waves = (int) Math.min(MOST_WAVES, Math.ceil(length / 2) - 1);
        double[][] x = waves(length, waves);
        double[] right = new double[2 * waves];
        double[][] normal = new double[2 * waves][2 * waves];
        for (int i = 0; i < right.length; i++) {
            right[i] = dot(x[i], changes);
            for (int j = 0; j <= i; j++) {
                normal[i][j] = dot(x[i], x[j]);
                normal[j][i] = normal[i][j];
            }
        }
        double total = dot(changes, changes);
        double[] b = Cholesky.solve(normal, right);
        if (b == null || !(total > 0)) {
            return Double.NEGATIVE_INFINITY;
        }
        double left = Math.max(total - dot(b, right), 1e-12 * total);
        return changes.length * StrictMath.log(total / left) - 4.0 * waves;
    }

    private double[][] waves(double length, int waves) {
        double[][] x = new double[2 * waves][changes.length];
        for (int k = 0; k < waves; k++) {
            double w = 2 * Math.PI * (k + 1) / length;
            for (int t = 0; t < changes.length; t++) {
                x[2 * k][t] = StrictMath.sin(w * t);
                x[2 * k + 1][t] = StrictMath.cos(w * t);
            }
        }
        return x;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
