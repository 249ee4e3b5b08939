package io.github.saleskit.forecast.internal;

/**
 * A sum that also keeps what rounding takes, so that what is added and taken away again leaves no trace, and the order
 * of addition matters in the last digit at most. Source: W. Kahan, 1965; A. Neumaier, 1974.
 */
public final class ExactSum {

    private double sum;
    private double lost;

    /** Adds a value. */
    public void add(double value) {
        double next = sum + value;
        lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
        sum = next;
    }

    /** What all values add up to; infinite where a double cannot hold it. */
    public double total() {
        return Double.isFinite(sum) ? sum + lost : sum;
    }
}
