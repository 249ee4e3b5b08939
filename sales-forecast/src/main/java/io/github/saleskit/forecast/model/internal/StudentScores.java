package io.github.saleskit.forecast.model.internal;

import io.github.saleskit.core.statistics.StandardNormal;

/**
 * Student's t beside the normal distribution, for what has been estimated from few values together with its deviation.
 */
public final class StudentScores {

    private StudentScores() {}

    /**
     * The score of Student's t as far out as a normal score: exact for one and two degrees of freedom, and for more of
     * them within 1 % up to a normal score of 2.6. Source: M. Abramowitz, I. Stegun, Handbook of Mathematical
     * Functions, 1964, 26.7.5.
     *
     * @param normal the score of the normal distribution, within ±8
     * @param freedom degrees of freedom, at least 1
     */
    public static double of(double normal, long freedom) {
        if (freedom <= 2) {
            return Math.copySign(exact(StandardNormal.probabilityOfAtMost(-Math.abs(normal)), freedom), normal);
        }
        double square = normal * normal;
        double first = (square + 1) / 4;
        double second = ((5 * square + 16) * square + 3) / 96;
        double third = (((3 * square + 19) * square + 17) * square - 15) / 384;
        double fourth = ((((79 * square + 776) * square + 1482) * square - 1920) * square - 945) / 92_160;
        double each = 1.0 / freedom;
        return normal * (1 + each * (first + each * (second + each * (third + each * fourth))));
    }

    /** The score that is exceeded with a probability of at most a half. */
    private static double exact(double beyond, long freedom) {
        return freedom == 1
                ? 1 / StrictMath.tan(Math.PI * beyond)
                : (1 - 2 * beyond) / StrictMath.sqrt(2 * beyond * (1 - beyond));
    }
}
