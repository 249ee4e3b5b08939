package io.github.saleskit.cpq.pricing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.cpq.internal.ValueStyle;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A code that opens price rules, so often.
 *
 * <p>Immutable and thread-safe.
 *
 * @param code what the customer presents, compared exactly
 * @param validFrom the first day on which it is taken; since ever when absent
 * @param validUntil the last day on which it is taken; for ever when absent
 * @param mostUses how often in all, by {@link PricingContext#couponUses}; without limit when absent
 * @param mostUsesByCustomer how often by one customer, by {@link PricingContext#couponUsesByCustomer}
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Coupon(
        @Required String code,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validUntil,
        Optional<Integer> mostUses,
        Optional<Integer> mostUsesByCustomer)
        implements StrictDocument, WithCoupon {

    public Coupon {
        requireNonNull(code, "code");
    }

    /** A builder in which only the code is needed. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds coupons. */
    public static final class Builder extends CouponBuilder {
        Builder() {}
    }
}
