package io.github.saleskit.forecast.model.internal;

import io.github.saleskit.core.statistics.BoxMinimizer;

/**
 * Additive exponential smoothing with a short season inside a long one, such as days within weeks of hourly values, and
 * an autoregressive correction of its errors.
 *
 * <p>Source: J. W. Taylor, Short-term electricity demand forecasting using double seasonal exponential smoothing, 2003.
 */
public final class DoubleSeasonal implements Course {

    private static final int MOST_EVALUATIONS = 60;
    private static final double[] LOWER = {0, 0, 0, 0};
    private static final double[] UPPER = {0.9, 0.9, 0.9, 0.995};
    private static final double[] FIRST = {0.05, 0.15, 0.15, 0.7};
    private static final double STEP = 1e-4;

    private final double[] y;
    private final int n;
    private final int shortLength;
    private final int longLength;
    private final double[] firstShort;
    private final double[] firstLong;
    private final double firstLevel;
    private final double[] level;
    private final double[] shortSeason;
    private final double[] longSeason;
    private final double[] error;
    private double[] point;
    private double squares;

    private DoubleSeasonal(double[] y, int shortLength, int longLength) {
        this.y = y;
        this.shortLength = shortLength;
        this.longLength = longLength;
        n = y.length;
        level = new double[n + 1];
        shortSeason = new double[n + shortLength];
        longSeason = new double[n + longLength];
        error = new double[n + 1];
        firstShort = new double[shortLength];
        firstLong = new double[longLength];
        firstLevel = begin();
        point = new BoxMinimizer(1e-3, MOST_EVALUATIONS)
                .minimize(this::valueAt, FIRST.clone(), LOWER, UPPER)
                .point();
        squares = run(point);
    }

    /** Fits; at least two long seasons, the short one a divisor of the long one. */
    public static DoubleSeasonal of(double[] y, int shortLength, int longLength) {
        return new DoubleSeasonal(y, shortLength, longLength);
    }

    /** Averages over the first whole long seasons. */
    private double begin() {
        int seasons = Math.max(1, Math.min(4, n / longLength));
        double mean = 0;
        for (int t = 0; t < longLength; t++) {
            mean += y[t] / longLength;
        }
        for (int c = 0; c < seasons; c++) {
            double cycleMean = 0;
            for (int i = 0; i < longLength; i++) {
                cycleMean += y[c * longLength + i] / longLength;
            }
            for (int i = 0; i < longLength; i++) {
                firstLong[i] += (y[c * longLength + i] - cycleMean) / seasons;
            }
        }
        for (int i = 0; i < longLength; i++) {
            firstShort[i % shortLength] += firstLong[i] * shortLength / longLength;
        }
        for (int i = 0; i < longLength; i++) {
            firstLong[i] -= firstShort[i % shortLength];
        }
        return mean;
    }

    private double valueAt(double[] at, double[] gradient) {
        double value = run(at);
        for (int i = 0; i < at.length; i++) {
            double here = at[i];
            double step = here + STEP > UPPER[i] ? -STEP : STEP;
            at[i] = here + step;
            gradient[i] = (objective(run(at)) - objective(value)) / step;
            at[i] = here;
        }
        return objective(value);
    }

    private double objective(double sum) {
        return n * StrictMath.log(Math.max(sum, 1e-20));
    }

    private double run(double[] at) {
        double alpha = at[0];
        double delta = at[1];
        double omega = at[2];
        double phi = at[3];
        level[0] = firstLevel;
        System.arraycopy(firstShort, 0, shortSeason, 0, shortLength);
        System.arraycopy(firstLong, 0, longSeason, 0, longLength);
        error[0] = 0;
        double sum = 0;
        for (int t = 0; t < n; t++) {
            double e = y[t] - level[t] - shortSeason[t] - longSeason[t];
            double surprise = e - phi * error[t];
            sum += surprise * surprise;
            error[t + 1] = e;
            level[t + 1] = level[t] + alpha * e;
            shortSeason[t + shortLength] = shortSeason[t] + delta * e;
            longSeason[t + longLength] = longSeason[t] + omega * e;
        }
        return sum;
    }

    @Override
    public String name() {
        return "DSHW[" + shortLength + "," + longLength + "]";
    }

    @Override
    public void from(int origin, double[] path) {
        double power = 1;
        for (int h = 0; h < path.length; h++) {
            power *= point[3];
            path[h] = level[origin]
                    + shortSeason[origin + h % shortLength]
                    + longSeason[origin + h % longLength]
                    + power * error[origin];
        }
    }

    /** The sum of the squared one-step errors. */
    double squares() {
        return squares;
    }
}
