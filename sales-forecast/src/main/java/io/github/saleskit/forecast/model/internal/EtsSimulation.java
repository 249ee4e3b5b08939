package io.github.saleskit.forecast.model.internal;

import java.util.Arrays;
import java.util.SplittableRandom;

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
        double[][] values = paths(horizon, seed);
        double[][] quantiles = new double[QuantileGrid.size()][horizon];
        for (int h = 0; h < horizon; h++) {
            Arrays.sort(values[h]);
            for (int i = 0; i < quantiles.length; i++) {
                quantiles[i][h] = quantile(values[h], QuantileGrid.level(i));
            }
        }
        return quantiles;
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

    /** Between the two sorted values next to it. */
    private static double quantile(double[] sorted, double level) {
        double place = level * sorted.length - 0.5;
        int below = Math.max(0, Math.min(sorted.length - 2, (int) Math.floor(place)));
        double share = Math.max(0, Math.min(1, place - below));
        return sorted[below] + share * (sorted[below + 1] - sorted[below]);
    }

    /** Standard normal numbers by the polar method (G. Marsaglia, T. A. Bray, 1964), the same on every machine. */
    private static final class NormalSource {
        private final SplittableRandom random;
        private double spare = Double.NaN;

        NormalSource(long seed) {
            random = new SplittableRandom(seed);
        }

        double next() {
            if (!Double.isNaN(spare)) {
                double kept = spare;
                spare = Double.NaN;
                return kept;
            }
            while (true) {
                double x = 2 * random.nextDouble() - 1;
                double y = 2 * random.nextDouble() - 1;
                double square = x * x + y * y;
                if (square > 0 && square < 1) {
                    double stretch = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
                    spare = y * stretch;
                    return x * stretch;
                }
            }
        }
    }
}
