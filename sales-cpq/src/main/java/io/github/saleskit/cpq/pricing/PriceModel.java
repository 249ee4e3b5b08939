package io.github.saleskit.cpq.pricing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;

/**
 * How the list price of a line follows from its quantity.
 *
 * <p>For tiers up to 10 at EUR 10, up to 20 at EUR 8 and EUR 5 beyond, 12 units cost 10 x 10 + 2 x 8 = EUR 116 when graduated,
 * and 12 x 8 = EUR 96 by volume.
 *
 * <p>Immutable and thread-safe. More models may follow.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "model")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PriceModel.PerUnit.class, name = "perUnit"),
    @JsonSubTypes.Type(value = PriceModel.PerPackage.class, name = "perPackage"),
    @JsonSubTypes.Type(value = PriceModel.Graduated.class, name = "graduated"),
    @JsonSubTypes.Type(value = PriceModel.Volume.class, name = "volume")
})
public sealed interface PriceModel extends StrictDocument {

    /**
     * What is charged for a quantity, tier by tier; exact, in the order of the tiers.
     *
     * @param quantity not negative
     * @return empty when the quantity lies outside the tiers
     */
    List<TierCharge> charges(BigDecimal quantity);

    /**
     * The same price for every unit.
     *
     * @param unitPrice not negative
     */
    record PerUnit(@JsonProperty(required = true) BigMoney unitPrice) implements PriceModel {

        public PerUnit {
            requireNonNull(unitPrice, "unitPrice");
        }

        @Override
        public List<TierCharge> charges(BigDecimal quantity) {
            return List.of(TierCharge.of(quantity, unitPrice));
        }
    }

    /**
     * A price for every package begun: 121 units in packages of 10, of which 10 units are free, are 12 packages.
     *
     * @param size units in a package, above zero
     * @param price of a package, not negative
     * @param freeUnits units that cost nothing, not negative; none when absent
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record PerPackage(
            @JsonProperty(required = true) BigDecimal size,
            @JsonProperty(required = true) BigMoney price,
            Optional<BigDecimal> freeUnits)
            implements PriceModel {

        public PerPackage {
            requireNonNull(size, "size");
            requireNonNull(price, "price");
        }

        @Override
        public List<TierCharge> charges(BigDecimal quantity) {
            BigDecimal paid =
                    quantity.subtract(freeUnits.orElse(BigDecimal.ZERO)).max(BigDecimal.ZERO);
            return List.of(TierCharge.of(paid.divide(size, 0, RoundingMode.CEILING), price));
        }
    }

    /**
     * Each tier has its own price for the units that lie in it; its flat fee is charged as soon as it is reached.
     *
     * @param tiers ascending, the first from 0
     * @param bounds to which tier a quantity on a bound belongs; decides which flat fees are charged there
     * @param zeroQuantity what a quantity of zero costs
     */
    record Graduated(
            List<PriceTier> tiers,
            @JsonProperty(required = true) TierBounds bounds,
            @JsonProperty(required = true) ZeroQuantity zeroQuantity)
            implements PriceModel {

        public Graduated {
            tiers = tiers == null ? List.of() : List.copyOf(tiers);
            requireNonNull(bounds, "bounds");
            requireNonNull(zeroQuantity, "zeroQuantity");
        }

        @Override
        public List<TierCharge> charges(BigDecimal quantity) {
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
    }

    /**
     * All units at the price of the tier that the quantity reaches, and that tier's flat fee; with flat fees only, a stair-step
     * or block price.
     *
     * <p>Where a tier is cheaper, the total may fall as the quantity rises; the engine warns of that.
     *
     * @param tiers ascending
     * @param bounds to which tier a quantity on a bound belongs
     * @param zeroQuantity what a quantity of zero costs where the first tier begins at zero
     */
    record Volume(
            List<PriceTier> tiers,
            @JsonProperty(required = true) TierBounds bounds,
            @JsonProperty(required = true) ZeroQuantity zeroQuantity)
            implements PriceModel {

        public Volume {
            tiers = tiers == null ? List.of() : List.copyOf(tiers);
            requireNonNull(bounds, "bounds");
            requireNonNull(zeroQuantity, "zeroQuantity");
        }

        @Override
        public List<TierCharge> charges(BigDecimal quantity) {
            BigDecimal first = tiers.get(0).from().orElse(BigDecimal.ZERO);
            if (quantity.signum() == 0 && first.signum() == 0) {
                return List.of(chargeForNothing(tiers.get(0), zeroQuantity));
            }
            if (!bounds.isBeyond(quantity, first)) {
                return List.of();
            }
            return tiers.stream()
                    .filter(tier -> tier.upTo().isEmpty()
                            || !bounds.isBeyond(quantity, tier.upTo().get()))
                    .findFirst()
                    .map(tier -> List.of(tier.charge(quantity)))
                    .orElse(List.of());
        }
    }

    private static TierCharge chargeForNothing(PriceTier first, ZeroQuantity policy) {
        TierCharge charge = first.charge(BigDecimal.ZERO);
        if (policy == ZeroQuantity.FIRST_FLAT_FEE) {
            return charge;
        }
        BigMoney zero = BigMoney.zero(charge.amount().getCurrencyUnit());
        return TierCharge.of(BigDecimal.ZERO, first.unitPrice().orElse(zero));
    }
}
