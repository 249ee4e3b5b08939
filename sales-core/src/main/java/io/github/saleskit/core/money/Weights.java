package io.github.saleskit.core.money;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.TWO;
import static java.math.BigInteger.ZERO;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Weights as whole numbers of one common unit, and the division of not negative whole numbers by them. */
final class Weights {

    private final BigInteger[] weights;
    private final BigInteger sum;

    private Weights(BigInteger[] weights) {
        this.weights = weights;
        this.sum = Arrays.stream(weights).reduce(ZERO, BigInteger::add);
    }

    static Weights of(List<BigDecimal> weights) {
        if (weights.isEmpty()) {
            throw new IllegalArgumentException("weights is empty, but at least one part must take the amount.");
        }
        weights.forEach(Weights::check);
        int scale = weights.stream().mapToInt(BigDecimal::scale).max().orElse(0);
        return new Weights(weights.stream()
                .map(weight -> weight.setScale(scale).unscaledValue())
                .toArray(BigInteger[]::new));
    }

    private static void check(BigDecimal weight) {
        if (!DecimalSize.isSane(weight)) {
            throw new IllegalArgumentException("a weight is " + weight + ", but must have " + DecimalSize.SANE + ".");
        }
        if (weight.signum() < 0) {
            throw new IllegalArgumentException("a weight is " + weight + ", but must not be negative.");
        }
    }

    boolean allZero() {
        return sum.signum() == 0;
    }

    /** Parts of at most the limits; their sum is the total, or less where the limits or zero weights leave no room. */
    BigInteger[] divide(BigInteger total, Optional<BigInteger[]> limits, AllocationMethod method) {
        if (allZero()) {
            return zeros();
        }
        return limits.isEmpty() ? new Division(weights, sum, total).parts(method) : divide(total, limits.get(), method);
    }

    private BigInteger[] divide(BigInteger total, BigInteger[] limits, AllocationMethod method) {
        BigInteger[] open = weights.clone();
        BigInteger[] parts = zeros();
        BigInteger left = total;
        BigInteger openSum = sum;
        boolean allFit = IntStream.range(0, open.length)
                .allMatch(i -> total.multiply(weights[i]).compareTo(limits[i].multiply(sum)) <= 0);
        // Whose limit is the smallest for its weight reaches it first; once one does not, none after it does.
        for (int i : allFit ? List.<Integer>of() : byLimit(limits)) {
            if (left.multiply(open[i]).compareTo(limits[i].multiply(openSum)) <= 0) {
                break;
            }
            parts[i] = limits[i];
            left = left.subtract(limits[i]);
            openSum = openSum.subtract(open[i]);
            open[i] = ZERO;
        }
        if (openSum.signum() > 0) {
            addInto(parts, new Division(open, openSum, left).partsWithin(limits, method));
        }
        return parts;
    }

    /** Those with a weight by limit / weight. */
    private List<Integer> byLimit(BigInteger[] limits) {
        return IntStream.range(0, weights.length)
                .filter(i -> weights[i].signum() > 0)
                .boxed()
                .sorted((i, j) -> limits[i].multiply(weights[j]).compareTo(limits[j].multiply(weights[i])))
                .toList();
    }

    private BigInteger[] zeros() {
        BigInteger[] zeros = new BigInteger[weights.length];
        Arrays.fill(zeros, ZERO);
        return zeros;
    }

    private static void addInto(BigInteger[] parts, BigInteger[] more) {
        for (int i = 0; i < parts.length; i++) {
            parts[i] = parts[i].add(more[i]);
        }
    }

    /** One division without limits; the sum of the weights is above zero. */
    private static final class Division {
        private final BigInteger[] weights;
        private final BigInteger sum;
        private final BigInteger total;
        private final BigInteger[] wholes;
        private final BigInteger[] remainders;

        Division(BigInteger[] weights, BigInteger sum, BigInteger total) {
            this.weights = weights;
            this.sum = sum;
            this.total = total;
            this.wholes = new BigInteger[weights.length];
            this.remainders = new BigInteger[weights.length];
            if (total.bitLength() + sum.bitLength() < Long.SIZE) {
                divideLongs(sum.longValue(), total.longValue());
            } else {
                divideAll();
            }
        }

        private void divideAll() {
            for (int i = 0; i < weights.length; i++) {
                BigInteger[] share = total.multiply(weights[i]).divideAndRemainder(sum);
                wholes[i] = share[0];
                remainders[i] = share[1];
            }
        }

        /** The same where no product of total and weight is beyond a long. */
        private void divideLongs(long divisor, long dividend) {
            for (int i = 0; i < weights.length; i++) {
                long product = dividend * weights[i].longValue();
                wholes[i] = BigInteger.valueOf(product / divisor);
                remainders[i] = BigInteger.valueOf(product % divisor);
            }
        }

        BigInteger[] parts(AllocationMethod method) {
            return switch (method) {
                case LARGEST_REMAINDER -> inTurn(byRemainder());
                case FIRST -> inTurn(forwards());
                case LAST -> inTurn(backwards());
                case DIFFERENCE_TO_FIRST -> nearest(forwards());
                case DIFFERENCE_TO_LAST -> nearest(backwards());
                case CUMULATIVE -> cumulative();
            };
        }

        /** The same, where every share is within its limit but the remainder may not be. */
        BigInteger[] partsWithin(BigInteger[] limits, AllocationMethod method) {
            BigInteger[] parts = parts(method);
            boolean within = IntStream.range(0, parts.length)
                    .filter(i -> weights[i].signum() > 0)
                    .allMatch(i -> parts[i].signum() >= 0 && parts[i].compareTo(limits[i]) <= 0);
            if (within) {
                return parts;
            }
            IntStream order = method == AllocationMethod.LAST || method == AllocationMethod.DIFFERENCE_TO_LAST
                    ? backwards()
                    : forwards();
            return inTurn(order.filter(i -> wholes[i].compareTo(limits[i]) < 0));
        }

        private IntStream forwards() {
            return IntStream.range(0, weights.length).filter(i -> weights[i].signum() > 0);
        }

        private IntStream backwards() {
            return IntStream.rangeClosed(1, weights.length)
                    .map(i -> weights.length - i)
                    .filter(i -> weights[i].signum() > 0);
        }

        private IntStream byRemainder() {
            return IntStream.range(0, weights.length)
                    .boxed()
                    .sorted(Comparator.<Integer, BigInteger>comparing(i -> remainders[i])
                            .reversed())
                    .mapToInt(Integer::intValue);
        }

        /** The whole shares; what is left goes one each in this order. There are always enough who take one. */
        private BigInteger[] inTurn(IntStream order) {
            BigInteger[] parts = wholes.clone();
            long left = left(parts).longValueExact();
            order.limit(left).forEach(i -> parts[i] = parts[i].add(ONE));
            return parts;
        }

        private BigInteger[] nearest(IntStream order) {
            BigInteger[] parts = Arrays.stream(weights)
                    .map(weight -> roundHalfDown(total.multiply(weight)))
                    .toArray(BigInteger[]::new);
            BigInteger left = left(parts);
            BigInteger step = BigInteger.valueOf(left.signum());
            // At most half the parts were rounded the same way, and one that was rounded up has a unit to give.
            order.filter(i -> left.signum() > 0 || parts[i].signum() > 0)
                    .limit(left.abs().longValueExact())
                    .forEach(i -> parts[i] = parts[i].add(step));
            return parts;
        }

        private BigInteger[] cumulative() {
            BigInteger[] parts = new BigInteger[weights.length];
            BigInteger weightSoFar = ZERO;
            BigInteger placed = ZERO;
            for (int i = 0; i < parts.length; i++) {
                weightSoFar = weightSoFar.add(weights[i]);
                BigInteger reached = roundHalfUp(total.multiply(weightSoFar));
                parts[i] = reached.subtract(placed);
                placed = reached;
            }
            return parts;
        }

        private BigInteger left(BigInteger[] parts) {
            return total.subtract(Arrays.stream(parts).reduce(ZERO, BigInteger::add));
        }

        private BigInteger roundHalfUp(BigInteger numerator) {
            return numerator.multiply(TWO).add(sum).divide(sum.multiply(TWO));
        }

        private BigInteger roundHalfDown(BigInteger numerator) {
            BigInteger twice = sum.multiply(TWO);
            // ceil(x - 1/2), in whole numbers.
            return numerator
                    .multiply(TWO)
                    .subtract(sum)
                    .add(twice)
                    .subtract(ONE)
                    .divide(twice);
        }
    }
}
