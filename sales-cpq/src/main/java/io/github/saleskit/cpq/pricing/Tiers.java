package io.github.saleskit.cpq.pricing;

import java.math.BigDecimal;
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

    static TierCharge chargeForNothing(PriceTier first, ZeroQuantity policy) {
        TierCharge charge = first.charge(BigDecimal.ZERO);
        if (policy == ZeroQuantity.FIRST_FLAT_FEE) {
            return charge;
        }
        BigMoney zero = BigMoney.zero(charge.amount().getCurrencyUnit());
        return TierCharge.of(BigDecimal.ZERO, first.unitPrice().orElse(zero));
    }
}
