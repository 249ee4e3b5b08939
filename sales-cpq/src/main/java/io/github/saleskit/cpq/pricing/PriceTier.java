package io.github.saleskit.cpq.pricing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.cpq.internal.ValueStyle;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.BigMoney;

/**
 * The price of the quantities between two bounds: a price a unit, a flat fee, or both.
 *
 * <p>Immutable and thread-safe.
 *
 * @param from where the tier begins; may be left out, for the end of the tier before, and for 0 in the first tier
 * @param upTo where it ends, see {@link TierBounds}; left out in the last tier for no end
 * @param unitPrice for each unit
 * @param flatFee once
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PriceTier(
        Optional<BigDecimal> from, Optional<BigDecimal> upTo, Optional<BigMoney> unitPrice, Optional<BigMoney> flatFee)
        implements StrictDocument, WithPriceTier {

    /** A builder in which everything may stay absent but one of unit price and flat fee. */
    public static Builder builder() {
        return new Builder();
    }

    TierCharge charge(BigDecimal quantity) {
        return new TierCharge(quantity, unitPrice, flatFee);
    }

    /** Builds price tiers. */
    public static final class Builder extends PriceTierBuilder {
        Builder() {}
    }
}
