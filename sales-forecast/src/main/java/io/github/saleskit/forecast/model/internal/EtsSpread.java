package io.github.saleskit.forecast.model.internal;

/**
 * How far values stray from the forecasts of a fitted exponential smoothing model, by formula.
 *
 * <p>Variances are exact where the season is an amount or there is none; with seasonal factors they are those of the
 * source, which takes them to stray independently of the level. A multiplicative error makes the distribution of later
 * steps lean to the right: its third moment is taken into account up to the fourth power of the error's deviation, and
 * quantiles are those of a shifted lognormal distribution with these three moments, which is normal at the first step.
 *
 * <p>O(H^2) for H steps of an additive error, O(H^3) of a multiplicative one. Source: R. J. Hyndman, A. B. Koehler, J.
 * K. Ord, R. D. Snyder, Forecasting with Exponential Smoothing, 2008, chapter 6, of whose classes these are 1 to 3.
 */
public final class EtsSpread {

    /** Up to here the formulas hold, and pay. */
    private static final int MOST_STEPS = 60;

    private static final double WIDEST = 0.45;
    private static final double SYMMETRIC = 1e-6;

    private final EtsFit fit;
    private final int horizon;
    private final double[] mean;
    private final double[] effects;
    private final double[] deviations;
    private final double[] skewness;

    /** The spread of so many steps. */
    public EtsSpread(EtsFit fit, int horizon) {
        this.fit = fit;
        this.horizon = horizon;
        mean = fit.mean(horizon);
        effects = effects();
        deviations = new double[horizon];
        skewness = new double[horizon];
        if (!fit.form().hasRelativeError()) {
            additive();
        } else if (horizon <= MOST_STEPS) {
            relative();
        }
    }

    /** What an error of 1 does to the value, without seasonal factors, so many steps later; nothing at 0. */
    private double[] effects() {
        int m = fit.form().hasFactors() ? 0 : fit.season().length;
        double[] effects = new double[horizon];
        double fading = 0;
        double power = 1;
        for (int j = 1; j < horizon; j++) {
            power *= fit.phi();
            fading += power;
            effects[j] = fit.alpha() + fit.beta() * fading + (m > 0 && j % m == 0 ? fit.gamma() : 0);
        }
        return effects;
    }

    private void additive() {
        double variance = 1;
        for (int h = 0; h < horizon; h++) {
            variance += effects[h] * effects[h];
            deviations[h] = fit.sigma() * StrictMath.sqrt(variance);
        }
    }

    private void relative() {
        double[] course = fit.form().hasFactors() ? fit.course(horizon) : mean;
        double noise = fit.sigma() * fit.sigma();
        double[] squares = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            double stray = 0;
            for (int j = 1; j <= h; j++) {
                stray += effects[j] * effects[j] * squares[h - j];
            }
            squares[h] = course[h] * course[h] + noise * stray;
            moments(h, course[h], noise * stray, third(course, squares, h));
        }
    }

    /**
     * The spread of the product of what is expected one step before, its error and its seasonal factor.
     *
     * @param variance of what is expected one step before
     * @param third its third moment
     */
    private void moments(int h, double course, double variance, double third) {
        double noise = fit.sigma() * fit.sigma();
        int m = fit.season().length;
        int seasons = fit.form().hasFactors() ? h / m : 0;
        double seasonal = fit.gamma() * fit.gamma() * noise;
        double squared = (1 + noise) * StrictMath.expm1(seasons * StrictMath.log1p(seasonal)) + noise;
        double cubed = (1 + 3 * noise) * StrictMath.expm1(seasons * StrictMath.log1p(3 * seasonal)) + 3 * noise;
        double all = (1 + squared) * variance + squared * course * course;
        double lean = (1 + cubed) * third
                + 3 * course * variance * (cubed - squared)
                + course * course * course * (cubed - 3 * squared);
        skewness[h] = all > 0 ? lean / (all * StrictMath.sqrt(all)) : 0;
        deviations[h] = StrictMath.sqrt(all) * (fit.form().hasFactors() ? fit.season()[h % m] : 1);
    }

    /** The third moment of what is expected one step before. */
    private double third(double[] course, double[] squares, int h) {
        double sum = 0;
        for (int late = 1; late < h; late++) {
            for (int early = 0; early < late; early++) {
                double effect = effects[h - late];
                sum += effect * effect * effects[h - early] * effects[late - early] * course[late] * squares[early];
            }
        }
        double noise = fit.sigma() * fit.sigma();
        return 6 * noise * noise * sum;
    }

    /** Whether formulas are good enough; else futures have to be simulated. */
    public boolean isKnown() {
        if (!fit.form().hasRelativeError()) {
            return true;
        }
        boolean known = horizon <= MOST_STEPS;
        for (int h = 0; h < horizon && known; h++) {
            known = mean[h] > 0 && deviations[h] <= WIDEST * mean[h];
        }
        return known;
    }

    /** Standard deviations by step. */
    public double[] deviations() {
        return deviations.clone();
    }

    /** Quantiles by level and step. */
    public double[][] quantiles() {
        double[][] quantiles = new double[QuantileGrid.size()][horizon];
        for (int h = 0; h < horizon; h++) {
            double q = 2 * StrictMath.sinh(asinh(skewness[h] / 2) / 3);
            double width = StrictMath.sqrt(StrictMath.log1p(q * q)) * Math.signum(q);
            for (int i = 0; i < quantiles.length; i++) {
                double z = QuantileGrid.score(i);
                double score = Math.abs(q) < SYMMETRIC ? z : StrictMath.expm1(width * z - width * width / 2) / q;
                quantiles[i][h] = mean[h] + score * deviations[h];
            }
        }
        return quantiles;
    }

    private static double asinh(double x) {
        double size = Math.abs(x);
        return Math.signum(x) * StrictMath.log(size + StrictMath.sqrt(size * size + 1));
    }
}
