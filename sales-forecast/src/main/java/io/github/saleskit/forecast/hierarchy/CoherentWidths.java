package io.github.saleskit.forecast.hierarchy;

import io.github.saleskit.forecast.model.Forecast;
import io.github.saleskit.forecast.model.internal.QuantileGrid;
import org.jspecify.annotations.Nullable;

/**
 * How far values stray from coherent forecasts.
 *
 * <p>Where errors of the past are known and the method is linear, the errors of the forecasts, as large as their
 * intervals say and as correlated as those of the past, are carried through the method; the shape of each node's
 * distribution stays. Else the widths stay those of the forecasts.
 */
final class CoherentWidths {

    private final SummingMatrix matrix;
    private final BaseForecasts base;
    private final double[] levels = Forecast.levels();
    private final double @Nullable [][] deviations;
    private final int[] keptAbove;
    private final double[][] coherent;

    private CoherentWidths(
            SummingMatrix matrix,
            BaseForecasts base,
            double @Nullable [][] deviations,
            int[] keptAbove,
            double[][] coherent) {
        this.matrix = matrix;
        this.base = base;
        this.deviations = deviations;
        this.keptAbove = keptAbove;
        this.coherent = coherent;
    }

    /**
     * Widths as they were. A bottom series without a forecast of its own strays in proportion to the node that was
     * distributed to it.
     *
     * @param keptAbove by bottom series the node that was distributed to it; empty where none was
     * @param coherent forecasts by node and step
     */
    static CoherentWidths own(SummingMatrix matrix, BaseForecasts base, int[] keptAbove, double[][] coherent) {
        return new CoherentWidths(matrix, base, null, keptAbove, coherent);
    }

    /** Widths through a linear rule. O(H T) projections and, for m nodes, m rows of it. */
    static CoherentWidths joint(SummingMatrix matrix, BaseForecasts base, LinearRule rule, ErrorSample sample) {
        double shrinkage = sample.shrinkage();
        double[][] variances = new double[matrix.nodes()][base.horizon()];
        addCommon(matrix, base, rule, sample, 1 - shrinkage, variances);
        addOwn(base, rule, sample, shrinkage, variances);
        for (double[] path : variances) {
            for (int h = 0; h < path.length; h++) {
                path[h] = StrictMath.sqrt(path[h]);
            }
        }
        return new CoherentWidths(matrix, base, variances, new int[0], new double[0][]);
    }

    private static void addCommon(
            SummingMatrix matrix,
            BaseForecasts base,
            LinearRule rule,
            ErrorSample sample,
            double share,
            double[][] variances) {
        double[] errors = new double[matrix.nodes()];
        for (int t = 0; t < sample.times(); t++) {
            double[] scores = sample.scores(t);
            for (int h = 0; h < base.horizon(); h++) {
                for (int i = 0; i < errors.length; i++) {
                    errors[i] = scores[i] * base.deviation(i, h);
                }
                double[] coherent = matrix.values(rule.bottom(errors));
                for (int i = 0; i < errors.length; i++) {
                    variances[i][h] += share * coherent[i] * coherent[i] / sample.times();
                }
            }
        }
    }

    private static void addOwn(
            BaseForecasts base, LinearRule rule, ErrorSample sample, double shrinkage, double[][] variances) {
        for (int i = 0; i < variances.length; i++) {
            double[] weights = rule.weights(i);
            for (int j = 0; j < weights.length; j++) {
                double share = (sample.deviation(j) > 0 ? shrinkage : 1) * weights[j] * weights[j];
                for (int h = 0; h < base.horizon() && share != 0; h++) {
                    double deviation = base.deviation(j, h);
                    variances[i][h] += share * deviation * deviation;
                }
            }
        }
    }

    boolean areJoint() {
        return deviations != null;
    }

    /** The quantiles of a node by level and step, around its coherent forecast. */
    double[][] quantiles(int node, double[] mean) {
        double[][] quantiles = offsets(node);
        for (double[] level : quantiles) {
            for (int h = 0; h < level.length; h++) {
                level[h] += mean[h];
            }
        }
        return quantiles;
    }

    /** How far each quantile lies from the forecast. */
    private double[][] offsets(int node) {
        Forecast forecast = base.forecast(node);
        double[][] offsets = new double[levels.length][];
        for (int p = 0; p < levels.length; p++) {
            offsets[p] = forecast == null ? new double[base.horizon()] : forecast.quantile(levels[p]);
            for (int h = 0; h < base.horizon() && forecast != null; h++) {
                offsets[p][h] -= base.mean(node)[h];
            }
        }
        if (deviations != null) {
            scale(node, deviations[node], offsets);
        } else if (forecast == null) {
            addBelow(node, offsets);
        }
        return offsets;
    }

    private void scale(int node, double[] wanted, double[][] offsets) {
        for (int h = 0; h < wanted.length; h++) {
            double own = base.deviation(node, h);
            for (int p = 0; p < levels.length; p++) {
                offsets[p][h] = own > 0 ? offsets[p][h] * wanted[h] / own : QuantileGrid.score(p) * wanted[h];
            }
        }
    }

    /** A node without a forecast of its own: as if all of its series strayed together. */
    private void addBelow(int node, double[][] offsets) {
        if (node >= matrix.sums()) {
            addShare(node, offsets);
            return;
        }
        SummingMatrix.Sum sum = matrix.sum(node);
        for (int i = 0; i < sum.series().length; i++) {
            double[][] below = offsets(matrix.sums() + sum.series()[i]);
            double weight = sum.weights()[i];
            for (int p = 0; p < levels.length; p++) {
                double[] level = below[weight > 0 ? p : levels.length - 1 - p];
                for (int h = 0; h < level.length; h++) {
                    offsets[p][h] += weight * level[h];
                }
            }
        }
    }

    private void addShare(int node, double[][] offsets) {
        int above = keptAbove[node - matrix.sums()];
        double[][] whole = offsets(above);
        for (int h = 0; h < base.horizon(); h++) {
            double total = coherent[above][h];
            double share = total == 0 ? 0 : Math.abs(coherent[node][h] / total);
            for (int p = 0; p < levels.length; p++) {
                offsets[p][h] += share * whole[p][h];
            }
        }
    }
}
