package io.github.saleskit.cpq.subscription;

import io.github.saleskit.cpq.pricing.PriceModel;
import io.github.saleskit.cpq.pricing.PriceTier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;

/**
 * Multiplies all prices of a price model.
 *
 * @param factor not negative
 * @param digits decimals to which the new prices are rounded, half up; exact when absent
 */
record PriceScaling(BigDecimal factor, Optional<Integer> digits) {

    /** The model with scaled prices; empty for models whose prices are not amounts. */
    Optional<PriceModel> scale(PriceModel model) {
        if (model instanceof PriceModel.PerUnit perUnit) {
            return Optional.of(new PriceModel.PerUnit(scale(perUnit.unitPrice())));
        }
        if (model instanceof PriceModel.PerPackage perPackage) {
            return Optional.of(
                    new PriceModel.PerPackage(perPackage.size(), scale(perPackage.price()), perPackage.freeUnits()));
        }
        if (model instanceof PriceModel.Graduated graduated) {
            return Optional.of(
                    new PriceModel.Graduated(scale(graduated.tiers()), graduated.bounds(), graduated.zeroQuantity()));
        }
        if (model instanceof PriceModel.Volume volume) {
            return Optional.of(new PriceModel.Volume(scale(volume.tiers()), volume.bounds(), volume.zeroQuantity()));
        }
        return Optional.empty();
    }

    private List<PriceTier> scale(List<PriceTier> tiers) {
        return tiers.stream()
                .map(tier -> tier.withUnitPrice(tier.unitPrice().map(this::scale))
                        .withFlatFee(tier.flatFee().map(this::scale)))
                .toList();
    }

    private BigMoney scale(BigMoney price) {
        BigMoney scaled = price.multipliedBy(factor);
        return digits.filter(most -> most < scaled.getScale())
                .map(most -> scaled.withScale(most, RoundingMode.HALF_UP))
                .orElse(scaled);
    }
}
