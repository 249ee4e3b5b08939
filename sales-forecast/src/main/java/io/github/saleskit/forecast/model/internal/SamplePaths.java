package io.github.saleskit.forecast.model.internal;

import io.github.saleskit.core.statistics.StandardNormal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Futures whose values at each step are spread exactly as the quantiles of a forecast say, and which hang together from
 * step to step as those of simple exponential smoothing: the more, the faster the uncertainty grows with the horizon.
 *
 * <p>O(H N log N) for N paths of H steps. Source of the ordering: R. L. Iman, W. J. Conover, A distribution-free
 * approach to inducing rank correlation among input variables, 1982.
 */
public final class SamplePaths {

    private SamplePaths() {}

    /** Values by path and step. */
    public static double[][] of(double[][] quantiles, int count, long seed) {
        int horizon = quantiles[0].length;
        double weight = weight(quantiles, horizon);
        double[][] drawn = new double[horizon][count];
        NormalSource source = new NormalSource(seed);
        for (int i = 0; i < count; i++) {
            double level = 0;
            for (int h = 0; h < horizon; h++) {
                double surprise = source.next();
                drawn[h][i] = level + surprise;
                level += weight * surprise;
            }
        }
        double[][] paths = new double[count][horizon];
        double[] scores = scores(count);
        for (int h = 0; h < horizon; h++) {
            double[] step = drawn[h];
            int[] order = IntStream.range(0, count)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> step[i]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            for (int rank = 0; rank < count; rank++) {
                paths[order[rank]][h] = QuantileGrid.at(quantiles, h, scores[rank]);
            }
        }
        return paths;
    }

    private static double[] scores(int count) {
        return IntStream.range(0, count)
                .mapToDouble(rank -> 2 * rank + 1 == count ? 0 : StandardNormal.quantile((rank + 0.5) / count))
                .toArray();
    }

    /**
     * By how much a surprise moves the level for ever, from 0 to 1: its square is the growth of the variance a step.
     */
    static double weight(double[][] quantiles, int horizon) {
        double first = QuantileGrid.deviation(quantiles, 0);
        double last = IntStream.range(horizon - Math.max(1, horizon / 3), horizon)
                .mapToDouble(h -> QuantileGrid.deviation(quantiles, h))
                .average()
                .orElse(0);
        double middle = Math.max(1, horizon - (1 + Math.max(1, horizon / 3)) / 2.0);
        double growth = first > 0 && horizon > 1 ? (last * last / (first * first) - 1) / middle : 0;
        return StrictMath.sqrt(Math.max(0, Math.min(1, growth)));
    }

    /**
     * Quantiles by level and step.
     *
     * @param values by step and path; sorted here
     */
    public static double[][] quantiles(double[][] values) {
        double[][] quantiles = new double[QuantileGrid.size()][values.length];
        for (int h = 0; h < values.length; h++) {
            Arrays.sort(values[h]);
            for (int i = 0; i < quantiles.length; i++) {
                quantiles[i][h] = quantileOfSorted(values[h], QuantileGrid.level(i));
            }
        }
        return quantiles;
    }

    /** Between the two sorted numbers next to it. */
    public static double quantileOfSorted(double[] sorted, double level) {
        double place = level * sorted.length - 0.5;
        int below = Math.max(0, Math.min(sorted.length - 1, (int) Math.floor(place)));
        double share = Math.max(0, Math.min(1, place - below));
        return sorted[below] + share * (sorted[Math.min(sorted.length - 1, below + 1)] - sorted[below]);
    }
}
