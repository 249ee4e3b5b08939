package io.github.saleskit.forecast.model.internal;

/**
 * A theta model: simple exponential smoothing that is drawn towards a straight line through the history.
 *
 * <p>Given the smoothing weight, both the initial level and the weight of the line enter the one-step errors linearly,
 * so that the fit is one line search. O(n) for each of about 30 trials.
 *
 * <p>Sources: V. Assimakopoulos, K. Nikolopoulos, The theta model, 2000; J. A. Fiorucci and others, Models for
 * optimising the theta method and their relationship to state space models, 2016.
 */
public final class ThetaFit implements Course {

    /** How the line is drawn. */
    public enum Kind {
        /** Through all values, with the weight 1/2 of the original method. */
        STANDARD("Theta"),
        /** Through all values, with the weight that fits best. */
        OPTIMISED("OTM"),
        /** Anew with each value, with the weight that fits best. */
        DYNAMIC("DOTM");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    private static final double LOWEST_ALPHA = 0.02;
    private static final double HIGHEST_ALPHA = 0.995;
    private static final double HIGHEST_WEIGHT = 0.99999;
    private static final double ORIGINAL_WEIGHT = 0.5;
    /** The first errors hardly depend on the weights. */
    private static final int UNCOUNTED = 3;

    private final Kind kind;
    private final double[] y;
    private final int n;
    /** Line through the values seen so far, by how many they are: its value at 0 and its slope. */
    private final double[] intercept;

    private final double[] slope;
    private final double[] level;
    private double alpha;
    private double weight;
    private double firstLevel;
    private double squares;

    private ThetaFit(Kind kind, double[] y) {
        this.kind = kind;
        this.y = y;
        n = y.length;
        intercept = new double[n + 1];
        slope = new double[n + 1];
        level = new double[n + 1];
        drawLines();
        alpha = LineSearch.minimize(this::squaresAt, LOWEST_ALPHA, HIGHEST_ALPHA);
        squares = squaresAt(alpha);
        run();
    }

    /** Fits; the values have no gaps and are seasonally adjusted; at least 4. */
    public static ThetaFit of(Kind kind, double[] y) {
        return new ThetaFit(kind, y);
    }

    private void drawLines() {
        double mean = 0;
        for (int k = 1; k <= n; k++) {
            double value = y[k - 1];
            slope[k] = nextSlope(slope[k - 1], mean, value, k);
            mean += (value - mean) / k;
            intercept[k] = mean - slope[k] * (k + 1) / 2;
        }
        if (kind != Kind.DYNAMIC) {
            java.util.Arrays.fill(slope, slope[n]);
            java.util.Arrays.fill(intercept, intercept[n]);
        }
    }

    /** The slope of the least-squares line after its k-th value. */
    private static double nextSlope(double before, double meanBefore, double value, int k) {
        return k < 2 ? 0 : ((k - 2) * before + 6 * (value - meanBefore) / k) / (k + 1);
    }

    /** The sum of squared errors with the best initial level and weight; keeps both. */
    private double squaresAt(double a) {
        double s = 0;
        double power = 1;
        double pp = 0;
        double pc = 0;
        double cc = 0;
        double pr = 0;
        double cr = 0;
        double rr = 0;
        for (int k = 0; k < n; k++) {
            double c = power * intercept[k] + (1 - power * (1 - a)) / a * slope[k];
            double r = y[k] - s;
            if (k >= UNCOUNTED) {
                pp += power * power;
                pc += power * c;
                cc += c * c;
                pr += power * r;
                cr += c * r;
                rr += r * r;
            }
            s += a * (y[k] - s);
            power *= 1 - a;
        }
        solve(pp, pc, cc, pr, cr);
        return rr
                - 2 * (firstLevel * pr + weight * cr)
                + firstLevel * firstLevel * pp
                + 2 * firstLevel * weight * pc
                + weight * weight * cc;
    }

    private void solve(double pp, double pc, double cc, double pr, double cr) {
        double determinant = pp * cc - pc * pc;
        double best = determinant > 1e-12 * pp * cc ? (pp * cr - pc * pr) / determinant : 0;
        weight = kind == Kind.STANDARD ? ORIGINAL_WEIGHT : Math.max(0, Math.min(HIGHEST_WEIGHT, best));
        firstLevel = pp > 1e-12 ? (pr - weight * pc) / pp : 0;
    }

    private void run() {
        level[0] = firstLevel;
        for (int k = 0; k < n; k++) {
            level[k + 1] = level[k] + alpha * (y[k] - level[k]);
        }
    }

    @Override
    public String name() {
        return kind.label;
    }

    @Override
    public void from(int origin, double[] path) {
        double reached = level[origin];
        double a = intercept[origin];
        double b = slope[origin];
        double mean = a + b * (origin + 1) / 2;
        double power = StrictMath.pow(1 - alpha, origin);
        for (int h = 0; h < path.length; h++) {
            int k = origin + h;
            double mu = reached + weight * (power * a + (1 - power * (1 - alpha)) / alpha * b);
            path[h] = mu;
            reached += alpha * (mu - reached);
            power *= 1 - alpha;
            if (kind == Kind.DYNAMIC) {
                b = nextSlope(b, mean, mu, k + 1);
                mean += (mu - mean) / (k + 1);
                a = mean - b * (k + 2) / 2;
            }
        }
    }

    /** The sum of the squared one-step errors, the first three not counted. */
    double squares() {
        return squares;
    }
}
