package io.github.saleskit.forecast.model.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The search for the parameters of an ARIMA model; mutable, for one thread.
 *
 * <p>Levenberg's and Marquardt's steps on exact derivatives, which are filtered series themselves: O(n) for each
 * parameter and step.
 */
final class ArimaSearch {

    private static final int MOST_STEPS = 14;
    private static final double TOLERANCE = 1e-5;
    /** Partial autocorrelations of each polynomial stay below this. */
    private static final double NEAREST_TO_UNIT_ROOT = 0.985;

    private final ArimaOrder order;
    private final int m;
    private final int n;
    private final int k;
    private final int thetaAt;
    private final int seasonalPhiAt;
    private final int seasonalThetaAt;
    private final double[] w;
    private final double scale;
    private final double[] z;
    private final double[][] columns;
    private double[] point;
    private double[] residual;
    private double squares;

    ArimaSearch(ArimaOrder order, int m, double[] w) {
        this.order = order;
        this.m = m;
        this.w = w;
        n = w.length;
        k = order.parameters();
        thetaAt = order.p();
        seasonalPhiAt = thetaAt + order.q();
        seasonalThetaAt = seasonalPhiAt + order.seasonalP();
        double sum = 0;
        for (double value : w) {
            sum += value * value;
        }
        scale = sum > 0 ? StrictMath.sqrt(sum / n) : 1;
        z = new double[n];
        columns = new double[k][];
        point = new double[k];
        residual = new double[n];
    }

    void begin(@Nullable ArimaFit near) {
        if (near == null) {
            Arrays.fill(point, 0, Math.min(1, order.p()), 0.2);
            Arrays.fill(point, thetaAt, thetaAt + Math.min(1, order.q()), -0.2);
            Arrays.fill(point, seasonalPhiAt, seasonalPhiAt + Math.min(1, order.seasonalP()), 0.1);
            Arrays.fill(point, seasonalThetaAt, seasonalThetaAt + Math.min(1, order.seasonalQ()), -0.3);
        } else {
            copy(near, 0, near.order().p(), 0, order.p());
            copy(near, near.order().p(), near.order().q(), thetaAt, order.q());
            int at = near.order().p() + near.order().q();
            copy(near, at, near.order().seasonalP(), seasonalPhiAt, order.seasonalP());
            copy(near, at + near.order().seasonalP(), near.order().seasonalQ(), seasonalThetaAt, order.seasonalQ());
        }
        if (order.constant()) {
            point[k - 1] = Arrays.stream(w).sum() / n / scale;
        }
        squares = evaluate(point, residual);
        if (!Double.isFinite(squares)) {
            double mean = order.constant() ? point[k - 1] : 0;
            Arrays.fill(point, 0);
            if (order.constant()) {
                point[k - 1] = mean;
            }
            squares = evaluate(point, residual);
        }
    }

    private void copy(ArimaFit near, int from, int there, int to, int here) {
        System.arraycopy(near.parameters(), from, point, to, Math.min(there, here));
    }

    void run() {
        double damping = 1e-3;
        double[] trialResidual = new double[n];
        for (int step = 0; step < MOST_STEPS && k > 0; step++) {
            differentiate();
            double before = squares;
            double[][] normal = normalMatrix();
            double[] gradient = gradient();
            boolean better = false;
            for (int attempt = 0; attempt < 6 && !better; attempt++) {
                double[] trial = trial(normal, gradient, damping);
                double value = trial == null ? Double.POSITIVE_INFINITY : evaluate(trial, trialResidual);
                if (trial != null && value < squares) {
                    point = trial;
                    double[] spare = residual;
                    residual = trialResidual;
                    trialResidual = spare;
                    squares = value;
                    damping = Math.max(1e-8, damping * 0.1);
                    better = true;
                } else {
                    damping *= 10;
                }
            }
            if (!better || before - squares < TOLERANCE * before) {
                break;
            }
        }
        evaluate(point, residual);
    }

    private double @Nullable [] trial(double[][] normal, double[] gradient, double damping) {
        double[][] matrix = new double[k][k];
        for (int i = 0; i < k; i++) {
            matrix[i] = normal[i].clone();
            matrix[i][i] += damping * (normal[i][i] + 1e-10);
        }
        double[] step = Cholesky.solve(matrix, gradient);
        if (step == null) {
            return null;
        }
        double[] trial = point.clone();
        for (int i = 0; i < k; i++) {
            trial[i] -= step[i];
        }
        return trial;
    }

    private double evaluate(double[] at, double[] into) {
        if (!isStable(at)) {
            return Double.POSITIVE_INFINITY;
        }
        double mean = order.constant() ? at[k - 1] : 0;
        for (int t = 0; t < n; t++) {
            z[t] = w[t] / scale - mean;
        }
        double[] u = forward(z, at, 0, order.p(), 1);
        u = forward(u, at, seasonalPhiAt, order.seasonalP(), m);
        u = invert(u, at, thetaAt, order.q(), 1);
        u = invert(u, at, seasonalThetaAt, order.seasonalQ(), m);
        double sum = 0;
        for (int t = 0; t < n; t++) {
            into[t] = u[t];
            sum += u[t] * u[t];
        }
        return Double.isFinite(sum) ? sum : Double.POSITIVE_INFINITY;
    }

    private boolean isStable(double[] at) {
        return hasSmallPartials(at, 0, order.p(), 1)
                && hasSmallPartials(at, thetaAt, order.q(), -1)
                && hasSmallPartials(at, seasonalPhiAt, order.seasonalP(), 1)
                && hasSmallPartials(at, seasonalThetaAt, order.seasonalQ(), -1);
    }

    /** J. Durbin, N. Levinson: stable if all partial autocorrelations lie within -1 and 1. */
    private static boolean hasSmallPartials(double[] at, int from, int terms, int sign) {
        double[] a = new double[terms];
        for (int i = 0; i < terms; i++) {
            a[i] = sign * at[from + i];
        }
        for (int size = terms; size > 0; size--) {
            double r = a[size - 1];
            if (!(Math.abs(r) < NEAREST_TO_UNIT_ROOT)) {
                return false;
            }
            double[] b = new double[size - 1];
            for (int i = 0; i < size - 1; i++) {
                b[i] = (a[i] + r * a[size - 2 - i]) / (1 - r * r);
            }
            a = b;
        }
        return true;
    }

    private static double[] forward(double[] x, double[] at, int from, int terms, int lag) {
        if (terms == 0) {
            return x;
        }
        double[] out = x.clone();
        for (int i = 1; i <= terms; i++) {
            double c = at[from + i - 1];
            for (int t = i * lag; t < x.length; t++) {
                out[t] -= c * x[t - i * lag];
            }
        }
        return out;
    }

    private static double[] invert(double[] x, double[] at, int from, int terms, int lag) {
        if (terms == 0) {
            return x;
        }
        double[] out = x.clone();
        for (int t = lag; t < out.length; t++) {
            for (int i = 1; i <= terms && i * lag <= t; i++) {
                out[t] -= at[from + i - 1] * out[t - i * lag];
            }
        }
        return out;
    }

    /** Derivatives of the errors; each is a filtered series, shifted. */
    private void differentiate() {
        if (order.q() > 0) {
            shift(invert(residual, point, thetaAt, order.q(), 1), thetaAt, order.q(), 1);
        }
        if (order.seasonalQ() > 0) {
            shift(
                    invert(residual, point, seasonalThetaAt, order.seasonalQ(), m),
                    seasonalThetaAt,
                    order.seasonalQ(),
                    m);
        }
        double mean = order.constant() ? point[k - 1] : 0;
        for (int t = 0; t < n; t++) {
            z[t] = w[t] / scale - mean;
        }
        if (order.p() > 0) {
            shift(inverted(forward(z, point, seasonalPhiAt, order.seasonalP(), m)), 0, order.p(), 1);
        }
        if (order.seasonalP() > 0) {
            shift(inverted(forward(z, point, 0, order.p(), 1)), seasonalPhiAt, order.seasonalP(), m);
        }
        if (order.constant()) {
            double[] ones = new double[n];
            Arrays.fill(ones, -1);
            ones = forward(ones, point, 0, order.p(), 1);
            columns[k - 1] = inverted(forward(ones, point, seasonalPhiAt, order.seasonalP(), m));
        }
    }

    private double[] inverted(double[] x) {
        return invert(invert(x, point, thetaAt, order.q(), 1), point, seasonalThetaAt, order.seasonalQ(), m);
    }

    private void shift(double[] series, int at, int terms, int lag) {
        for (int i = 1; i <= terms; i++) {
            double[] column = new double[n];
            for (int t = i * lag; t < n; t++) {
                column[t] = -series[t - i * lag];
            }
            columns[at + i - 1] = column;
        }
    }

    private double[][] normalMatrix() {
        double[][] normal = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int t = 0; t < n; t++) {
                    sum += columns[i][t] * columns[j][t];
                }
                normal[i][j] = sum;
                normal[j][i] = sum;
            }
        }
        return normal;
    }

    private double[] gradient() {
        double[] gradient = new double[k];
        for (int i = 0; i < k; i++) {
            for (int t = 0; t < n; t++) {
                gradient[i] += columns[i][t] * residual[t];
            }
        }
        return gradient;
    }

    /** The values that are explained: the differences of the series. */
    double[] differences() {
        return w;
    }

    /** The parameters that were found. */
    double[] point() {
        return point;
    }

    /** What the errors were divided by. */
    double scale() {
        return scale;
    }

    /** The one-step errors, scaled. */
    double[] residual() {
        return residual;
    }

    /** The sum of their squares; infinite where no stable fit was found. */
    double squares() {
        return squares;
    }
}
