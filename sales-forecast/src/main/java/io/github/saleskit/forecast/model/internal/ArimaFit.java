package io.github.saleskit.forecast.model.internal;

import org.jspecify.annotations.Nullable;

/**
 * An ARIMA model by least squares of its one-step errors; what lies before the history counts as zero.
 *
 * <p>Source: G. E. P. Box, G. M. Jenkins, Time Series Analysis, 1970, chapter 7.
 */
public final class ArimaFit implements Course {

    private final ArimaOrder order;
    private final int m;
    private final double[] y;
    private final double[] w;
    private final int lost;
    private final double[] parameters;
    private final double squares;
    private final double scale;
    /** Errors by position in the history, 0 where differencing leaves none. */
    private final double[] errors;
    /** y(t) = constant + sum of autoregression(i) y(t - i) + e(t) + sum of movingAverage(j) e(t - j). */
    private final double[] autoregression;

    private final double[] movingAverage;
    private final double constant;

    private ArimaFit(ArimaOrder order, int m, double[] y, ArimaSearch search) {
        this.order = order;
        this.m = m;
        this.y = y;
        w = search.differences();
        lost = y.length - w.length;
        parameters = search.point();
        squares = search.squares();
        scale = search.scale();
        errors = new double[y.length];
        double[] residual = search.residual();
        for (int t = 0; t < w.length; t++) {
            errors[lost + t] = residual[t] * scale;
        }
        double[] ar = LagPolynomial.product(
                LagPolynomial.minus(order.p(), parameters, 0, 1),
                LagPolynomial.minus(order.seasonalP(), parameters, order.p() + order.q(), m));
        double atOne = LagPolynomial.atOne(ar);
        constant = order.constant() ? parameters[parameters.length - 1] * scale * atOne : 0;
        for (int i = 0; i < order.d(); i++) {
            ar = LagPolynomial.product(ar, LagPolynomial.difference(1));
        }
        for (int i = 0; i < order.seasonalD(); i++) {
            ar = LagPolynomial.product(ar, LagPolynomial.difference(m));
        }
        autoregression = ar;
        movingAverage = LagPolynomial.product(
                LagPolynomial.plus(order.q(), parameters, order.p(), 1),
                LagPolynomial.plus(order.seasonalQ(), parameters, order.p() + order.q() + order.seasonalP(), m));
    }

    /**
     * Fits an order; null where the history is too short for it or no stable fit is found.
     *
     * @param y without gaps
     * @param near a fit whose parameters are near; or null
     */
    public static @Nullable ArimaFit of(ArimaOrder order, int m, double[] y, @Nullable ArimaFit near) {
        double[] w = differences(y, order.d(), order.seasonalD(), m);
        if (w.length < order.parameters() + 3 || w.length <= m * Math.max(order.seasonalP(), order.seasonalQ())) {
            return null;
        }
        ArimaSearch search = new ArimaSearch(order, m, w);
        search.begin(near);
        search.run();
        return Double.isFinite(search.squares()) ? new ArimaFit(order, m, y, search) : null;
    }

    /** The differences of a series; empty where it is too short. */
    static double[] differences(double[] y, int d, int seasonalD, int m) {
        double[] w = y.clone();
        for (int i = 0; i < d + seasonalD; i++) {
            int lag = i < seasonalD ? m : 1;
            if (w.length <= lag) {
                return new double[0];
            }
            double[] next = new double[w.length - lag];
            for (int t = 0; t < next.length; t++) {
                next[t] = w[t + lag] - w[t];
            }
            w = next;
        }
        return w;
    }

    @Override
    public String name() {
        return order.text(m);
    }

    /** The order. */
    public ArimaOrder order() {
        return order;
    }

    /** Autoregressive, moving average, seasonal autoregressive, seasonal moving average parameters and the mean. */
    double[] parameters() {
        return parameters;
    }

    /** Akaike's information criterion, corrected; comparable between orders with the same differences. */
    public double aicc() {
        int k = order.parameters() + 1;
        int n = w.length;
        double correction = n - k - 1 > 0 ? 2.0 * k * (k + 1) / (n - k - 1) : 1e6;
        return n * StrictMath.log(Math.max(squares, 1e-20) * scale * scale / n) + 2 * k + correction;
    }

    /** The one-step errors by position in the history; 0 for the first ones, which differencing takes. */
    double[] errors() {
        return errors.clone();
    }

    @Override
    public int firstOrigin() {
        return Math.max(lost + 1, 1);
    }

    @Override
    public void from(int origin, double[] path) {
        int ahead = path.length;
        double[] known = new double[autoregression.length - 1 + ahead];
        int before = autoregression.length - 1;
        for (int i = 0; i < before; i++) {
            int t = origin - before + i;
            known[i] = t >= 0 ? y[t] : y[0];
        }
        for (int h = 0; h < ahead; h++) {
            double value = constant;
            for (int i = 1; i <= before; i++) {
                value -= autoregression[i] * known[before + h - i];
            }
            for (int j = h + 1; j < movingAverage.length && origin + h - j >= 0; j++) {
                value += movingAverage[j] * errors[origin + h - j];
            }
            known[before + h] = value;
            path[h] = value;
        }
    }
}
