package io.github.saleskit.forecast.model.internal;

import org.jspecify.annotations.Nullable;

/**
 * Local straight lines through values at equal distances, with tricube weights.
 *
 * <p>O(window) a point. Source: W. S. Cleveland, Robust locally weighted regression and smoothing scatterplots, 1979.
 */
final class Loess {

    private final double[] y;
    private final int from;
    private final int length;
    private final double @Nullable [] trust;

    /**
     * Over a part of an array.
     *
     * @param trust further weights by position in the array; null for the same for all
     */
    Loess(double[] y, int from, int length, double @Nullable [] trust) {
        this.y = y;
        this.from = from;
        this.length = length;
        this.trust = trust;
    }

    /**
     * The smoothed value at a position, which may lie one before or after the part.
     *
     * @param window how many of the nearest values count; more than there are widen it further
     */
    double at(int position, int window) {
        int width = Math.min(window, length);
        int left = Math.max(0, Math.min(length - width, position - width / 2));
        double reach = Math.max(position - left, left + width - 1 - position) + Math.max(0, window - length) / 2.0;
        double bound = reach * 0.999;
        double sum = 0;
        double first = 0;
        double second = 0;
        double value = 0;
        double product = 0;
        for (int i = left; i < left + width; i++) {
            double x = i - position;
            double w = weight(Math.abs(x), reach, bound) * (trust == null ? 1 : trust[from + i]);
            sum += w;
            first += w * x;
            second += w * x * x;
            value += w * y[from + i];
            product += w * x * y[from + i];
        }
        if (!(sum > 0)) {
            return y[from + Math.max(0, Math.min(length - 1, position))];
        }
        double spread = second - first * first / sum;
        double slope = spread > 1e-6 * sum ? (product - first * value / sum) / spread : 0;
        return value / sum - slope * first / sum;
    }

    private static double weight(double distance, double reach, double bound) {
        if (distance <= 0.001 * reach) {
            return 1;
        }
        if (distance > bound) {
            return 0;
        }
        double u = distance / reach;
        double v = 1 - u * u * u;
        return v * v * v;
    }
}
