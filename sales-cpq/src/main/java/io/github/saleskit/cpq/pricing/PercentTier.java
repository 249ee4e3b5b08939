package io.github.saleskit.cpq.pricing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.cpq.internal.ValueStyle;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/**
 * The percentage charged for the part of an amount that lies between two bounds.
 *
 * <p>Immutable and thread-safe.
 *
 * @param upTo where the tier ends; left out in the last tier for no end
 * @param percent of the amount in it, not negative
 * @param flatFee once when it is reached
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PercentTier(
        Optional<BigDecimal> upTo, @Required BigDecimal percent, Optional<BigMoney> flatFee)
        implements StrictDocument, WithPercentTier {

    public PercentTier {
        requireNonNull(percent, "percent");
    }

    /** A builder in which only the percentage is needed. */
    public static Builder builder() {
        return new Builder();
    }

    PriceTier asPrice(CurrencyUnit currency) {
        return new PriceTier(
                Optional.empty(),
                upTo,
                Optional.of(BigMoney.of(currency, percent.movePointLeft(2))),
                Optional.empty(),
                flatFee);
    }

    /** Builds tiers. */
    public static final class Builder extends PercentTierBuilder {
        Builder() {}
    }
}
