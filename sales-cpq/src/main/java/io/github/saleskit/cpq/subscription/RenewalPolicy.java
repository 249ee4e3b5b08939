package io.github.saleskit.cpq.subscription;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.cpq.internal.ValueStyle;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * At which prices, and for how long, a subscription goes on after its term, as data.
 *
 * <pre>{@code
 * // CPI + 2 %, at most 5 %
 * RenewalPolicy.of(BillingPeriod.yearly(), new BigDecimal("2")).withIndexed(true).withCap(new BigDecimal("5"));
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param term how long it goes on
 * @param percent by which prices rise; negative where they fall
 * @param indexed whether the change of a price index, such as consumer prices, is added to that; not when absent
 * @param cap the most they rise, in percent; no limit when absent
 * @param floor the least they rise, in percent; no limit when absent
 * @param priceDigits decimals to which new prices are rounded, half up, from 0 to 12; exact when absent
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record RenewalPolicy(
        @Required int version,
        @Required BillingPeriod term,
        @Required BigDecimal percent,
        Optional<Boolean> indexed,
        Optional<BigDecimal> cap,
        Optional<BigDecimal> floor,
        Optional<Integer> priceDigits)
        implements StrictDocument, WithRenewalPolicy {

    public RenewalPolicy {
        DocumentVersion.require("renewal policy", version, 1);
        requireNonNull(term, "term");
        requireNonNull(percent, "percent");
    }

    /** A builder with the newest version. */
    public static Builder builder() {
        return new Builder();
    }

    /** Another term at prices so many percent higher. */
    public static RenewalPolicy of(BillingPeriod term, BigDecimal percent) {
        return builder().term(term).percent(percent).build();
    }

    /** Builds policies. */
    public static final class Builder extends RenewalPolicyBuilder {
        Builder() {
            version(1);
        }
    }
}
