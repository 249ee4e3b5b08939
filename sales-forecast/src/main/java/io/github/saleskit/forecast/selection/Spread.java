package io.github.saleskit.forecast.selection;

import io.github.saleskit.forecast.model.internal.QuantileGrid;

/**
 * How far values stray from a combined forecast: by the errors at earlier origins relative to their size at the level,
 * drawn towards a usual growth with the horizon as far as there are few of them, and enlarged because models know the
 * history from which they are estimated.
 *
 * <p>The constants were chosen on the training parts of the M1 series (windows that end one and one and a half horizons
 * before their ends), so that 95 % intervals cover about 95 % with a low interval score; the enlargement fades with the
 * length of the history.
 */
final class Spread {

    /** As many origins as the usual growth is worth. */
    private static final double WORTH_OF_GROWTH = 10;

    private static final double GROWTH = 1;
    private static final double GROWTH_WITHIN_YEAR = 0.2;
    private static final int WITHIN_YEAR = 12;
    private static final double ENLARGEMENT = 20;
    private static final double FADING = 0.75;
    private static final double LARGEST = 2.7;
    /** Beyond 95 % errors have heavier tails than normal ones. */
    private static final double CALIBRATED_SCORE = 1.959963984540054;

    private static final double TAIL = 0.35;

    private Spread() {}

    /**
     * Standard deviations by step.
     *
     * @param mean the forecast
     * @param n how many values are known
     * @param width by what they are multiplied at last
     */
    static double[] deviations(CombinedErrors errors, double[] mean, int n, int seasonLength, double width) {
        double growth = seasonLength >= WITHIN_YEAR ? GROWTH_WITHIN_YEAR : GROWTH;
        double factor = width * Math.min(LARGEST, 1 + ENLARGEMENT / StrictMath.pow(n, FADING));
        double first = errors.meanSquare(0);
        double[] deviations = new double[mean.length];
        double widest = 0;
        for (int h = 0; h < mean.length; h++) {
            double seen = errors.count(h);
            double square = (seen * errors.meanSquare(h) + WORTH_OF_GROWTH * first * (1 + growth * h))
                    / (seen + WORTH_OF_GROWTH);
            widest = Math.max(widest, square);
            deviations[h] = factor * StrictMath.sqrt(widest) * errors.size().at(mean[h]);
        }
        return deviations;
    }

    /** Quantiles by level of the grid and step. */
    static double[][] quantiles(double[] mean, double[] deviations) {
        double[][] quantiles = new double[QuantileGrid.size()][mean.length];
        for (int i = 0; i < quantiles.length; i++) {
            double score = QuantileGrid.score(i);
            double beyond = Math.max(0, Math.abs(score) - CALIBRATED_SCORE);
            score += Math.signum(score) * TAIL * beyond;
            for (int h = 0; h < mean.length; h++) {
                quantiles[i][h] = mean[h] + score * deviations[h];
            }
        }
        return quantiles;
    }
}
