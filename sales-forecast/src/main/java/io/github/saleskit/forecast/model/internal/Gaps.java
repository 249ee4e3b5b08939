package io.github.saleskit.forecast.model.internal;

/** Missing values. */
public final class Gaps {

    private Gaps() {}

    /**
     * The values with the missing ones on straight lines between their neighbours, at the ends level with the nearest.
     */
    public static double[] filled(double[] values) {
        double[] filled = values.clone();
        int last = -1;
        for (int t = 0; t < filled.length; t++) {
            if (Double.isNaN(filled[t])) {
                continue;
            }
            for (int k = last + 1; k < t; k++) {
                double share = last < 0 ? 1 : (double) (k - last) / (t - last);
                filled[k] = last < 0 ? filled[t] : filled[last] + share * (filled[t] - filled[last]);
            }
            last = t;
        }
        for (int k = last + 1; last >= 0 && k < filled.length; k++) {
            filled[k] = filled[last];
        }
        return filled;
    }
}
