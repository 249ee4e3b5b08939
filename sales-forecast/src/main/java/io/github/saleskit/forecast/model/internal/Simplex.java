package io.github.saleskit.forecast.model.internal;

import java.util.function.DoubleBinaryOperator;

/** The simplex search of J. A. Nelder, R. Mead, 1965, over two variables. */
final class Simplex {

    private static final double TOLERANCE = 1e-5;

    private final DoubleBinaryOperator function;
    private final double[][] corners = new double[3][];

    private Simplex(DoubleBinaryOperator function) {
        this.function = function;
    }

    /** The best point found with at most so many evaluations; the function must be finite at the start. */
    static double[] minimize(DoubleBinaryOperator function, double x, double y, double size, int most) {
        return new Simplex(function).search(x, y, size, most);
    }

    private double[] point(double x, double y) {
        return new double[] {x, y, function.applyAsDouble(x, y)};
    }

    private double[] search(double x, double y, double size, int most) {
        corners[0] = point(x, y);
        corners[1] = point(x + size, y);
        corners[2] = point(x, y + 0.3 * size);
        for (int trials = 3; trials < most; trials += 2) {
            java.util.Arrays.sort(corners, (a, b) -> Double.compare(a[2], b[2]));
            if (corners[2][2] - corners[0][2] <= TOLERANCE * Math.abs(corners[0][2])) {
                break;
            }
            step();
        }
        java.util.Arrays.sort(corners, (a, b) -> Double.compare(a[2], b[2]));
        return new double[] {corners[0][0], corners[0][1]};
    }

    private void step() {
        double[] reflected = along(2);
        if (reflected[2] < corners[0][2]) {
            double[] expanded = along(3);
            corners[2] = expanded[2] < reflected[2] ? expanded : reflected;
        } else if (reflected[2] < corners[1][2]) {
            corners[2] = reflected;
        } else {
            double[] contracted = along(reflected[2] < corners[2][2] ? 1.5 : 0.5);
            if (contracted[2] < Math.min(reflected[2], corners[2][2])) {
                corners[2] = contracted;
            } else {
                shrink();
            }
        }
    }

    /** From the worst corner through the middle of the two others: 1 is that middle, 2 the mirror image. */
    private double[] along(double factor) {
        double x = (corners[0][0] + corners[1][0]) / 2;
        double y = (corners[0][1] + corners[1][1]) / 2;
        return point(corners[2][0] + factor * (x - corners[2][0]), corners[2][1] + factor * (y - corners[2][1]));
    }

    private void shrink() {
        for (int i = 1; i < 3; i++) {
            corners[i] = point((corners[0][0] + corners[i][0]) / 2, (corners[0][1] + corners[i][1]) / 2);
        }
    }
}
