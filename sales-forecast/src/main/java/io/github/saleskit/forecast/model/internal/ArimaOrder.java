package io.github.saleskit.forecast.model.internal;

/**
 * How many terms an ARIMA model has of each kind.
 *
 * @param p autoregressive terms
 * @param d differences
 * @param q moving average terms
 * @param seasonalP seasonal autoregressive terms
 * @param seasonalD seasonal differences
 * @param seasonalQ seasonal moving average terms
 * @param constant whether the differenced series has a mean of its own
 */
public record ArimaOrder(int p, int d, int q, int seasonalP, int seasonalD, int seasonalQ, boolean constant) {

    /** Estimated numbers, without the variance of the error. */
    public int parameters() {
        return p + q + seasonalP + seasonalQ + (constant ? 1 : 0);
    }

    /** As in {@code ARIMA(0,1,1)(0,1,1)[12]}. */
    public String text(int seasonLength) {
        String plain = "ARIMA(" + p + "," + d + "," + q + ")";
        boolean seasonal = seasonalP + seasonalD + seasonalQ > 0;
        return plain
                + (seasonal ? "(" + seasonalP + "," + seasonalD + "," + seasonalQ + ")[" + seasonLength + "]" : "")
                + (constant ? (d + seasonalD > 0 ? " with drift" : " with mean") : "");
    }
}
