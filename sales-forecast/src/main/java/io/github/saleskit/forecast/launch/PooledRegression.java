package io.github.saleskit.forecast.launch;

import io.github.saleskit.forecast.model.Forecast;
import io.github.saleskit.forecast.model.internal.QuantileGrid;
import io.github.saleskit.forecast.model.internal.SamplePaths;
import io.github.saleskit.forecast.model.internal.StudentScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What comes after a stretch by its shape: one ridge regression for all stretches, of which the strength of the ridge
 * is that by which each group of analogues is best forecast from the others.
 */
final class PooledRegression {

    /** The fewest stretches from which something can be learned and tried. */
    static final int FEWEST = 3;

    private static final int MOST_GROUPS = 10;
    /** From so many on the errors themselves say how they are spread. */
    private static final int ENOUGH = 40;
    /** In variances of the shape at one time; the last leaves the average alone. */
    private static final double[] RIDGES = {0.03, 0.1, 0.3, 1, 3, 10, Double.POSITIVE_INFINITY};

    private final double[][] shapes;
    private final double[][] outcomes;
    private final int[] groups;
    private final int groupCount;
    private final long independent;
    private final int horizon;
    private final boolean logarithms;
    private final double level;
    private double[][] errors = new double[0][];
    private double[] expected = new double[0];

    private PooledRegression(List<Stretch> stretches, Stretch history, int horizon, boolean logarithms) {
        this.horizon = horizon;
        this.logarithms = logarithms;
        level = history.level(logarithms);
        shapes = stretches.stream().map(each -> each.shape(logarithms)).toArray(double[][]::new);
        outcomes = stretches.stream().map(each -> each.outcome(logarithms)).toArray(double[][]::new);
        groups = groups(stretches);
        groupCount = Arrays.stream(groups).max().orElse(0) + 1;
        long analogues = stretches.stream().map(Stretch::id).distinct().count();
        independent = analogues < FEWEST ? stretches.size() : analogues;
    }

    /** Learns from stretches what comes after a history. */
    static PooledRegression of(List<Stretch> stretches, Stretch history, int horizon, boolean logarithms) {
        PooledRegression regression = new PooledRegression(stretches, history, horizon, logarithms);
        regression.learn(history.shape(logarithms));
        return regression;
    }

    /** All of an analogue in one group; where there are fewer than three analogues, each stretch in its own. */
    private static int[] groups(List<Stretch> stretches) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        stretches.forEach(each -> numbers.putIfAbsent(each.id(), numbers.size()));
        boolean byAnalogue = numbers.size() >= FEWEST;
        int[] groups = new int[stretches.size()];
        for (int i = 0; i < groups.length; i++) {
            int number = byAnalogue ? numbers.getOrDefault(stretches.get(i).id(), 0) : i;
            groups[i] = number % MOST_GROUPS;
        }
        return groups;
    }

    private void learn(double[] shape) {
        List<RegressionSums> parts = new ArrayList<>();
        for (int g = 0; g < groupCount; g++) {
            RegressionSums part = new RegressionSums(shape.length, horizon);
            for (int i = 0; i < groups.length; i++) {
                if (groups[i] == g) {
                    part.add(shapes[i], outcomes[i]);
                }
            }
            parts.add(part);
        }
        double least = Double.POSITIVE_INFINITY;
        double best = Double.POSITIVE_INFINITY;
        for (double ridge : shape.length < 2 ? new double[] {Double.POSITIVE_INFINITY} : RIDGES) {
            double[][] tried = errors(parts, ridge);
            double squares = squares(tried);
            if (errors.length == 0 || squares < least) {
                least = squares;
                best = ridge;
                errors = tried;
            }
        }
        expected = total(parts, -1).solve(best).expected(shape);
    }

    private static RegressionSums total(List<RegressionSums> parts, int without) {
        RegressionSums total = parts.get(0).empty();
        for (int g = 0; g < parts.size(); g++) {
            if (g != without) {
                total.add(parts.get(g));
            }
        }
        return total;
    }

    /** By how much each stretch is missed when its group is left out, by stretch and step. */
    private double[][] errors(List<RegressionSums> parts, double ridge) {
        double[][] missed = new double[shapes.length][];
        for (int g = 0; g < groupCount; g++) {
            RegressionSums others = total(parts, g).solve(ridge);
            for (int i = 0; i < shapes.length; i++) {
                if (groups[i] == g) {
                    double[] said = others.expected(shapes[i]);
                    double[] came = outcomes[i];
                    missed[i] = new double[horizon];
                    Arrays.setAll(missed[i], h -> came[h] - said[h]);
                }
            }
        }
        return missed;
    }

    private static double squares(double[][] errors) {
        return Arrays.stream(errors)
                .flatMapToDouble(Arrays::stream)
                .map(error -> error * error)
                .sum();
    }

    double[] mean() {
        double[] mean = new double[horizon];
        Arrays.setAll(mean, h -> back(expected[h]));
        return mean;
    }

    private double back(double beside) {
        return logarithms ? StrictMath.exp(level + beside) : level * (1 + beside);
    }

    /** By how much stretches are missed of what came, all of them and all steps together. */
    double relativeError() {
        double came = 0;
        for (double[] outcome : outcomes) {
            came += Arrays.stream(outcome).map(beside -> Math.abs(back(beside))).sum();
        }
        return came > 0 ? absoluteError(horizon) * horizon * outcomes.length / came : 0;
    }

    /** The mean of the absolute errors of the first steps, at the level of the history. */
    double absoluteError(int steps) {
        double missed = 0;
        for (int i = 0; i < errors.length; i++) {
            for (int h = 0; h < steps; h++) {
                missed += Math.abs(back(outcomes[i][h]) - back(outcomes[i][h] - errors[i][h]));
            }
        }
        return missed / errors.length / steps;
    }

    /** The standard deviation of the errors of the first step; of logarithms, so relative, where they are compared. */
    double deviation() {
        return deviations()[0] * (logarithms ? 1 : level);
    }

    /**
     * By the errors of each step, whose shape is that of all steps together, or of Student's t where there are too few
     * to say.
     */
    double[][] quantiles() {
        double[] deviations = deviations();
        double[] pooled = new double[errors.length * horizon];
        for (int i = 0; i < errors.length; i++) {
            for (int h = 0; h < horizon; h++) {
                pooled[i * horizon + h] = deviations[h] > 0 ? errors[i][h] / deviations[h] : 0;
            }
        }
        Arrays.sort(pooled);
        double[] levels = Forecast.levels();
        double[][] quantiles = new double[levels.length][horizon];
        for (int p = 0; p < levels.length; p++) {
            double score = independent < ENOUGH
                    ? StudentScores.of(QuantileGrid.score(p), independent - 1)
                    : SamplePaths.quantileOfSorted(pooled, levels[p]);
            for (int h = 0; h < horizon; h++) {
                quantiles[p][h] = back(expected[h] + score * deviations[h]);
            }
        }
        return quantiles;
    }

    private double[] deviations() {
        double[] deviations = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            for (double[] each : errors) {
                deviations[h] += each[h] * each[h] / errors.length;
            }
            deviations[h] = StrictMath.sqrt(deviations[h]);
        }
        return deviations;
    }
}
