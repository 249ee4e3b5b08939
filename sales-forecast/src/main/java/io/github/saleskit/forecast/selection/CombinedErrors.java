package io.github.saleskit.forecast.selection;

import java.util.Arrays;

/** The errors of combined forecasts from earlier origins, by steps ahead; mutable while they are gathered. */
final class CombinedErrors {

    private final ErrorSize size;
    private final double[] squares;
    private final int[] counts;
    private double nextErrors;
    private double nextSquares;
    private double errors;
    private int steps;
    private int origins;

    CombinedErrors(ErrorSize size, int horizon) {
        this.size = size;
        squares = new double[horizon];
        counts = new int[horizon];
    }

    /** Adds a forecast from an origin; one that is not finite does not count, nor do values that are missing. */
    void add(double[] forecast, double[] actual, int origin) {
        if (!Arrays.stream(forecast).allMatch(Double::isFinite)) {
            return;
        }
        origins++;
        for (int h = 0; h < forecast.length; h++) {
            double error = actual[origin + h] - forecast[h];
            if (!Double.isNaN(error)) {
                add(h, error, error / size.at(forecast[h]));
            }
        }
    }

    private void add(int h, double error, double relative) {
        squares[h] += relative * relative;
        counts[h]++;
        nextErrors += h == 0 ? Math.abs(error) : 0;
        nextSquares += h == 0 ? error * error : 0;
        errors += Math.abs(error);
        steps++;
    }

    /** Mean size of the errors, all steps together; 0 without an origin. */
    double meanError() {
        return steps == 0 ? 0 : errors / steps;
    }

    int origins() {
        return origins;
    }

    /** Mean size of the errors one step ahead; 0 without an origin. */
    double nextError() {
        return counts[0] == 0 ? 0 : nextErrors / counts[0];
    }

    /** Root mean squared error one step ahead; 0 without an origin. */
    double nextDeviation() {
        return counts[0] == 0 ? 0 : StrictMath.sqrt(nextSquares / counts[0]);
    }

    /** How large errors are at a level; what {@link #meanSquare} is relative to. */
    ErrorSize size() {
        return size;
    }

    /** Mean squared error relative to the size so many steps ahead, the first being 0; 0 where it was never seen. */
    double meanSquare(int h) {
        return counts[h] == 0 ? 0 : squares[h] / counts[h];
    }

    int count(int h) {
        return counts[h];
    }
}
