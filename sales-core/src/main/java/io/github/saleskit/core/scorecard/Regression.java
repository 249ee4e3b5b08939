package io.github.saleskit.core.scorecard;

import io.github.saleskit.core.definition.WorkMeter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Logistic regression with a quadratic penalty, by limited-memory BFGS steps from a sampled Newton matrix.
 *
 * <p>An iteration costs a few passes over the codes; ten or so are enough. Source: J. Nocedal, "Updating quasi-Newton
 * matrices with limited storage", Mathematics of Computation 35 (1980), 773-782.
 */
final class Regression {

    private static final int MEMORY = 8;
    private static final int MOST_ITERATIONS = 40;
    private static final int MOST_SHORTENINGS = 12;
    private static final double SUFFICIENT = 1e-4;
    /**
     * Ten times as much took .01 of AUC from a model learned in order of time, whose figures fell short of the best
     * ones.
     */
    private static final double TOLERANCE = 1e-6;

    private final RegressionDesign design;
    private final CodedTable table;
    private final double @Nullable [] weights;
    private final Curvature curvature;
    private final JointColumns columns;

    /** Figures, then sums of residuals, of each column's codes. */
    private final double[][] tables;

    private final double[] residuals;
    private double[] coefficients;
    private double[] gradient;
    private double penalty;

    /**
     * A regression.
     *
     * @param others whether the values that are not known, taken together, are a value of their own
     * @param weights of the rows, or null when all weigh 1
     */
    Regression(CodedTable table, RegressionDesign.Form form, boolean others, double @Nullable [] weights) {
        this.table = table;
        this.weights = weights;
        design = new RegressionDesign(table, form, others);
        curvature = new Curvature(design, table, weights);
        tables = table.columns.stream().map(column -> new double[column.size]).toArray(double[][]::new);
        columns = table.joint();
        residuals = new double[table.rows];
        coefficients = new double[design.size];
        coefficients[0] = Logistic.logOdds(table.wins(), table.rows - (double) table.wins());
        gradient = new double[design.size];
    }

    /** Fits for a penalty, from where the last fit ended. */
    AdditiveModel fit(double newPenalty, WorkMeter meter) {
        penalty = newPenalty;
        curvature.factor(penalty);
        double loss = evaluate(coefficients, gradient);
        Steps steps = new Steps();
        for (int i = 0; i < MOST_ITERATIONS && meter.spend(1); i++) {
            double next = step(loss, steps);
            boolean done = !(loss - next > TOLERANCE * (1 + next));
            loss = Math.min(loss, next);
            if (done) {
                break;
            }
        }
        design.fill(coefficients, tables);
        return new AdditiveModel(
                coefficients[0], Arrays.stream(tables).map(double[]::clone).toArray(double[][]::new));
    }

    /** One step downhill; gives the loss there, or infinity where there is no way down. */
    private double step(double loss, Steps steps) {
        double[] direction = steps.direction(gradient);
        double slope = dot(direction, gradient);
        if (!(slope > 0)) {
            return Double.POSITIVE_INFINITY;
        }
        double[] there = new double[design.size];
        double[] gradientThere = new double[design.size];
        double length = 1;
        for (int i = 0; i < MOST_SHORTENINGS; i++) {
            for (int k = 0; k < there.length; k++) {
                there[k] = coefficients[k] - length * direction[k];
            }
            double lossThere = evaluate(there, gradientThere);
            if (lossThere <= loss - SUFFICIENT * length * slope) {
                steps.remember(coefficients, there, gradient, gradientThere);
                coefficients = there;
                gradient = gradientThere;
                return lossThere;
            }
            length *= .4;
        }
        return Double.POSITIVE_INFINITY;
    }

    private double evaluate(double[] at, double[] into) {
        design.fill(at, tables);
        Arrays.fill(residuals, at[0]);
        columns.addFigures(tables, residuals);
        Arrays.fill(into, 0);
        double loss = toResiduals(into);
        columns.sumByCode(residuals, tables);
        design.gather(tables, into);
        for (int k = 1; k < at.length; k++) {
            loss += penalty / 2 * at[k] * at[k];
            into[k] += penalty * at[k];
        }
        return loss;
    }

    /** Turns log-odds into residuals; gives the loss. */
    private double toResiduals(double[] into) {
        double loss = 0;
        double sum = 0;
        double product = 1;
        double weightOfProduct = 1;
        for (int i = 0; i < residuals.length; i++) {
            double z = residuals[i];
            double weight = weights == null ? 1 : weights[i];
            if (product > 1e200 || weight != weightOfProduct) {
                loss += weightOfProduct * StrictMath.log(product);
                product = 1;
                weightOfProduct = weight;
            }
            double small = Logistic.exp(-Math.abs(z));
            double probability = z >= 0 ? 1 / (1 + small) : small / (1 + small);
            boolean right = (z >= 0) == (table.won[i] == 1);
            product *= 1 + small;
            loss += right ? 0 : weight * Math.abs(z);
            residuals[i] = weight * (probability - table.won[i]);
            sum += residuals[i];
        }
        into[0] = sum;
        return loss + weightOfProduct * StrictMath.log(product);
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** The last steps, from which the change of the curvature is guessed. */
    private final class Steps {
        private final double[][] moves = new double[MEMORY][];
        private final double[][] turns = new double[MEMORY][];
        private final double[] scales = new double[MEMORY];
        private int count;

        void remember(double[] from, double[] to, double[] gradientFrom, double[] gradientTo) {
            double[] move = difference(to, from);
            double[] turn = difference(gradientTo, gradientFrom);
            double product = dot(move, turn);
            if (product > 0) {
                int slot = count++ % MEMORY;
                moves[slot] = move;
                turns[slot] = turn;
                scales[slot] = 1 / product;
            }
        }

        private double[] difference(double[] a, double[] b) {
            double[] difference = new double[a.length];
            for (int i = 0; i < a.length; i++) {
                difference[i] = a[i] - b[i];
            }
            return difference;
        }

        double[] direction(double[] gradientHere) {
            double[] q = gradientHere.clone();
            double[] factors = new double[MEMORY];
            int oldest = Math.max(0, count - MEMORY);
            for (int k = count - 1; k >= oldest; k--) {
                int slot = k % MEMORY;
                factors[slot] = scales[slot] * dot(moves[slot], q);
                add(-factors[slot], turns[slot], q);
            }
            double[] direction = curvature.solve(q);
            for (int k = oldest; k < count; k++) {
                int slot = k % MEMORY;
                add(factors[slot] - scales[slot] * dot(turns[slot], direction), moves[slot], direction);
            }
            return direction;
        }

        private void add(double factor, double[] from, double[] to) {
            for (int i = 0; i < to.length; i++) {
                to[i] += factor * from[i];
            }
        }
    }
}
