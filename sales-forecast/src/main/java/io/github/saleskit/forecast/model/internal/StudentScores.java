package io.github.saleskit.forecast.model.internal;

/**
 * Student's t beside the normal distribution, for what has been estimated from few values together with its deviation.
 */
public final class StudentScores {

    private StudentScores() {}

    /**
     * The score of Student's t as far out as a normal score; a little too small below three degrees of freedom. Source:
     * M. Abramowitz, I. Stegun, Handbook of Mathematical Functions, 1964, 26.7.5, the first terms.
     *
     * @param normal the score of the normal distribution
     * @param freedom degrees of freedom, at least 1
     */
    public static double of(double normal, double freedom) {
        double square = normal * normal;
        return normal
                + normal * (square + 1) / (4 * freedom)
                + normal * ((5 * square + 16) * square + 3) / (96 * freedom * freedom);
    }
}
