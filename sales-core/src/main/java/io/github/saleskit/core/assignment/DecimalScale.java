package io.github.saleskit.core.assignment;

import java.math.BigDecimal;

/**
 * Turns doubles into whole numbers of a decimal unit and back: the fewest digits after the point that keep every value
 * as it is written, or, where these are too many, the most that fit, to which the values are then rounded.
 *
 * @param digits after the decimal point; negative for very large values
 * @param exact whether every value is kept as it is written
 */
record DecimalScale(int digits, boolean exact) {

    private static final int MOST_DIGITS = 300;
    private static final int MOST_EXACT_DIGITS = 22;
    private static final long MOST_EXACT = 1L << 53;

    /**
     * The scale for values of which the largest, its sign aside, may become at most {@code limit}.
     *
     * @param values finite numbers
     */
    static DecimalScale of(double[] values, int count, long limit) {
        int most = mostDigits(largest(values, count), (double) Math.min(limit, MOST_EXACT));
        int digits = Math.min(0, most);
        double power = powerOfTen(digits);
        for (int i = 0; i < count; i++) {
            while (digits < 0 || !isExact(values[i], power)) {
                if (digits == Math.min(most, MOST_EXACT_DIGITS)) {
                    return new DecimalScale(most, false);
                }
                power = powerOfTen(++digits);
            }
        }
        return new DecimalScale(digits, true);
    }

    private static double largest(double[] values, int count) {
        double largest = 0;
        for (int i = 0; i < count; i++) {
            largest = Math.max(largest, Math.abs(values[i]));
        }
        return largest;
    }

    private static int mostDigits(double largest, double limit) {
        if (largest == 0) {
            return 0;
        }
        int digits = MOST_DIGITS;
        while (largest * powerOfTen(digits) > limit) {
            digits--;
        }
        return digits;
    }

    /**
     * The double nearest to a decimal is that decimal's nearest double: a quotient of two exact numbers is rounded
     * once.
     */
    private static boolean isExact(double value, double power) {
        return Math.rint(value * power) / power == value;
    }

    private static double powerOfTen(int digits) {
        return Double.parseDouble("1e" + digits);
    }

    /** Whole numbers of the unit. */
    long[] toWhole(double[] values, int count) {
        double power = powerOfTen(digits);
        long[] whole = new long[count];
        for (int i = 0; i < count; i++) {
            whole[i] = (long) Math.rint(values[i] * power);
        }
        return whole;
    }

    /** The number that a whole number of units stands for. */
    BigDecimal toDecimal(long whole) {
        return BigDecimal.valueOf(whole, digits);
    }
}
