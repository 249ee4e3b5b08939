package io.github.saleskit.forecast.model.internal;

/**
 * Sums of products of a series, less its mean, with itself so many periods before: the biased autocovariances times the
 * length.
 *
 * <p>Directly in O(n k) for few lags; by the fast Fourier transform in O(n log n) for many.
 *
 * <p>Source of the transform: J. W. Cooley, J. W. Tukey, An algorithm for the machine calculation of complex Fourier
 * series, 1965.
 */
final class Autocovariance {

    /** Up to here the direct way is the faster one. */
    private static final int MOST_DIRECT_LAGS = 64;

    private Autocovariance() {}

    /** The sums by lag, from 0 to the last one; lags of the length and more have 0. */
    static double[] sums(double[] values, int lastLag) {
        double[] deviations = new double[values.length];
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        for (int t = 0; t < values.length; t++) {
            deviations[t] = values[t] - mean;
        }
        return lastLag <= MOST_DIRECT_LAGS ? direct(deviations, lastLag) : transformed(deviations, lastLag);
    }

    private static double[] direct(double[] x, int lastLag) {
        double[] sums = new double[lastLag + 1];
        for (int lag = 0; lag <= lastLag; lag++) {
            for (int t = lag; t < x.length; t++) {
                sums[lag] += x[t] * x[t - lag];
            }
        }
        return sums;
    }

    /** The transform of the squared absolute values of the transform, with as many zeros as keep the ends apart. */
    private static double[] transformed(double[] x, int lastLag) {
        int size = Integer.highestOneBit(Math.max(1, 2 * x.length - 1)) * 2;
        double largest = 0;
        for (double value : x) {
            largest = Math.max(largest, Math.abs(value));
        }
        double scale = largest > 0 ? largest : 1;
        double[] real = new double[size];
        double[] imaginary = new double[size];
        for (int t = 0; t < x.length; t++) {
            real[t] = x[t] / scale;
        }
        transform(real, imaginary);
        for (int i = 0; i < size; i++) {
            real[i] = real[i] * real[i] + imaginary[i] * imaginary[i];
            imaginary[i] = 0;
        }
        transform(real, imaginary);
        double[] sums = new double[lastLag + 1];
        for (int lag = 0; lag < Math.min(x.length, sums.length); lag++) {
            sums[lag] = real[lag] / size * scale * scale;
        }
        return sums;
    }

    /** In place; the length is a power of two. */
    private static void transform(double[] real, double[] imaginary) {
        reorder(real, imaginary);
        int n = real.length;
        for (int half = 1; half < n; half *= 2) {
            for (int k = 0; k < half; k++) {
                double angle = -Math.PI * k / half;
                butterflies(real, imaginary, k, half, StrictMath.cos(angle), StrictMath.sin(angle));
            }
        }
    }

    private static void butterflies(
            double[] real, double[] imaginary, int first, int half, double cosine, double sine) {
        for (int i = first; i < real.length; i += 2 * half) {
            int j = i + half;
            double a = real[j] * cosine - imaginary[j] * sine;
            double b = real[j] * sine + imaginary[j] * cosine;
            real[j] = real[i] - a;
            imaginary[j] = imaginary[i] - b;
            real[i] += a;
            imaginary[i] += b;
        }
    }

    private static void reorder(double[] real, double[] imaginary) {
        int n = real.length;
        int bits = Integer.numberOfTrailingZeros(n);
        for (int i = 0; i < n; i++) {
            int j = bits == 0 ? i : Integer.reverse(i) >>> (Integer.SIZE - bits);
            if (j > i) {
                swap(real, i, j);
                swap(imaginary, i, j);
            }
        }
    }

    private static void swap(double[] x, int i, int j) {
        double kept = x[i];
        x[i] = x[j];
        x[j] = kept;
    }
}
