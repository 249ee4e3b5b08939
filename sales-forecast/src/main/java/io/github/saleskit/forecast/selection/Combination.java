package io.github.saleskit.forecast.selection;

import java.util.Arrays;

/** How the forecasts of several models become one. */
public enum Combination {
    /** The middle one at each step; for an even number the mean of the two in the middle. */
    MEDIAN("median") {
        @Override
        double of(double[] sorted) {
            int n = sorted.length;
            return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
        }
    },
    /** The mean at each step. */
    MEAN("mean") {
        @Override
        double of(double[] sorted) {
            return Arrays.stream(sorted).sum() / sorted.length;
        }
    },
    /** The mean at each step without the least and the greatest, where there are at least three. */
    TRIMMED_MEAN("trimmed mean") {
        @Override
        double of(double[] sorted) {
            int trimmed = sorted.length >= 3 ? 1 : 0;
            return Arrays.stream(sorted, trimmed, sorted.length - trimmed).sum() / (sorted.length - 2 * trimmed);
        }
    },
    /**
     * Between the {@link #TRIMMED_MEAN}, where the history is short, and a mean with weights learned from rolling
     * origins: the less a model missed what came after earlier origins, the more it weighs. The weights count the more,
     * the more often the horizon fits one after the other into what was looked back on; half where it does so twenty
     * times.
     */
    LEARNED("learned mean") {
        @Override
        double of(double[] sorted) {
            return TRIMMED_MEAN.of(sorted);
        }
    };

    private final String words;

    Combination(String words) {
        this.words = words;
    }

    /** What people call it. */
    String words() {
        return words;
    }

    /** Combines forecasts of one step, which are sorted from the least to the greatest, all models alike. */
    abstract double of(double[] sorted);

    /** Combines paths step by step, all models alike. */
    double[] combine(double[][] paths) {
        double[] combined = new double[paths[0].length];
        double[] step = new double[paths.length];
        for (int h = 0; h < combined.length; h++) {
            for (int i = 0; i < paths.length; i++) {
                step[i] = paths[i][h];
            }
            Arrays.sort(step);
            combined[h] = of(step);
        }
        return combined;
    }
}
