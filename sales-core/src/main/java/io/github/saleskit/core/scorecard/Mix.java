package io.github.saleskit.core.scorecard;

import io.github.saleskit.core.statistics.BoxMinimizer;
import java.util.Arrays;

/** How much of each of several predictions gives the best one: an intercept, and weights that are not negative. */
final class Mix {

    /** How many examples the belief is worth that the predictions count equally and are right as they are. */
    private static final double BELIEF = 10;

    private static final double MOST = 2;
    private static final double FURTHEST_SHIFT = 5;

    /** The intercept, then the weights. */
    private final double[] coefficients;

    private Mix(double[] coefficients) {
        this.coefficients = coefficients;
    }

    /**
     * The mix with the least loss.
     *
     * @param logOdds of each prediction by row
     */
    static Mix fit(double[][] logOdds, byte[] won) {
        int kinds = logOdds.length;
        double[] start = new double[kinds + 1];
        double[] lower = new double[kinds + 1];
        double[] upper = new double[kinds + 1];
        Arrays.fill(start, 1, kinds + 1, 1.0 / kinds);
        Arrays.fill(upper, MOST);
        lower[0] = -FURTHEST_SHIFT;
        upper[0] = FURTHEST_SHIFT;
        BoxMinimizer minimizer = new BoxMinimizer(1e-7, 200);
        return new Mix(minimizer
                .minimize((at, gradient) -> loss(at, gradient, logOdds, won), start, lower, upper)
                .point());
    }

    private static double loss(double[] at, double[] gradient, double[][] logOdds, byte[] won) {
        double[] sums = new Mix(at).apply(logOdds);
        double loss = Logistic.meanLoss(sums, won);
        Arrays.fill(gradient, 0);
        for (int i = 0; i < sums.length; i++) {
            double residual = Logistic.probability(sums[i]) - won[i];
            gradient[0] += residual;
            for (int k = 0; k < logOdds.length; k++) {
                gradient[k + 1] += residual * logOdds[k][i];
            }
        }
        for (int k = 0; k < gradient.length; k++) {
            double off = k == 0 ? 0 : at[k] - 1.0 / logOdds.length;
            gradient[k] = (gradient[k] + BELIEF * off) / sums.length;
            loss += BELIEF / 2 * off * off / sums.length;
        }
        return loss;
    }

    double intercept() {
        return coefficients[0];
    }

    double weight(int kind) {
        return coefficients[kind + 1];
    }

    /** The mixed prediction of each row. */
    double[] apply(double[][] logOdds) {
        double[] sums = new double[logOdds[0].length];
        Arrays.fill(sums, intercept());
        for (int k = 0; k < logOdds.length; k++) {
            double weight = weight(k);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += weight * logOdds[k][i];
            }
        }
        return sums;
    }
}
