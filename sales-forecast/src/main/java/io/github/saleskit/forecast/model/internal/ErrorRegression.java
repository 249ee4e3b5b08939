package io.github.saleskit.forecast.model.internal;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A linear regression whose errors hang together: each error is a share of the one before and a surprise, after
 * seasonal differences where the season is strong. The share is that for which the surprises are least.
 *
 * <p>Columns that do not vary, or only as those before them do, have no effect of their own. O(n k²) for k columns and
 * each of about 25 shares. Source: D. Cochrane, G. H. Orcutt, Application of least squares regression to relationships
 * containing auto-correlated error terms, 1949; the search is that of C. Hildreth, J. Y. Lu, 1960.
 */
public final class ErrorRegression {

    private static final double LEAST_SHARE = -0.9;
    private static final double SEASONAL_STRENGTH = 0.64;
    private static final double RIDGE = 1e-10;
    private static final double OWN_VARIATION = 1e-9;

    private final double[] y;
    private final double[][] x;
    private final double[] centre;
    private final int lag;
    private int[] used;
    private @Nullable FilteredRows fit;

    private ErrorRegression(double[] y, double[][] x, int lag) {
        this.y = y;
        this.x = x;
        this.lag = lag;
        centre = centre();
        used = IntStream.range(0, x[0].length).toArray();
    }

    /**
     * Fits; no column is used where there are too few values.
     *
     * @param y {@link Double#NaN} where a value is missing; at least one is there
     * @param rows by time, at least as many as values, and columns, at least one
     */
    public static ErrorRegression of(double[] y, double[][] rows, int seasonLength) {
        boolean strong = seasonLength > 1
                && y.length / 3 >= seasonLength
                && ArimaSelection.seasonalStrength(Gaps.filled(y), seasonLength) > SEASONAL_STRENGTH;
        ErrorRegression regression = new ErrorRegression(y, rows, strong ? seasonLength : 0);
        regression.fit();
        return regression;
    }

    private void fit() {
        FilteredRows plain = at(0);
        boolean enough = plain.length() >= 2 * (used.length + 1) + 2;
        used = enough
                ? Arrays.stream(plain.independent(OWN_VARIATION))
                        .map(j -> used[j])
                        .toArray()
                : new int[0];
        if (used.length == 0) {
            return;
        }
        double found = LineSearch.minimize(share -> at(share).squares(), LEAST_SHARE, 1);
        FilteredRows best = at(at(1).squares() <= at(found).squares() ? 1 : found);
        if (Double.isFinite(best.squares())) {
            fit = best;
        } else {
            used = new int[0];
        }
    }

    private FilteredRows at(double share) {
        return FilteredRows.of(y, x, used, lag, share, RIDGE);
    }

    private double[] centre() {
        double[] means = new double[x[0].length];
        for (int j = 0; j < means.length; j++) {
            for (int t = 0; t < y.length; t++) {
                means[j] += x[t][j] / y.length;
            }
        }
        return means;
    }

    /** The columns that have an effect of their own, in order. */
    public int[] used() {
        return used.clone();
    }

    /** What one more of each column adds; 0 for one that is not used. */
    public double[] coefficients() {
        return spread(fit == null ? new double[0] : fit.coefficients());
    }

    /** How sure that is: standard deviations; 0 for a column that is not used. */
    public double[] deviations() {
        return spread(fit == null ? new double[0] : fit.deviations());
    }

    private double[] spread(double[] values) {
        double[] all = new double[x[0].length];
        for (int i = 0; i < used.length; i++) {
            all[used[i]] = values[i];
        }
        return all;
    }

    /** The share of an error that the next one keeps, up to 1. */
    public double share() {
        return fit == null ? 0 : fit.share();
    }

    /** What the columns of one row add up to beside their average in the history. */
    public double effect(double[] row) {
        double[] coefficients = coefficients();
        double sum = 0;
        for (int j : used) {
            sum += coefficients[j] * (row[j] - centre[j]);
        }
        return sum;
    }

    /** The values without what the columns say. */
    public double[] errors() {
        double[] errors = y.clone();
        for (int t = 0; t < errors.length; t++) {
            errors[t] -= effect(x[t]);
        }
        return errors;
    }

    /**
     * How far the effects may be off in each of the periods after the history, as standard deviations: little where the
     * columns go on as before, more the farther they go elsewhere.
     */
    public double[] effectDeviations(int horizon) {
        double[] deviations = new double[horizon];
        if (fit == null) {
            return deviations;
        }
        double[][] expected = new double[used.length][];
        for (int i = 0; i < used.length; i++) {
            expected[i] = fit.carriedOn(column(used[i]), i, horizon);
        }
        for (int h = 0; h < horizon; h++) {
            double[] away = new double[used.length];
            for (int i = 0; i < used.length; i++) {
                away[i] = x[y.length + h][used[i]] - expected[i][h];
            }
            deviations[h] = fit.deviationAt(away);
        }
        return deviations;
    }

    private double[] column(int j) {
        return IntStream.range(0, y.length).mapToDouble(t -> x[t][j]).toArray();
    }

    /** By how much the errors have to be widened because effects were estimated from the same values. */
    public double widening() {
        return fit == null ? 1 : StrictMath.sqrt((double) fit.length() / (fit.length() - used.length));
    }

    /** The score of Student's t as far out as a normal score, for effects whose variance was estimated too. */
    public double score(double normal) {
        return fit == null ? normal : StudentScores.of(normal, fit.freedom());
    }
}
