package io.github.saleskit.core.money;

import com.google.common.math.LongMath;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** Division by largest remainders where all that is needed fits into longs. */
final class LongShares {

    private static final long[] BEYOND = {};

    /** More digits may be beyond a long. */
    private static final int DIGITS = 18;

    private LongShares() {}

    /**
     * Weights as whole numbers, all in the same unit.
     *
     * @return nothing where one is absent or has too many digits
     */
    static long[] whole(List<BigDecimal> weights) {
        int scale = 0;
        for (BigDecimal weight : weights) {
            if (weight == null || weight.scale() > DIGITS) {
                return BEYOND;
            }
            scale = Math.max(scale, weight.scale());
        }
        long[] whole = new long[weights.size()];
        int i = 0;
        for (BigDecimal weight : weights) {
            long zeros = (long) scale - weight.scale();
            if (weight.precision() + zeros > DIGITS) {
                return BEYOND;
            }
            whole[i++] = weight.unscaledValue().longValue() * LongMath.pow(10, (int) zeros);
        }
        return whole;
    }

    /** As {@link #largestRemainder(long, long[], long[])}, without limits. */
    static long[] largestRemainder(long total, long[] weights) {
        long[] limits = new long[weights.length];
        Arrays.fill(limits, Long.MAX_VALUE);
        return largestRemainder(total, weights, limits);
    }

    /**
     * Shares of a total in proportion to weights.
     *
     * @return nothing where a limit is in the way, a number is negative, all weights are zero or a product is beyond a
     *     long
     */
    static long[] largestRemainder(long total, long[] weights, long[] limits) {
        long sum = sum(weights);
        if (sum <= 0 || !multiplies(total, weights)) {
            return BEYOND;
        }
        long[] parts = new long[weights.length];
        long[] remainders = new long[weights.length];
        long left = total;
        for (int i = 0; i < parts.length; i++) {
            long product = total * weights[i];
            parts[i] = product / sum;
            remainders[i] = product - parts[i] * sum;
            if (limits[i] < parts[i] + (remainders[i] > 0 ? 1 : 0)) {
                return BEYOND;
            }
            left -= parts[i];
        }
        addOneEach(parts, remainders, (int) left);
        return parts;
    }

    /** Whether no product with the total is beyond a long. */
    private static boolean multiplies(long total, long[] weights) {
        long most = 0;
        for (long weight : weights) {
            most = Math.max(most, weight);
        }
        return Long.numberOfLeadingZeros(total) + Long.numberOfLeadingZeros(most) > Long.SIZE;
    }

    /** The sum, or -1 where a weight is negative or the sum beyond a long. */
    private static long sum(long[] weights) {
        long sum = 0;
        for (long weight : weights) {
            sum += weight;
            if (weight < 0 || sum < 0) {
                return -1;
            }
        }
        return sum;
    }

    /**
     * One unit each to the largest remainders, of equal ones to the earlier; fewer units than remainders above zero.
     */
    private static void addOneEach(long[] parts, long[] remainders, int units) {
        if (units == 0) {
            return;
        }
        long[] sorted = remainders.clone();
        Arrays.sort(sorted);
        long least = sorted[sorted.length - units];
        int left = units;
        for (int i = 0; i < parts.length; i++) {
            if (remainders[i] > least) {
                parts[i]++;
                left--;
            }
        }
        for (int i = 0; left > 0; i++) {
            if (remainders[i] == least) {
                parts[i]++;
                left--;
            }
        }
    }
}
