package io.github.saleskit.forecast.model.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the order of an ARIMA model: differences by tests, the terms by a stepwise search for the least AICc.
 *
 * <p>Sources: R. J. Hyndman, Y. Khandakar, Automatic time series forecasting, 2008; D. Kwiatkowski and others, Testing
 * the null hypothesis of stationarity, 1992; X. Wang and others, Characteristic-based clustering for time series data,
 * 2006.
 */
public final class ArimaSelection {

    private static final int MOST_TERMS = 4;
    private static final int MOST_SEASONAL_TERMS = 2;
    private static final int MOST_ORDER = 5;
    private static final int MOST_FITS = 60;
    private static final int FEWEST_BEYOND_TWO_SEASONS = 5;
    private static final double SEASONAL_STRENGTH = 0.64;
    private static final double KPSS_LIMIT = 0.463;

    private final double[] y;
    private final int m;
    private final int d;
    private final int seasonalD;
    private final Map<ArimaOrder, Double> tried = new LinkedHashMap<>();
    private @Nullable ArimaFit best;
    private int fits;

    private ArimaSelection(double[] y, int m) {
        this.y = y;
        this.m = m;
        seasonalD = m > 1 && seasonalStrength(y, m) > SEASONAL_STRENGTH ? 1 : 0;
        d = differences(ArimaFit.differences(y, 0, seasonalD, m), seasonalD == 1 ? 1 : 2);
    }

    /** The best order's fit; null where the history is too short. */
    public static @Nullable ArimaFit of(double[] y, int m) {
        ArimaSelection selection = new ArimaSelection(y, y.length >= 2L * m + FEWEST_BEYOND_TWO_SEASONS ? m : 1);
        selection.search();
        return selection.best;
    }

    private void search() {
        boolean drift = d + seasonalD <= 1;
        int s = m > 1 ? 1 : 0;
        attempt(new ArimaOrder(2, d, 2, s, seasonalD, s, drift));
        attempt(new ArimaOrder(0, d, 0, 0, seasonalD, 0, drift));
        attempt(new ArimaOrder(1, d, 0, s, seasonalD, 0, drift));
        attempt(new ArimaOrder(0, d, 1, 0, seasonalD, s, drift));
        if (drift) {
            attempt(new ArimaOrder(0, d, 0, 0, seasonalD, 0, false));
        }
        ArimaFit from = best;
        while (from != null && fits < MOST_FITS && stepFrom(from.order())) {
            from = best;
        }
    }

    /** Whether a neighbour is better; the first that is becomes the best. */
    private boolean stepFrom(ArimaOrder o) {
        for (int[] c : CHANGES) {
            if (m == 1 && (c[2] != 0 || c[3] != 0)) {
                continue;
            }
            ArimaOrder next = new ArimaOrder(
                    o.p() + c[0], d, o.q() + c[1], o.seasonalP() + c[2], seasonalD, o.seasonalQ() + c[3], o.constant());
            if (attempt(next)) {
                return true;
            }
        }
        return d + seasonalD <= 1
                && attempt(new ArimaOrder(o.p(), d, o.q(), o.seasonalP(), seasonalD, o.seasonalQ(), !o.constant()));
    }

    private static final int[][] CHANGES = {
        {0, 0, -1, 0}, {0, 0, 0, -1}, {0, 0, 1, 0}, {0, 0, 0, 1}, {0, 0, -1, -1}, {0, 0, -1, 1}, {0, 0, 1, -1},
        {0, 0, 1, 1}, {-1, 0, 0, 0}, {0, -1, 0, 0}, {1, 0, 0, 0}, {0, 1, 0, 0}, {-1, -1, 0, 0}, {-1, 1, 0, 0},
        {1, -1, 0, 0}, {1, 1, 0, 0}
    };

    private boolean attempt(ArimaOrder order) {
        if (!isAllowed(order) || tried.containsKey(order) || fits >= MOST_FITS) {
            return false;
        }
        fits++;
        ArimaFit fit = ArimaFit.of(order, m, y, best);
        double aicc = fit == null ? Double.POSITIVE_INFINITY : fit.aicc();
        tried.put(order, aicc);
        if (fit == null || Double.isNaN(aicc) || (best != null && !(aicc < best.aicc()))) {
            return false;
        }
        best = fit;
        return true;
    }

    private static boolean isAllowed(ArimaOrder o) {
        return o.p() >= 0
                && o.q() >= 0
                && o.seasonalP() >= 0
                && o.seasonalQ() >= 0
                && o.p() <= MOST_TERMS
                && o.q() <= MOST_TERMS
                && o.seasonalP() <= MOST_SEASONAL_TERMS
                && o.seasonalQ() <= MOST_SEASONAL_TERMS
                && o.p() + o.q() + o.seasonalP() + o.seasonalQ() <= MOST_ORDER;
    }

    /** How much of what is not trend the season explains, from 0 to 1. */
    static double seasonalStrength(double[] y, int m) {
        double[] figure = SeasonalFigure.of(y, m, false);
        if (figure == null) {
            return 0;
        }
        double[] trend = SeasonalFigure.trend(y, m);
        double rest = 0;
        double both = 0;
        for (int t = 0; t < y.length; t++) {
            if (!Double.isNaN(trend[t])) {
                double detrended = y[t] - trend[t];
                double remainder = detrended - figure[t % m];
                rest += remainder * remainder;
                both += detrended * detrended;
            }
        }
        return both > 0 ? Math.max(0, 1 - rest / both) : 0;
    }

    private static int differences(double[] w, int most) {
        double[] left = w;
        int d = 0;
        while (d < most && left.length > 5 && kpss(left) > KPSS_LIMIT) {
            left = ArimaFit.differences(left, 1, 0, 1);
            d++;
        }
        return d;
    }

    /** The statistic of the test for a constant level. */
    static double kpss(double[] y) {
        int n = y.length;
        double mean = java.util.Arrays.stream(y).sum() / n;
        double[] e = new double[n];
        double partial = 0;
        double sum = 0;
        double variance = 0;
        for (int t = 0; t < n; t++) {
            e[t] = y[t] - mean;
            partial += e[t];
            sum += partial * partial;
            variance += e[t] * e[t];
        }
        int lags = (int) (3 * StrictMath.sqrt(n) / 13);
        for (int lag = 1; lag <= lags; lag++) {
            double covariance = 0;
            for (int t = lag; t < n; t++) {
                covariance += e[t] * e[t - lag];
            }
            variance += 2 * (1 - lag / (lags + 1.0)) * covariance;
        }
        return variance > 0 ? sum / n / variance : 0;
    }
}
