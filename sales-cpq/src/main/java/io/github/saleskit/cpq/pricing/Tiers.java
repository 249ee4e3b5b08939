package io.github.saleskit.cpq.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;

/** Questions to a list of tiers. */
final class Tiers {

    private Tiers() {}

    /** The tier that a quantity above the start of the first reaches; empty beyond the last. */
    static Optional<PriceTier> at(List<PriceTier> tiers, TierBounds bounds, BigDecimal quantity) {
        for (PriceTier tier : tiers) {
            if (tier.upTo().isEmpty() || !bounds.isBeyond(quantity, tier.upTo().get())) {
                return Optional.of(tier);
            }
        }
        return Optional.empty();
    }

    /** The price of every tier that a quantity passes through, for the units in it; empty beyond the last. */
    static List<TierCharge> passed(
            List<PriceTier> tiers, TierBounds bounds, ZeroQuantity zeroQuantity, BigDecimal quantity) {
        if (quantity.signum() == 0) {
            return List.of(chargeForNothing(tiers.get(0), zeroQuantity));
        }
        List<TierCharge> charges = new ArrayList<>();
        BigDecimal lower = BigDecimal.ZERO;
        for (PriceTier tier : tiers) {
            BigDecimal upTo = tier.upTo().orElse(quantity);
            charges.add(tier.charge(quantity.min(upTo).subtract(lower)));
            if (tier.upTo().isEmpty() || !bounds.isBeyond(quantity, upTo)) {
                return List.copyOf(charges);
            }
            lower = upTo;
        }
        return List.of();
    }

    /** The price of the tier that is reached, for all units; empty below the first and beyond the last. */
    static List<TierCharge> reached(
            List<PriceTier> tiers, TierBounds bounds, ZeroQuantity zeroQuantity, PriceInput input) {
        BigDecimal reached = input.tierOf();
        BigDecimal first = tiers.get(0).from().orElse(BigDecimal.ZERO);
        if (reached.signum() == 0 && first.signum() == 0) {
            return List.of(chargeForNothing(tiers.get(0), zeroQuantity));
        }
        if (!bounds.isBeyond(reached, first)) {
            return List.of();
        }
        return at(tiers, bounds, reached)
                .map(tier -> List.of(tier.charge(input.quantity())))
                .orElse(List.of());
    }

    /** What is left of a quantity after what is free. */
    static BigDecimal above(BigDecimal quantity, Optional<BigDecimal> free) {
        return quantity.subtract(free.orElse(BigDecimal.ZERO)).max(BigDecimal.ZERO);
    }

    static TierCharge chargeForNothing(PriceTier first, ZeroQuantity policy) {
        TierCharge charge = first.charge(BigDecimal.ZERO);
        if (policy == ZeroQuantity.FIRST_FLAT_FEE) {
            return charge;
        }
        BigMoney zero = BigMoney.zero(charge.amount().getCurrencyUnit());
        return TierCharge.of(BigDecimal.ZERO, first.unitPrice().orElse(zero));
    }
}
