package io.github.saleskit.core.scorecard;

import java.util.Arrays;

/** How well figures put won before lost. */
final class Ranking {

    private Ranking() {}

    /**
     * The probability that a won example has a higher figure than a lost one, ties counted half; 0.5 without examples
     * of both.
     *
     * <p>O(n log n). Source: H. B. Mann and D. R. Whitney, 1947.
     */
    static double auc(double[] figures, byte[] won) {
        double[] wins = part(figures, won, 1);
        double[] losses = part(figures, won, 0);
        if (wins.length == 0 || losses.length == 0) {
            return .5;
        }
        double pairs = 0;
        int below = 0;
        int notAbove = 0;
        for (double figure : wins) {
            while (below < losses.length && losses[below] < figure) {
                below++;
            }
            notAbove = Math.max(notAbove, below);
            while (notAbove < losses.length && losses[notAbove] <= figure) {
                notAbove++;
            }
            pairs += (below + notAbove) / 2.0;
        }
        return pairs / wins.length / losses.length;
    }

    private static double[] part(double[] figures, byte[] won, int outcome) {
        double[] part = new double[figures.length];
        int n = 0;
        for (int i = 0; i < figures.length; i++) {
            if (won[i] == outcome) {
                part[n++] = figures[i] + 0.0;
            }
        }
        double[] sorted = Arrays.copyOf(part, n);
        Arrays.sort(sorted);
        return sorted;
    }
}
