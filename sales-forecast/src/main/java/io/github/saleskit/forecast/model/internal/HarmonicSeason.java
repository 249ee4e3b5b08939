package io.github.saleskit.forecast.model.internal;

import org.jspecify.annotations.Nullable;

/**
 * A smooth season of a long length as a sum of a few sine waves, estimated on the changes of the series so that a
 * wandering level does not disturb it; how many waves is decided by the corrected information criterion of Akaike.
 *
 * <p>Source: P. C. Young, D. J. Pedregal, W. Tych, Dynamic harmonic regression, 1999; here with constant amplitudes.
 */
public final class HarmonicSeason {

    private final double length;
    private final double[] sines;
    private final double[] cosines;

    private HarmonicSeason(double length, double[] coefficients) {
        this.length = length;
        int waves = coefficients.length / 2;
        sines = new double[waves];
        cosines = new double[waves];
        for (int k = 0; k < waves; k++) {
            sines[k] = coefficients[2 * k];
            cosines[k] = coefficients[2 * k + 1];
        }
    }

    /** The season; null where no wave improves on none. O(n K²) for at most K waves. */
    public static @Nullable HarmonicSeason of(double[] y, double length, int mostWaves) {
        int n = y.length - 1;
        int most = 2 * mostWaves;
        double[][] x = new double[most][n];
        double[] change = new double[n];
        for (int t = 0; t < n; t++) {
            change[t] = y[t + 1] - y[t];
            for (int k = 0; k < mostWaves; k++) {
                double w = 2 * Math.PI * (k + 1) / length;
                x[2 * k][t] = StrictMath.sin(w * (t + 1)) - StrictMath.sin(w * t);
                x[2 * k + 1][t] = StrictMath.cos(w * (t + 1)) - StrictMath.cos(w * t);
            }
        }
        double[][] normal = new double[most][most];
        double[] right = new double[most];
        for (int i = 0; i < most; i++) {
            for (int j = 0; j <= i; j++) {
                normal[i][j] = dot(x[i], x[j]);
                normal[j][i] = normal[i][j];
            }
            right[i] = dot(x[i], change);
        }
        return choose(normal, right, dot(change, change), n, length);
    }

    private static @Nullable HarmonicSeason choose(
            double[][] normal, double[] right, double total, int n, double length) {
        double least = n * StrictMath.log(total / n) + 2;
        double[] best = null;
        for (int waves = 1; 2 * waves <= right.length; waves++) {
            int k = 2 * waves;
            double[][] part = new double[k][];
            for (int i = 0; i < k; i++) {
                part[i] = java.util.Arrays.copyOf(normal[i], k);
            }
            double[] b = Cholesky.solve(part, java.util.Arrays.copyOf(right, k));
            if (b == null) {
                break;
            }
            double squares = total - dot(b, java.util.Arrays.copyOf(right, k));
            double p = k + 1;
            double aicc = n * StrictMath.log(squares / n) + 2 * p + 2 * p * (p + 1) / (n - p - 1);
            if (aicc < least) {
                least = aicc;
                best = b;
            }
        }
        return best == null ? null : new HarmonicSeason(length, best);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** The season at a zero-based time. */
    public double at(int t) {
        double sum = 0;
        for (int k = 0; k < sines.length; k++) {
            double w = 2 * Math.PI * (k + 1) / length * t;
            sum += sines[k] * StrictMath.sin(w) + cosines[k] * StrictMath.cos(w);
        }
        return sum;
    }
}
