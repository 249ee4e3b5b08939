package io.github.saleskit.cpq.pricing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.cpq.internal.ValueStyle;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.BigMoney;

/**
 * The price of the quantities between two bounds: a price a unit (or a block of units), a flat fee, or both.
 *
 * <p>Immutable and thread-safe.
 *
 * @param from where the tier begins; may be left out, for the end of the tier before, and for 0 in the first tier
 * @param upTo where it ends, see {@link TierBounds}; left out in the last tier for no end
 * @param unitPrice for each unit, or for each block
 * @param blockSize how many units a block holds; every block begun is charged; single units when absent
 * @param flatFee once
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PriceTier(
        Optional<BigDecimal> from,
        Optional<BigDecimal> upTo,
        Optional<BigMoney> unitPrice,
        Optional<BigDecimal> blockSize,
        Optional<BigMoney> flatFee)
        implements StrictDocument, WithPriceTier {

    /** A builder in which everything may stay absent but one of unit price and flat fee. */
    public static Builder builder() {
        return new Builder();
    }

    /** A price for each unit up to an end. */
    public static PriceTier upTo(long end, BigMoney unitPrice) {
        return builder().upTo(BigDecimal.valueOf(end)).unitPrice(unitPrice).build();
    }

    /** A price for each unit beyond the tier before, or for all units where there is none. */
    public static PriceTier beyond(BigMoney unitPrice) {
        return builder().unitPrice(unitPrice).build();
    }

    TierCharge charge(BigDecimal quantity) {
        requireNonNull(quantity, "quantity");
        BigDecimal units = blockSize
                .map(size -> quantity.divide(size, 0, RoundingMode.CEILING))
                .orElse(quantity);
        return new TierCharge(units, unitPrice, flatFee);
    }

    /** Builds price tiers. */
    public static final class Builder extends PriceTierBuilder {
        Builder() {}
    }
}
