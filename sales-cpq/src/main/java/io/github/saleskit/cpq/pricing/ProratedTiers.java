package io.github.saleskit.cpq.pricing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.joda.money.BigMoney;

/** Charges changes of the units in use pro rata, each in the tiers it passes through. */
final class ProratedTiers {

    private static final MathContext DIGITS = new MathContext(34, RoundingMode.HALF_EVEN);

    private final List<PriceTier> tiers;
    private final TierBounds bounds;
    private final ZeroQuantity zeroQuantity;

    ProratedTiers(List<PriceTier> tiers, TierBounds bounds, ZeroQuantity zeroQuantity) {
        this.tiers = tiers;
        this.bounds = bounds;
        this.zeroQuantity = zeroQuantity;
    }

    List<TierCharge> charges(List<UsageChange> changes) {
        BigDecimal[] charged = new BigDecimal[tiers.size()];
        Arrays.fill(charged, BigDecimal.ZERO);
        BigDecimal inUse = BigDecimal.ZERO;
        BigDecimal most = BigDecimal.ZERO;
        for (UsageChange change : changes) {
            BigDecimal after = inUse.add(change.units());
            requirePossible(change, after);
            spread(change, inUse, after, charged);
            inUse = after;
            most = most.max(after);
        }
        return collect(charged, most);
    }

    private void requirePossible(UsageChange change, BigDecimal after) {
        if (after.signum() < 0) {
            throw new IllegalArgumentException(
                    "changes has one of " + change.units() + " units, but so many are not in use.");
        }
        if (Tiers.at(tiers, bounds, after).isEmpty()) {
            throw new IllegalArgumentException("changes has one that leads to " + after + " units, beyond all tiers.");
        }
    }

    /** Gives each tier its part of the change, in proportion to the units of it that lie there. */
    private void spread(UsageChange change, BigDecimal from, BigDecimal to, BigDecimal[] charged) {
        if (change.units().signum() == 0) {
            return;
        }
        BigDecimal low = from.min(to);
        BigDecimal high = from.max(to);
        BigDecimal lower = BigDecimal.ZERO;
        for (int i = 0; i < charged.length; i++) {
            BigDecimal upper = tiers.get(i).upTo().orElse(high.max(lower));
            BigDecimal inside = high.min(upper).subtract(low.max(lower));
            if (inside.signum() > 0) {
                BigDecimal part =
                        change.charged().multiply(inside).divide(change.units().abs(), DIGITS);
                charged[i] = charged[i].add(part);
            }
            lower = upper;
        }
    }

    private List<TierCharge> collect(BigDecimal[] charged, BigDecimal most) {
        if (most.signum() == 0) {
            return List.of(Tiers.chargeForNothing(tiers.get(0), zeroQuantity));
        }
        if (isNegative(charged)) {
            Arrays.fill(charged, BigDecimal.ZERO);
        }
        List<TierCharge> charges = new ArrayList<>();
        for (int i = 0; i < charged.length; i++) {
            boolean reached =
                    i == 0 || bounds.isBeyond(most, tiers.get(i - 1).upTo().orElse(most));
            if (reached) {
                charges.add(tiers.get(i).charge(charged[i]));
            }
        }
        return List.copyOf(charges);
    }

    /** Whether units that went are worth more than those that came. */
    private boolean isNegative(BigDecimal[] charged) {
        BigDecimal worth = BigDecimal.ZERO;
        for (int i = 0; i < charged.length; i++) {
            BigDecimal price = tiers.get(i).unitPrice().map(BigMoney::getAmount).orElse(BigDecimal.ZERO);
            worth = worth.add(charged[i].multiply(price));
        }
        return worth.signum() < 0;
    }
}
