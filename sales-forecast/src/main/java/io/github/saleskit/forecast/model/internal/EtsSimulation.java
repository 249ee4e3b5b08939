package io.github.saleskit.forecast.model.internal;

/** Simulated futures of a fitted exponential smoothing model with a multiplicative error. */
public final class EtsSimulation {

    /** Even: each path has its mirror image. */
    static final int PATHS = 5_000;

    /** An error of -100 % or more would end the series. */
    private static final double LOWEST_ERROR = -0.99;

    private final EtsFit fit;

    /** Futures of a fit. */
    public EtsSimulation(EtsFit fit) {
        this.fit = fit;
    }

    /** Quantiles by level and step over the paths. */
    public double[][] quantiles(int horizon, long seed) {
        return SamplePaths.quantiles(paths(horizon, seed));
    }

    /** Values by step and path. */
    public double[][] paths(int horizon, long seed) {
        double[][] values = new double[horizon][PATHS];
        NormalSource source = new NormalSource(seed);
        double[] errors = new double[horizon];
        for (int path = 0; path < PATHS; path += 2) {
            for (int h = 0; h < horizon; h++) {
                errors[h] = fit.sigma() * source.next();
            }
            run(errors, 1, values, path);
            run(errors, -1, values, path + 1);
        }
        return values;
    }

    private void run(double[] errors, int sign, double[][] values, int path) {
        double level = fit.level();
        double slope = fit.slope();
        double[] season = fit.season().clone();
        boolean factors = fit.form().hasFactors();
        int phase = 0;
        for (int h = 0; h < errors.length; h++) {
            double fading = fit.phi() * slope;
            double u = level + fading;
            double s = season.length == 0 ? 0 : season[phase];
            double mu = factors ? u * s : u + s;
            double r = mu * Math.max(LOWEST_ERROR, sign * errors[h]);
            values[h][path] = mu + r;
            double q = factors ? r / s : r;
            level = u + fit.alpha() * q;
            slope = fading + fit.beta() * q;
            if (season.length > 0) {
                season[phase] = s + fit.gamma() * (factors ? r / u : r);
                phase = phase + 1 == season.length ? 0 : phase + 1;
            }
        }
    }
}
