package io.github.saleskit.core.money;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * How an amount is divided in proportion to weights so that the parts add up to it exactly.
 *
 * <pre>{@code
 * MoneyAllocation.largestRemainder()
 *         .allocate(Money.parse("EUR 50.00"), List.of(price1, price2, price3))   // weights 120, 230, 300
 *         .parts();                                                              // EUR 9.23, EUR 17.69, EUR 23.08
 * }</pre>
 *
 * <p>Works in the minor units of the currency: cents for EUR, whole yen for JPY, fils (thousandths) for KWD. O(n log n)
 * for n weights, with and without limits. Source of the largest remainder: M. L. Balinski and H. P. Young, Fair
 * Representation, 1982.
 *
 * <p>Immutable and thread-safe.
 *
 * @param method to whom the remainder goes
 * @param zeroWeights what happens when every weight is zero
 */
public record MoneyAllocation(
        @Required AllocationMethod method, @Required ZeroWeights zeroWeights) implements StrictDocument {

    private static final MoneyAllocation LARGEST_REMAINDER = of(AllocationMethod.LARGEST_REMAINDER);

    public MoneyAllocation {
        requireNonNull(method, "method");
        requireNonNull(zeroWeights, "zeroWeights");
    }

    /** The usual choice: {@link AllocationMethod#LARGEST_REMAINDER}, equal parts when every weight is zero. */
    public static MoneyAllocation largestRemainder() {
        return LARGEST_REMAINDER;
    }

    /** Allocation by this method, equal parts when every weight is zero. */
    public static MoneyAllocation of(AllocationMethod method) {
        return new MoneyAllocation(method, ZeroWeights.EQUAL);
    }

    /**
     * Divides an amount into so many parts of nearly the same size.
     *
     * @param total any sign
     * @param parts at least 1
     */
    public List<Money> split(Money total, int parts) {
        if (parts < 1) {
            throw new IllegalArgumentException("parts is " + parts + ", but must be at least 1.");
        }
        return allocate(total, Collections.nCopies(parts, BigDecimal.ONE)).parts();
    }

    /**
     * Divides an amount in proportion to weights.
     *
     * @param total any sign
     * @param weights at least one, none negative; a part without weight gets nothing
     * @throws IllegalArgumentException when there are no weights, one is negative or of more than 60 digits, or all are
     *     zero and this is to be rejected
     */
    public Allocation allocate(Money total, List<BigDecimal> weights) {
        BigInteger units = minorUnits(total).abs();
        if (method == AllocationMethod.LARGEST_REMAINDER && units.bitLength() < Long.SIZE) {
            long[] parts = LongShares.largestRemainder(units.longValue(), LongShares.whole(weights));
            if (parts.length > 0) {
                return new Allocation(toMoney(total, parts), Money.zero(total.getCurrencyUnit()));
            }
        }
        return toMoney(total, usable(weights).divide(units, Optional.empty(), method));
    }

    /**
     * Divides an amount in proportion to weights, no part beyond its limit.
     *
     * <p>What a part cannot take goes to the others in proportion to their weights; what none can take is unplaced. For
     * example a discount of EUR -25 over prices of 50, 20, 20, 20 where the first may only fall by 5 is divided into
     * -5.00, -6.67, -6.67, -6.66. A difference that would push a part beyond its limit goes one minor unit each to the
     * next parts instead.
     *
     * @param total any sign
     * @param weights as in {@link #allocate}
     * @param limits for each weight how far from zero the part may be; not negative, in the currency of the total
     * @throws IllegalArgumentException as {@link #allocate}, and when the limits do not fit
     */
    public Allocation allocateWithin(Money total, List<BigDecimal> weights, List<Money> limits) {
        Weights usable = usable(weights);
        BigInteger[] most = limits(total.getCurrencyUnit(), weights.size(), limits);
        return toMoney(total, usable.divide(minorUnits(total).abs(), Optional.of(most), method));
    }

    /**
     * The same as {@link #allocateWithin(Money, List, List)} on whole minor units, without an object for each part.
     *
     * @param total not negative
     * @param weights at least one, none negative, their sum below 2^63
     * @param limits for each weight the most the part may be, not negative
     * @return the parts; their sum is the total, or less where the limits leave no room
     * @throws IllegalArgumentException as the other
     */
    public long[] allocateWithin(long total, long[] weights, long[] limits) {
        if (total < 0 || limits.length != weights.length) {
            throw new IllegalArgumentException("total is " + total + " over " + weights.length + " weights and "
                    + limits.length + " limits, but must not be negative, with as many limits as weights.");
        }
        long[] parts = method == AllocationMethod.LARGEST_REMAINDER
                ? LongShares.largestRemainder(total, weights, limits)
                : new long[0];
        return parts.length > 0 ? parts : allocateExactly(total, weights, limits);
    }

    private long[] allocateExactly(long total, long[] weights, long[] limits) {
        List<BigDecimal> exact =
                Arrays.stream(weights).mapToObj(BigDecimal::valueOf).toList();
        BigInteger[] most = Arrays.stream(limits).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
        if (Arrays.stream(limits).anyMatch(limit -> limit < 0)) {
            throw new IllegalArgumentException("a limit is negative, but must be 0 or more.");
        }
        BigInteger[] parts = usable(exact).divide(BigInteger.valueOf(total), Optional.of(most), method);
        return Arrays.stream(parts).mapToLong(BigInteger::longValueExact).toArray();
    }

    private Weights usable(List<BigDecimal> weights) {
        Weights usable = Weights.of(weights);
        if (!usable.allZero() || zeroWeights == ZeroWeights.NOTHING) {
            return usable;
        }
        if (zeroWeights == ZeroWeights.REJECT) {
            throw new IllegalArgumentException("weights is " + weights
                    + ", but at least one must be above zero.\nMaybe divide equally with ZeroWeights.EQUAL?");
        }
        return Weights.of(Collections.nCopies(weights.size(), BigDecimal.ONE));
    }

    private static BigInteger[] limits(CurrencyUnit currency, int parts, List<Money> limits) {
        if (limits.size() != parts) {
            throw new IllegalArgumentException(
                    "limits has " + limits.size() + " amounts, but there are " + parts + " weights.");
        }
        for (Money limit : limits) {
            if (limit.isNegative() || !limit.getCurrencyUnit().equals(currency)) {
                throw new IllegalArgumentException(
                        "a limit is " + limit + ", but must be " + currency + " and not negative.");
            }
        }
        return limits.stream().map(MoneyAllocation::minorUnits).toArray(BigInteger[]::new);
    }

    private static BigInteger minorUnits(Money money) {
        return money.getAmount().unscaledValue();
    }

    private static List<Money> toMoney(Money total, long[] parts) {
        Money[] amounts = new Money[parts.length];
        for (int i = 0; i < parts.length; i++) {
            long signed = total.isNegative() ? -parts[i] : parts[i];
            amounts[i] = Money.of(total.getCurrencyUnit(), BigDecimal.valueOf(signed, total.getScale()));
        }
        return List.of(amounts);
    }

    private static Allocation toMoney(Money total, BigInteger[] parts) {
        List<Money> amounts = IntStream.range(0, parts.length)
                .mapToObj(i -> toMoney(total, parts[i]))
                .toList();
        BigInteger placed = Arrays.stream(parts).reduce(BigInteger.ZERO, BigInteger::add);
        return new Allocation(amounts, toMoney(total, minorUnits(total).abs().subtract(placed)));
    }

    private static Money toMoney(Money total, BigInteger part) {
        BigInteger signed = total.isNegative() ? part.negate() : part;
        return Money.of(total.getCurrencyUnit(), new BigDecimal(signed, total.getScale()));
    }
}
