package io.github.saleskit.forecast.model.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Values and columns of which each has been taken a share of the one before, after seasonal differences, so that what
 * is left of the errors are surprises; and the least squares of the values by the columns. Times at which a value is
 * missing are left out.
 */
final class FilteredRows {

    private final int lag;
    private final double share;
    private final double[][] columns;
    private final double[] values;
    private final double[] means;
    private final double[] sizes;
    private final double[][] normal;
    private double @Nullable [][] factor;
    private double[] coefficients = new double[0];
    private double squares;

    private FilteredRows(int lag, double share, double[][] columns, double[] values, double[] sizes) {
        this.lag = lag;
        this.share = share;
        this.columns = columns;
        this.values = values;
        this.sizes = sizes;
        means = new double[columns.length];
        normal = new double[columns.length][columns.length];
    }

    /** The rows of the used columns, and the fit. */
    static FilteredRows of(double[] y, double[][] x, int[] used, int lag, double share, double ridge) {
        int[] times = times(y, lag);
        double[] values = filtered(y, times, lag, share);
        double[][] columns = new double[used.length][];
        double[] sizes = new double[used.length];
        for (int i = 0; i < used.length; i++) {
            double[] column = new double[y.length];
            for (int t = 0; t < y.length; t++) {
                column[t] = x[t][used[i]];
                sizes[i] += column[t] * column[t];
            }
            columns[i] = filtered(column, times, lag, share);
        }
        FilteredRows rows = new FilteredRows(lag, share, columns, values, sizes);
        rows.solve(ridge);
        return rows;
    }

    private static int[] times(double[] y, int lag) {
        int[] times = new int[y.length];
        int count = 0;
        for (int t = lag + 1; t < y.length; t++) {
            double all = y[t] + y[t - 1] + (lag > 0 ? y[t - lag] + y[t - 1 - lag] : 0);
            if (!Double.isNaN(all)) {
                times[count++] = t;
            }
        }
        return Arrays.copyOf(times, count);
    }

    private static double[] filtered(double[] series, int[] times, int lag, double share) {
        double[] filtered = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            int t = times[i];
            double now = series[t] - (lag > 0 ? series[t - lag] : 0);
            double before = series[t - 1] - (lag > 0 ? series[t - 1 - lag] : 0);
            filtered[i] = now - share * before;
        }
        return filtered;
    }

    private void solve(double ridge) {
        int k = columns.length;
        for (int a = 0; a < k; a++) {
            means[a] = centred(columns[a]);
        }
        centred(values);
        double[] right = new double[k];
        for (int a = 0; a < k; a++) {
            for (int b = 0; b <= a; b++) {
                normal[a][b] = product(columns[a], columns[b]);
                normal[b][a] = normal[a][b];
            }
            right[a] = product(columns[a], values);
            normal[a][a] *= 1 + ridge;
        }
        factor = Cholesky.factor(normal);
        coefficients = factor == null ? new double[0] : Cholesky.solveFactored(factor, right);
        squares = factor == null
                ? Double.POSITIVE_INFINITY
                : Math.max(0, product(values, values) - product(coefficients, right));
    }

    /** Takes the mean off and tells it. */
    private static double centred(double[] numbers) {
        double mean = Arrays.stream(numbers).average().orElse(0);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] -= mean;
        }
        return mean;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    int length() {
        return values.length;
    }

    double share() {
        return share;
    }

    /** The sum of squared surprises; infinite where the columns hang together. */
    double squares() {
        return squares;
    }

    double[] coefficients() {
        return coefficients;
    }

    /** The positions of columns of which more than a share varies by itself, beside those before. O(k³). */
    int[] independent(double leastShare) {
        int[] kept = new int[columns.length];
        int count = 0;
        for (int j = 0; j < columns.length; j++) {
            kept[count] = j;
            double least = Math.max(leastShare * normal[j][j], leastShare * leastShare * sizes[j]);
            if (normal[j][j] > 0 && leftOver(Arrays.copyOf(kept, count + 1)) > least) {
                count++;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    /** What is left of the last column when those before have explained what they can, as a sum of squares. */
    private double leftOver(int[] chosen) {
        double[][] part = new double[chosen.length][chosen.length];
        for (int a = 0; a < chosen.length; a++) {
            for (int b = 0; b < chosen.length; b++) {
                part[a][b] = normal[chosen[a]][chosen[b]];
            }
        }
        double[][] lower = Cholesky.factor(part);
        double last = lower == null ? 0 : lower[chosen.length - 1][chosen.length - 1];
        return last * last;
    }

    /** Standard deviations of the coefficients. */
    double[] deviations() {
        double[] deviations = new double[columns.length];
        for (int a = 0; a < deviations.length; a++) {
            double[] unit = new double[deviations.length];
            unit[a] = 1;
            deviations[a] = deviationAt(unit);
        }
        return deviations;
    }

    /** The standard deviation of the coefficients' sum with some weights. */
    double deviationAt(double[] weights) {
        if (factor == null) {
            return 0;
        }
        double variance = squares / freedom();
        return StrictMath.sqrt(Math.max(0, variance * product(weights, Cholesky.solveFactored(factor, weights))));
    }

    /** How many values are left to judge the surprises by, when coefficients, share and mean have had theirs. */
    int freedom() {
        return Math.max(1, length() - columns.length - 2);
    }

    /** What a column would be after its end if it had no more surprises than the filter knows. */
    double[] carriedOn(double[] column, int position, int horizon) {
        int n = column.length;
        double[] longer = Arrays.copyOf(column, n + horizon);
        for (int t = n; t < longer.length; t++) {
            double before = longer[t - 1] - (lag > 0 ? longer[t - 1 - lag] : 0);
            longer[t] = means[position] + (lag > 0 ? longer[t - lag] : 0) + share * before;
        }
        return Arrays.copyOfRange(longer, n, longer.length);
    }
}
