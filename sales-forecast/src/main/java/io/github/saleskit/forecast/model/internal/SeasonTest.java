package io.github.saleskit.forecast.model.internal;

/**
 * Whether a series has a season: the autocorrelation at its length is significant at 90 %, and there are three seasons.
 *
 * <p>Source: S. Makridakis, E. Spiliotis, V. Assimakopoulos, The M4 Competition, 2020, the benchmark methods.
 */
public final class SeasonTest {

    private static final double Z = 1.645;

    private SeasonTest() {}

    /** Whether values without gaps have a season of a length. */
    public static boolean isSeasonal(double[] values, int seasonLength) {
        int n = values.length;
        if (seasonLength < 2 || n / 3 < seasonLength) {
            return false;
        }
        double[] sums = Autocovariance.sums(values, seasonLength);
        if (!(sums[0] > 0)) {
            return false;
        }
        double squares = 0;
        for (int lag = 1; lag < seasonLength; lag++) {
            double r = sums[lag] / sums[0];
            squares += r * r;
        }
        double r = sums[seasonLength] / sums[0];
        return Math.abs(r) > Z * StrictMath.sqrt((1 + 2 * squares) / n);
    }
}
