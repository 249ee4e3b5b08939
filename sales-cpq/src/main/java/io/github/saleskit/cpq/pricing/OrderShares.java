package io.github.saleskit.cpq.pricing;

import io.github.saleskit.core.money.MoneyAllocation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What settled lines weigh when a discount on the order is shared among them, in minor units; for one thread. */
final class OrderShares {

    private static final int MOST_BITS = 62;

    private final CurrencyUnit currency;
    private final long[] weights;
    private final long[] limits;
    private long[] parts;

    private OrderShares(CurrencyUnit currency, long[] weights, long[] limits) {
        this.currency = currency;
        this.weights = weights;
        this.limits = limits;
        this.parts = new long[weights.length];
    }

    /**
     * Of lines, in their order.
     *
     * @param sharing which of them take a share; the others weigh nothing
     * @return null where an amount or their sum is beyond a long
     */
    static @Nullable OrderShares of(CurrencyUnit currency, List<LineDraft> lines, Predicate<LineDraft> sharing) {
        OrderShares shares = new OrderShares(currency, new long[lines.size()], new long[lines.size()]);
        for (int i = 0; i < shares.weights.length; i++) {
            LineDraft line = lines.get(i);
            if (sharing.test(line) && !shares.set(i, line)) {
                return null;
            }
        }
        return shares.sum() < 0 ? null : shares;
    }

    /** The same before anything is shared. */
    OrderShares copy() {
        return new OrderShares(currency, weights.clone(), limits.clone());
    }

    /** Lets a line weigh what it costs now, or nothing where it does not share; whether its amount fits into a long. */
    boolean set(int position, LineDraft line, boolean shares) {
        if (shares) {
            return set(position, line);
        }
        weights[position] = 0;
        limits[position] = 0;
        return true;
    }

    private boolean set(int position, LineDraft line) {
        BigDecimal minor = line.amount().getAmount().setScale(currency.getDecimalPlaces(), RoundingMode.UNNECESSARY);
        if (minor.unscaledValue().bitLength() > MOST_BITS) {
            return false;
        }
        weights[position] = minor.unscaledValue().longValue();
        limits[position] = room(line, weights[position]);
        return true;
    }

    private static long room(LineDraft line, long weight) {
        return line.hasFloor()
                ? line.room()
                        .toMoney(RoundingMode.DOWN)
                        .getAmount()
                        .unscaledValue()
                        .longValue()
                : weight;
    }

    /** What the lines cost together, or -1 where that is beyond a long. */
    private long sum() {
        long sum = 0;
        for (long weight : weights) {
            sum += weight;
            if (sum < 0) {
                return -1;
            }
        }
        return sum;
    }

    boolean fits() {
        return sum() >= 0;
    }

    /** What the lines cost together. */
    Money total() {
        return Money.ofMinor(currency, sum());
    }

    /**
     * Divides a discount; what cannot be placed is left out.
     *
     * @return what is placed
     */
    Money divide(Money discount, MoneyAllocation allocation) {
        parts = allocation.allocateWithin(discount.getAmountMinorLong(), weights, limits);
        long placed = 0;
        for (long part : parts) {
            placed += part;
        }
        return Money.ofMinor(currency, placed);
    }

    /** The share of a line in minor units. */
    long part(int position) {
        return parts[position];
    }

    /** The share of a line. */
    Money share(int position) {
        return Money.ofMinor(currency, parts[position]);
    }
}
