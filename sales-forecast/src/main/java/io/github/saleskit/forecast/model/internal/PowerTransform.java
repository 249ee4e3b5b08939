package io.github.saleskit.forecast.model.internal;

/** The transformation of G. E. P. Box and D. R. Cox, 1964, for one power; immutable. */
public final class PowerTransform {

    private static final double LOWEST = -1;
    private static final double HIGHEST = 2;
    private static final double SMALLEST = 1e-9;
    /**
     * Of the polynomial of Hermite of degree 9: standard normal expectations are exact for polynomials up to degree 17.
     */
    private static final double[] NODES = {
        0, 1.0232556637891326, 2.07684797867783, 3.2054290028564703, 4.512745863399783
    };

    private static final double[] WEIGHTS = {
        0.40634920634920635, 0.2440975028949394, 0.04991640676521788, 0.0027891413212317653, 2.234584400774658e-5
    };

    private final double lambda;

    /** For a power from -1 to 2; 0 stands for logarithms. */
    public PowerTransform(double lambda) {
        this.lambda = Math.abs(lambda) < SMALLEST ? 0 : lambda;
    }

    /**
     * The power for which the spread within seasons is most nearly in the same proportion to a power of the level (V.
     * M. Guerrero, 1993).
     *
     * @param y positive, without gaps
     */
    public static PowerTransform automatic(double[] y, int seasonLength) {
        int width = Math.max(2, Math.min(seasonLength, y.length / 2));
        return new PowerTransform(LineSearch.minimize(power -> variation(y, width, power), LOWEST, HIGHEST));
    }

    /**
     * The coefficient of variation of the spreads over the levels to the power 1 - lambda, over the last whole seasons.
     */
    static double variation(double[] y, int width, double lambda) {
        int count = y.length / width;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            int from = y.length - (count - i) * width;
            double mean = 0;
            for (int t = from; t < from + width; t++) {
                mean += y[t] / width;
            }
            double variance = 0;
            for (int t = from; t < from + width; t++) {
                variance += (y[t] - mean) * (y[t] - mean) / (width - 1);
            }
            double ratio = StrictMath.sqrt(variance) / StrictMath.pow(mean, 1 - lambda);
            sum += ratio;
            squares += ratio * ratio;
        }
        double mean = sum / count;
        double variance = count > 1 ? (squares - count * mean * mean) / (count - 1) : 0;
        return mean > 0 ? StrictMath.sqrt(Math.max(0, variance)) / mean : 0;
    }

    /** The power. */
    public double lambda() {
        return lambda;
    }

    /** Of a positive value. */
    public double apply(double y) {
        return lambda == 0 ? StrictMath.log(y) : (StrictMath.pow(y, lambda) - 1) / lambda;
    }

    /** Back; what lies beyond all positive values is 0 or, for negative powers, infinite. */
    public double back(double z) {
        if (lambda == 0) {
            return StrictMath.exp(z);
        }
        double base = lambda * z + 1;
        return base > 0 ? StrictMath.pow(base, 1 / lambda) : lambda > 0 ? 0 : Double.POSITIVE_INFINITY;
    }

    /** The slope of the way back at a value. */
    public double slopeAt(double y) {
        return StrictMath.pow(y, 1 - lambda);
    }

    /** The mean of what comes back from a normal distribution. */
    public double mean(double mean, double deviation) {
        double sum = WEIGHTS[0] * back(mean);
        for (int i = 1; i < NODES.length; i++) {
            sum += WEIGHTS[i] * (back(mean + NODES[i] * deviation) + back(mean - NODES[i] * deviation));
        }
        return sum;
    }
}
