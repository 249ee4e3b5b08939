package io.github.saleskit.cpq.pricing;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.cpq.internal.SortedCopies;
import io.github.saleskit.cpq.internal.ValueStyle;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * When a quote is priced, and what happened before.
 *
 * <p>Immutable and thread-safe.
 *
 * @param asOf the day whose price books and rules are used
 * @param at the moment, for conditions on {@code order.at} and {@code now}; the start of the day in UTC when absent
 * @param couponUses how often each coupon was redeemed before, by code
 * @param couponUsesByCustomer how often the quote's customer redeemed each coupon before, by code
 */
@ValueStyle
@Value.Builder
public record PricingContext(
        @Required LocalDate asOf,
        Optional<Instant> at,
        Map<String, Integer> couponUses,
        Map<String, Integer> couponUsesByCustomer)
        implements StrictDocument, WithPricingContext {

    public PricingContext {
        requireNonNull(asOf, "asOf");
        couponUses = SortedCopies.of(couponUses);
        couponUsesByCustomer = SortedCopies.of(couponUsesByCustomer);
    }

    /** A builder in which only the day is needed. */
    public static Builder builder() {
        return new Builder();
    }

    /** A day; no coupon was used before. */
    public static PricingContext of(LocalDate asOf) {
        return new PricingContext(asOf, Optional.empty(), Map.of(), Map.of());
    }

    Instant now() {
        return at.orElseGet(() -> asOf.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** Builds contexts. */
    public static final class Builder extends PricingContextBuilder {
        Builder() {}
    }
}
