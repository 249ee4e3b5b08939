package io.github.saleskit.forecast.model.internal;

import java.util.SplittableRandom;

/** Standard normal numbers by the polar method (G. Marsaglia, T. A. Bray, 1964), the same on every machine. */
final class NormalSource {
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
