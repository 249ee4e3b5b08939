package io.github.saleskit.core.staffing;

/**
 * The ratio of two sums over stretches of a run, corrected by what controls of mean zero explain.
 *
 * <p>Least squares over the stretches; the standard error is that of the residuals.
 */
final class ControlledRatio {

    /** Passes that let the coefficients and the ratio agree. */
    private static final int PASSES = 3;

    /** Keeps the equations solvable where controls are the same. */
    private static final double RIDGE = 1e-9;

    private final double[][] sums;
    private final int count;
    private final int figure;
    private final double time;
    private final double[] scales;

    ControlledRatio(double[][] sums, int count, int figure) {
        this.sums = sums;
        this.count = count;
        this.figure = figure;
        double total = 0;
        for (int i = 0; i < count; i++) {
            total += sums[i][QueueFigures.TIME];
        }
        this.time = total;
        this.scales = scales();
    }

    private double[] scales() {
        double[] squares = new double[ControlBasis.SIZE];
        for (int k = 0; k < squares.length; k++) {
            for (int i = 0; i < count; i++) {
                squares[k] += control(i, k) * control(i, k);
            }
            squares[k] = squares[k] == 0 ? 1 : Math.sqrt(squares[k]);
        }
        return squares;
    }

    private double control(int i, int k) {
        return sums[i][QueueFigures.CONTROLS + k];
    }

    Estimate estimate() {
        double ratio = corrected(new double[ControlBasis.SIZE]);
        double[] coefficients = {};
        for (int pass = 0; pass < PASSES; pass++) {
            coefficients = coefficients(ratio);
            ratio = corrected(coefficients);
        }
        double squares = 0;
        for (int i = 0; i < count; i++) {
            double residual = residual(i, ratio, coefficients);
            squares += residual * residual;
        }
        return new Estimate(ratio, Math.sqrt(squares * count / (count - ControlBasis.SIZE - 1)) / time);
    }

    private double corrected(double[] coefficients) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += residual(i, 0, coefficients);
        }
        return sum / time;
    }

    private double residual(int i, double ratio, double[] coefficients) {
        double residual = sums[i][figure] - ratio * sums[i][QueueFigures.TIME];
        for (int k = 0; k < ControlBasis.SIZE; k++) {
            residual -= coefficients[k] * control(i, k);
        }
        return residual;
    }

    private double[] coefficients(double ratio) {
        double[][] equations = equations(ratio);
        for (int i = 0; i < ControlBasis.SIZE; i++) {
            for (int j = i + 1; j < ControlBasis.SIZE; j++) {
                double factor = equations[j][i] / equations[i][i];
                for (int k = i; k <= ControlBasis.SIZE; k++) {
                    equations[j][k] -= factor * equations[i][k];
                }
            }
        }
        return solved(equations);
    }

    /** The normal equations, the right-hand side as the last column. */
    private double[][] equations(double ratio) {
        double[][] equations = new double[ControlBasis.SIZE][ControlBasis.SIZE + 1];
        for (int k = 0; k < ControlBasis.SIZE; k++) {
            equations[k][k] = RIDGE;
            for (int i = 0; i < count; i++) {
                double scaled = control(i, k) / scales[k];
                for (int other = 0; other < ControlBasis.SIZE; other++) {
                    equations[k][other] += scaled * control(i, other) / scales[other];
                }
                equations[k][ControlBasis.SIZE] += scaled * (sums[i][figure] - ratio * sums[i][QueueFigures.TIME]);
            }
        }
        return equations;
    }

    private double[] solved(double[][] triangle) {
        double[] x = new double[ControlBasis.SIZE];
        for (int i = ControlBasis.SIZE - 1; i >= 0; i--) {
            double rest = triangle[i][ControlBasis.SIZE];
            for (int j = i + 1; j < ControlBasis.SIZE; j++) {
                rest -= triangle[i][j] * x[j];
            }
            x[i] = rest / triangle[i][i];
        }
        for (int k = 0; k < ControlBasis.SIZE; k++) {
            x[k] /= scales[k];
        }
        return x;
    }
}
