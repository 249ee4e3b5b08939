package io.github.saleskit.forecast.hierarchy;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.statistics.StandardNormal;
import io.github.saleskit.forecast.model.Forecast;
import io.github.saleskit.forecast.model.internal.QuantileGrid;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws futures of all nodes: errors of one past period for all nodes at once, as surprises that last as much as the
 * intervals widen with the horizon, at the quantile of the node's distribution that their size means.
 *
 * <p>If the variance at step h is {@code v_h}, a surprise counts {@code sqrt((v_(j+1) - v_j) / v_1)} of itself j steps
 * later, as for exponential smoothing, so that the variances are those of the intervals. Source of drawing all nodes at
 * once: M. Clark, S. Gangopadhyay, L. Hay, B. Rajagopalan, R. Wilby, The Schaake shuffle, 2004.
 */
final class PathDraws {

    private static final int LEVELS = 1 << 30;

    private final HierarchySums sums;
    private final BaseForecasts base;
    private final ErrorSample sample;
    private final double[][] lasting;
    private final double[][][] quantiles;

    PathDraws(HierarchySums sums, BaseForecasts base, ErrorSample sample) {
        this.sums = sums;
        this.base = base;
        this.sample = sample;
        int nodes = sums.nodes().size();
        lasting = new double[nodes][];
        quantiles = new double[nodes][][];
        for (int i = 0; i < nodes; i++) {
            lasting[i] = lasting(i);
            Forecast forecast = requireNonNull(base.forecast(i));
            quantiles[i] = Arrays.stream(Forecast.levels())
                    .mapToObj(forecast::quantile)
                    .toArray(double[][]::new);
        }
    }

    /** How much of a surprise is left so many steps later. */
    private double[] lasting(int node) {
        double[] left = new double[base.horizon()];
        left[0] = 1;
        double first = base.deviation(node, 0);
        double widest = first;
        for (int j = 1; j < left.length && first > 0; j++) {
            double next = Math.max(widest, base.deviation(node, j));
            left[j] = StrictMath.sqrt((next - widest) * (next + widest)) / first;
            widest = next;
        }
        return left;
    }

    /** Reconciled values by draw, step and bottom series. */
    double[][][] draw(CoherentRule rule, int draws, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][][] bottom = new double[draws][base.horizon()][];
        double[][] surprises = new double[base.horizon()][];
        for (double[][] future : bottom) {
            for (int h = 0; h < surprises.length; h++) {
                surprises[h] = surprises(random);
            }
            for (int h = 0; h < surprises.length; h++) {
                future[h] = rule.bottom(step(h, surprises));
            }
        }
        return bottom;
    }

    /** Those of a past period; of nodes that never erred, or of which too little is known, independent normal ones. */
    private double[] surprises(SplittableRandom random) {
        double[] surprises = sample.scores(random.nextInt(sample.times())).clone();
        for (int i = 0; i < surprises.length; i++) {
            if (sample.deviation(i) == 0 && base.deviation(i, 0) > 0) {
                surprises[i] = StandardNormal.quantile((random.nextInt(LEVELS) + 0.5) / LEVELS);
            }
        }
        return surprises;
    }

    private double[] step(int step, double[][] surprises) {
        double[] values = new double[sums.nodes().size()];
        for (int i = 0; i < values.length; i++) {
            double sum = 0;
            double squares = 0;
            for (int j = 0; j <= step; j++) {
                sum += lasting[i][j] * surprises[step - j][i];
                squares += lasting[i][j] * lasting[i][j];
            }
            values[i] = QuantileGrid.at(quantiles[i], step, sum / StrictMath.sqrt(squares));
        }
        return values;
    }
}
