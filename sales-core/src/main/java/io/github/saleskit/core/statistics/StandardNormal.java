package io.github.saleskit.core.statistics;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.InverseErfc;

/** The normal distribution with mean 0 and variance 1. */
public final class StandardNormal {

    private static final double ROOT_OF_2 = StrictMath.sqrt(2);

    private StandardNormal() {}

    /** The probability of at most {@code z}, accurate also far out in the lower tail. */
    public static double probabilityOfAtMost(double z) {
        return Erfc.value(-z / ROOT_OF_2) / 2;
    }

    /**
     * The value that is exceeded with the probability {@code 1 - probability}; 1.959964 for 0.975.
     *
     * @param probability above 0 and below 1
     * @throws IllegalArgumentException when it is not
     */
    public static double quantile(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("probability is " + probability + ", but must be above 0 and below 1.");
        }
        return -ROOT_OF_2 * InverseErfc.value(2 * probability);
    }
}
