package io.github.saleskit.forecast.model.internal;

/**
 * Complex exponential smoothing without a season: level and a second, unseen component that feed each other.
 *
 * <p>Given the two smoothing weights the initial states enter the errors linearly, so that the fit is a simplex search
 * over two numbers. O(n) for each of about 70 trials.
 *
 * <p>Source: I. Svetunkov, N. Kourentzes, K. Ord, Complex exponential smoothing, 2022.
 */
public final class CesFit implements Course {

    private static final double[][] STARTS = {{1.3, 1.0}, {1.7, 1.0}, {1.05, 0.995}};
    private static final int MOST_TRIALS = 60;

    private final double[] y;
    private final int n;
    private final double[] level;
    private final double[] other;
    private double a0;
    private double a1;
    private double firstLevel;
    private double firstOther;
    private double squares;

    private CesFit(double[] y) {
        this.y = y;
        n = y.length;
        level = new double[n + 1];
        other = new double[n + 1];
        search();
        squares = squaresAt(a0, a1);
        run();
    }

    /** Fits; the values have no gaps and are seasonally adjusted; at least 5. */
    public static CesFit of(double[] y) {
        return new CesFit(y);
    }

    private void search() {
        double least = Double.POSITIVE_INFINITY;
        double[] best = STARTS[0];
        for (double[] start : STARTS) {
            double value = squaresAt(start[0], start[1]);
            if (value < least) {
                least = value;
                best = start;
            }
        }
        double[] found = Simplex.minimize(this::squaresAt, best[0], best[1], 0.1, MOST_TRIALS);
        a0 = found[0];
        a1 = found[1];
    }

    private static boolean isInvertible(double a0, double a1) {
        double trace = 2 - 2 * a0 + a1;
        double determinant = (1 - a0 + a1) * (1 - a0) + (1 - a1) * (1 - a0 - a1);
        return determinant < 0.999 && Math.abs(trace) < 0.999 + determinant;
    }

    /**
     * The sum of squared errors with the best initial states, which are kept; infinite where old values would gain
     * weight.
     */
    private double squaresAt(double p0, double p1) {
        if (!isInvertible(p0, p1)) {
            return Double.POSITIVE_INFINITY;
        }
        double l = 0;
        double c = 0;
        double l1 = 1;
        double c1 = 0;
        double l2 = 0;
        double c2 = 1;
        double s11 = 0;
        double s12 = 0;
        double s22 = 0;
        double s1 = 0;
        double s2 = 0;
        double s = 0;
        double g = p0 - p1;
        double k = p0 + p1;
        for (int t = 0; t < n; t++) {
            double e = y[t] - l;
            s11 += l1 * l1;
            s12 += l1 * l2;
            s22 += l2 * l2;
            s1 += l1 * e;
            s2 += l2 * e;
            s += e * e;
            double next = l - (1 - p1) * c + g * e;
            c = l + (1 - p0) * c + k * e;
            l = next;
            next = l1 - (1 - p1) * c1 - g * l1;
            c1 = l1 + (1 - p0) * c1 - k * l1;
            l1 = next;
            next = l2 - (1 - p1) * c2 - g * l2;
            c2 = l2 + (1 - p0) * c2 - k * l2;
            l2 = next;
        }
        double determinant = s11 * s22 - s12 * s12;
        if (determinant > 1e-10 * s11 * s22) {
            firstLevel = (s22 * s1 - s12 * s2) / determinant;
            firstOther = (s11 * s2 - s12 * s1) / determinant;
        } else {
            firstLevel = s11 > 0 ? s1 / s11 : 0;
            firstOther = 0;
        }
        return s
                - 2 * (firstLevel * s1 + firstOther * s2)
                + firstLevel * firstLevel * s11
                + 2 * firstLevel * firstOther * s12
                + firstOther * firstOther * s22;
    }

    private void run() {
        level[0] = firstLevel;
        other[0] = firstOther;
        for (int t = 0; t < n; t++) {
            double e = y[t] - level[t];
            level[t + 1] = level[t] - (1 - a1) * other[t] + (a0 - a1) * e;
            other[t + 1] = level[t] + (1 - a0) * other[t] + (a0 + a1) * e;
        }
    }

    @Override
    public String name() {
        return "CES";
    }

    @Override
    public void from(int origin, double[] path) {
        double l = level[origin];
        double c = other[origin];
        for (int h = 0; h < path.length; h++) {
            path[h] = l;
            double next = l - (1 - a1) * c;
            c = l + (1 - a0) * c;
            l = next;
        }
    }

    /** The sum of the squared one-step errors. */
    double squares() {
        return squares;
    }
}
