package io.github.saleskit.forecast.model.internal;

import java.util.function.DoubleUnaryOperator;

/** The minimum of a function of one variable: a coarse grid, then golden sections around its best point. */
final class LineSearch {

    private static final int GRID = 9;
    private static final int SECTIONS = 14;
    private static final double GOLDEN = 0.618033988749895;

    private LineSearch() {}

    static double minimize(DoubleUnaryOperator function, double lowest, double highest) {
        double step = (highest - lowest) / (GRID - 1);
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < GRID; i++) {
            double value = function.applyAsDouble(lowest + i * step);
            if (value < least) {
                least = value;
                best = i;
            }
        }
        return golden(
                function, Math.max(lowest, lowest + (best - 1) * step), Math.min(highest, lowest + (best + 1) * step));
    }

    private static double golden(DoubleUnaryOperator function, double from, double to) {
        double low = from;
        double high = to;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double atLeft = function.applyAsDouble(left);
        double atRight = function.applyAsDouble(right);
        for (int i = 0; i < SECTIONS; i++) {
            if (atLeft <= atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = function.applyAsDouble(left);
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = function.applyAsDouble(right);
            }
        }
        return atLeft <= atRight ? left : right;
    }
}
