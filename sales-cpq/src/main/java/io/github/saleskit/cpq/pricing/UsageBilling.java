package io.github.saleskit.cpq.pricing;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.BigMoney;

/**
 * Bills usage as it grows within a period: each bill charges what its units add to those before.
 *
 * <p>Of packages of 10 at EUR 15, after 17 units, 5 more open one package: EUR 15.
 *
 * <p>Immutable and thread-safe.
 */
public final class UsageBilling {

    private final PriceModel model;
    private final SpendLimits limits;

    private UsageBilling(PriceModel model, SpendLimits limits) {
        this.model = requireNonNull(model, "model");
        this.limits = requireNonNull(limits, "limits");
    }

    /** Billing by a price within limits. */
    public static UsageBilling of(PriceModel model, SpendLimits limits) {
        return new UsageBilling(model, limits);
    }

    /**
     * The first bill of a period.
     *
     * @throws IllegalArgumentException when the model does not price the quantity
     */
    public SpendBill first(BigDecimal quantity) {
        List<BigMoney> parts = amounts(quantity);
        return limits.apply(BigMoney.zero(parts.get(0).getCurrencyUnit()), parts);
    }

    /**
     * A later bill.
     *
     * @param before the units billed earlier in the period
     * @param billed what was charged for them
     * @param quantity the units added
     * @throws IllegalArgumentException when the model does not price the quantities
     */
    public SpendBill next(BigDecimal before, BigMoney billed, BigDecimal quantity) {
        List<BigMoney> earlier = amounts(before);
        List<BigMoney> until = amounts(before.add(quantity));
        return limits.apply(
                billed, model instanceof PriceModel.Volume ? whole(earlier, until) : byTier(earlier, until));
    }

    private static List<BigMoney> whole(List<BigMoney> earlier, List<BigMoney> until) {
        return List.of(BigMoney.total(until).minus(BigMoney.total(earlier)));
    }

    /** What each tier adds; tiers that add nothing are left out, unless all do. */
    private static List<BigMoney> byTier(List<BigMoney> earlier, List<BigMoney> until) {
        List<BigMoney> added = new ArrayList<>();
        for (int i = 0; i < until.size(); i++) {
            BigMoney more = i < earlier.size() ? until.get(i).minus(earlier.get(i)) : until.get(i);
            if (!more.isZero()) {
                added.add(more);
            }
        }
        return added.isEmpty() ? List.of(BigMoney.zero(until.get(0).getCurrencyUnit())) : added;
    }

    private List<BigMoney> amounts(BigDecimal quantity) {
        List<TierCharge> charges = model.charges(quantity);
        if (charges.isEmpty()) {
            throw new IllegalArgumentException("quantity is " + quantity + ", but the price has no tier for it.");
        }
        return charges.stream().map(TierCharge::amount).toList();
    }
}
