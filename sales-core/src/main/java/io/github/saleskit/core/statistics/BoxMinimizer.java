package io.github.saleskit.core.statistics;

import java.util.Arrays;

/**
 * Finds a local minimum of a smooth function of a few dozen variables within lower and upper bounds.
 *
 * <p>Projected quasi-Newton: the inverse Hessian is approximated by BFGS updates over the variables that are not held
 * at a bound, and each step is projected into the box and shortened until it decreases the function enough. A point
 * where the function is not finite counts as too high. An iteration costs O(n²) besides the function.
 *
 * <p>Source: D. P. Bertsekas, Projected Newton methods for optimization problems with simple constraints, 1982.
 *
 * <p>Deterministic. Immutable and thread-safe.
 */
public final class BoxMinimizer {

    private static final double SUFFICIENT = 1e-4;
    private static final int MOST_HALVINGS = 40;

    private final double tolerance;
    private final int mostEvaluations;

    /**
     * A minimiser.
     *
     * @param tolerance ends when an iteration decreases the function by less than this, twice in a row; above 0
     * @param mostEvaluations ends after so many evaluations at the latest, at least 1
     */
    public BoxMinimizer(double tolerance, int mostEvaluations) {
        if (!(tolerance > 0)) {
            throw new IllegalArgumentException("tolerance is " + tolerance + ", but must be above 0.");
        }
        if (mostEvaluations < 1) {
            throw new IllegalArgumentException("mostEvaluations is " + mostEvaluations + ", but must be at least 1.");
        }
        this.tolerance = tolerance;
        this.mostEvaluations = mostEvaluations;
    }

    /** A function with its gradient. */
    @FunctionalInterface
    public interface SmoothFunction {
        /**
         * The value at a point; anything that is not finite says that the point is not allowed.
         *
         * @param point not to be changed or kept
         * @param gradient to be filled with the partial derivatives
         */
        double valueAt(double[] point, double[] gradient);
    }

    /**
     * Where the search ended.
     *
     * @param point the best point found; the caller's own copy
     * @param value the function there
     * @param evaluations how often the function was evaluated
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    public record Minimum(double[] point, double value, int evaluations) {}

    /**
     * Searches from a start.
     *
     * @param function what to minimise
     * @param start where to begin; moved into the box; the function must be finite there
     * @param lower lower bounds, {@link Double#NEGATIVE_INFINITY} for none
     * @param upper upper bounds, {@link Double#POSITIVE_INFINITY} for none
     * @throws IllegalArgumentException when the lengths differ or a lower bound lies above the upper one
     */
    public Minimum minimize(SmoothFunction function, double[] start, double[] lower, double[] upper) {
        requireBox(start, lower, upper);
        return new Search(function, start, lower, upper).run();
    }

    private static void requireBox(double[] start, double[] lower, double[] upper) {
        if (start.length != lower.length || start.length != upper.length) {
            throw new IllegalArgumentException("start, lower and upper have " + start.length + ", " + lower.length
                    + " and " + upper.length + " numbers, but must have equally many.");
        }
        for (int i = 0; i < lower.length; i++) {
            if (!(lower[i] <= upper[i])) {
                throw new IllegalArgumentException("lower[" + i + "] is " + lower[i] + ", which is not at most upper["
                        + i + "], " + upper[i] + ".");
            }
        }
    }

    private final class Search {
        private final SmoothFunction function;
        private final double[] lower;
        private final double[] upper;
        private final int n;
        private final double[][] inverse;
        private final boolean[] held;
        private double[] point;
        private double[] gradient;
        private double[] trial;
        private double[] trialGradient;
        private final double[] direction;
        private double value;
        private int evaluations;
        private boolean fresh;

        Search(SmoothFunction function, double[] start, double[] lower, double[] upper) {
            this.function = function;
            this.lower = lower;
            this.upper = upper;
            n = start.length;
            inverse = new double[n][n];
            held = new boolean[n];
            point = start.clone();
            gradient = new double[n];
            trial = new double[n];
            trialGradient = new double[n];
            direction = new double[n];
        }

        Minimum run() {
            for (int i = 0; i < n; i++) {
                point[i] = clamp(i, point[i]);
            }
            value = evaluate(point, gradient);
            restart();
            int idle = 0;
            double valueAtRestart = Double.POSITIVE_INFINITY;
            while (evaluations < mostEvaluations && Double.isFinite(value)) {
                if (idle == 2) {
                    // Steps that bounds cut short also gain nothing: believe it only after a look along the gradient.
                    if (valueAtRestart - value < tolerance) {
                        break;
                    }
                    valueAtRestart = value;
                    idle = 0;
                    restart();
                }
                double before = value;
                hold();
                if (!step()) {
                    if (fresh) {
                        break;
                    }
                    restart();
                    continue;
                }
                idle = before - value < tolerance ? idle + 1 : 0;
            }
            return new Minimum(point, value, evaluations);
        }

        private double clamp(int i, double x) {
            return Math.max(lower[i], Math.min(upper[i], x));
        }

        private double evaluate(double[] at, double[] into) {
            evaluations++;
            double result = function.valueAt(at, into);
            return Double.isFinite(result) ? result : Double.POSITIVE_INFINITY;
        }

        private void restart() {
            for (int i = 0; i < n; i++) {
                Arrays.fill(inverse[i], 0);
                inverse[i][i] = 1;
            }
            fresh = true;
        }

        /** Holds the variables that stand at a bound and would be pushed beyond it. */
        private void hold() {
            for (int i = 0; i < n; i++) {
                held[i] = (point[i] <= lower[i] && gradient[i] > 0) || (point[i] >= upper[i] && gradient[i] < 0);
            }
        }

        /** One step along the quasi-Newton direction; whether it led downhill. */
        private boolean step() {
            double slope = aim();
            if (!(slope < 0)) {
                return false;
            }
            double length = fresh ? Math.min(1, 0.1 / norm(direction)) : 1;
            for (int halving = 0; halving < MOST_HALVINGS && evaluations < mostEvaluations; halving++) {
                double promised = move(length);
                double reached = evaluate(trial, trialGradient);
                if (reached <= value + SUFFICIENT * promised && promised < 0) {
                    accept(reached);
                    return true;
                }
                length *= halving < 3 ? 0.4 : 0.1;
            }
            return false;
        }

        private double aim() {
            double slope = 0;
            for (int i = 0; i < n; i++) {
                double sum = 0;
                for (int j = 0; j < n && !held[i]; j++) {
                    sum -= held[j] ? 0 : inverse[i][j] * gradient[j];
                }
                direction[i] = sum;
                slope += sum * gradient[i];
            }
            return slope;
        }

        /** Goes to the trial point; gives the change that the gradient promises. */
        private double move(double length) {
            double promised = 0;
            for (int i = 0; i < n; i++) {
                trial[i] = clamp(i, point[i] + length * direction[i]);
                promised += gradient[i] * (trial[i] - point[i]);
            }
            return promised;
        }

        private void accept(double reached) {
            learn();
            double[] spare = point;
            point = trial;
            trial = spare;
            spare = gradient;
            gradient = trialGradient;
            trialGradient = spare;
            value = reached;
        }

        /** The BFGS update from the step just made. */
        private void learn() {
            double[] moved = new double[n];
            double[] turned = new double[n];
            for (int i = 0; i < n; i++) {
                moved[i] = trial[i] - point[i];
                turned[i] = held[i] ? 0 : trialGradient[i] - gradient[i];
            }
            double curvature = dot(moved, turned);
            if (!(curvature > 1e-10 * norm(moved) * norm(turned))) {
                return;
            }
            if (fresh) {
                scale(curvature / dot(turned, turned));
                fresh = false;
            }
            update(moved, turned, curvature);
        }

        private void scale(double factor) {
            for (int i = 0; i < n; i++) {
                inverse[i][i] = factor;
            }
        }

        private void update(double[] moved, double[] turned, double curvature) {
            double[] image = new double[n];
            for (int i = 0; i < n; i++) {
                image[i] = dot(inverse[i], turned);
            }
            double factor = (1 + dot(turned, image) / curvature) / curvature;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    inverse[i][j] +=
                            factor * moved[i] * moved[j] - (image[i] * moved[j] + moved[i] * image[j]) / curvature;
                }
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(double[] a) {
        return StrictMath.sqrt(dot(a, a));
    }
}
