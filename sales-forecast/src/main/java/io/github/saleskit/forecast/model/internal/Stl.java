package io.github.saleskit.forecast.model.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Trend, a season that may change slowly, and what is left, by local regression.
 *
 * <p>O(n (w + m)) for a seasonal window w and a season m. Source: R. B. Cleveland, W. S. Cleveland, J. E. McRae, I.
 * Terpenning, STL: A seasonal-trend decomposition procedure based on loess, 1990.
 */
public final class Stl {

    private static final int INNER = 2;
    private static final int OUTER = 3;
    /** In median sizes of what is left. */
    private static final double OUTLIER = 6;

    private final double[] y;
    private final int m;
    private final int window;
    private final int trendWindow;
    private final double[] trend;
    private final double[] season;
    private double @Nullable [] trust;

    private Stl(double[] y, int m, int window) {
        this.y = y;
        this.m = m;
        this.window = window;
        trendWindow = odd(1.5 * m / (1 - 1.5 / window));
        trend = new double[y.length];
        season = new double[y.length];
    }

    private static int odd(double least) {
        int whole = (int) Math.ceil(least);
        return whole % 2 == 1 ? whole : whole + 1;
    }

    /**
     * Decomposes; null where there are less than two seasons.
     *
     * @param y without gaps
     * @param m at least 2
     * @param window seasons that count for one phase of one season, odd, at least 7; a large one keeps the season the
     *     same
     * @param robust whether outliers are set apart, at four times the cost
     */
    public static @Nullable Stl of(double[] y, int m, int window, boolean robust) {
        if (m < 2 || y.length / 2 < m) {
            return null;
        }
        Stl stl = new Stl(y, m, window);
        stl.improve();
        for (int i = 0; robust && i < OUTER; i++) {
            stl.trust = stl.weights();
            stl.improve();
        }
        return stl;
    }

    private void improve() {
        int n = y.length;
        double[] detrended = new double[n];
        for (int pass = 0; pass < INNER; pass++) {
            for (int t = 0; t < n; t++) {
                detrended[t] = y[t] - trend[t];
            }
            double[] cycles = cycles(detrended);
            double[] low = lowPass(cycles);
            double[] adjusted = new double[n];
            for (int t = 0; t < n; t++) {
                season[t] = cycles[t + m] - low[t];
                adjusted[t] = y[t] - season[t];
            }
            Loess line = new Loess(adjusted, 0, n, trust);
            for (int t = 0; t < n; t++) {
                trend[t] = line.at(t, trendWindow);
            }
        }
    }

    /** Each phase smoothed by itself, with one season more at both ends. */
    private double[] cycles(double[] detrended) {
        int n = detrended.length;
        double[] cycles = new double[n + 2 * m];
        for (int phase = 0; phase < m; phase++) {
            int count = (n - 1 - phase) / m + 1;
            double[] values = new double[count];
            double[] weights = trust == null ? null : new double[count];
            for (int i = 0; i < count; i++) {
                values[i] = detrended[phase + i * m];
                if (weights != null && trust != null) {
                    weights[i] = trust[phase + i * m];
                }
            }
            Loess line = new Loess(values, 0, count, weights);
            for (int i = -1; i <= count; i++) {
                cycles[phase + (i + 1) * m] = line.at(i, window);
            }
        }
        return cycles;
    }

    /** Averages of averages of one season, of one season and of three, then smoothed. */
    private double[] lowPass(double[] cycles) {
        double[] averaged = averages(averages(averages(cycles, m), m), 3);
        Loess line = new Loess(averaged, 0, averaged.length, null);
        int width = odd(m);
        double[] low = new double[averaged.length];
        for (int t = 0; t < low.length; t++) {
            low[t] = line.at(t, width);
        }
        return low;
    }

    private static double[] averages(double[] x, int width) {
        double[] averages = new double[x.length - width + 1];
        double sum = 0;
        for (int t = 0; t < x.length; t++) {
            sum += x[t];
            if (t >= width - 1) {
                averages[t - width + 1] = sum / width;
                sum -= x[t - width + 1];
            }
        }
        return averages;
    }

    /** J. W. Tukey's biweight of what is left. */
    private double[] weights() {
        double[] sizes = remainder();
        for (int t = 0; t < sizes.length; t++) {
            sizes[t] = Math.abs(sizes[t]);
        }
        double[] sorted = sizes.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double bound = OUTLIER * (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
        for (int t = 0; t < n; t++) {
            double u = bound > 0 ? sizes[t] / bound : 0;
            double v = 1 - u * u;
            sizes[t] = u <= 0.001 ? 1 : u < 0.999 ? v * v : 0;
        }
        return sizes;
    }

    /** The trend of each value. */
    public double[] trend() {
        return trend.clone();
    }

    /** What the season adds to each value. */
    public double[] season() {
        return season.clone();
    }

    /** What neither explains. */
    public double[] remainder() {
        double[] remainder = new double[y.length];
        for (int t = 0; t < remainder.length; t++) {
            remainder[t] = y[t] - trend[t] - season[t];
        }
        return remainder;
    }

    /** The season at a time, also a later one: then that of the same phase of the last season. */
    public double at(int t) {
        int n = season.length;
        return t < n ? season[t] : season[n - m + (t - n) % m];
    }
}
