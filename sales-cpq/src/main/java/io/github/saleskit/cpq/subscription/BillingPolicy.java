package io.github.saleskit.cpq.subscription;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.core.money.MoneyAllocation;
import io.github.saleskit.core.money.RoundingPolicy;
import io.github.saleskit.cpq.internal.ValueStyle;
import java.time.ZoneId;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How subscriptions are billed, as data.
 *
 * <pre>{@code
 * BillingPolicy policy = BillingPolicy.builder()
 *         .calendar(BillingCalendar.of(BillingPeriod.monthly(), BillingAnchor.dayOfMonth(1), BillingMode.IN_ADVANCE))
 *         .proration(Proration.ACTUAL_DAYS)
 *         .rounding(RoundingPolicy.halfUpByLine())
 *         .credit(CreditPolicy.PRORATED)
 *         .changesDue(ChangesDue.AT_ONCE)
 *         .build();
 * }</pre>
 *
 * <p>Rounding by unit: the price of each unit for each stretch is rounded. By line: each charge. By total: all charges
 * of an item at one quantity and price together, and they add up to it; by running totals, so that what was charged
 * already never changes later, or divided by {@code allocation}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param calendar periods, anchors, in advance or in arrears
 * @param proration what a part of a period costs
 * @param zone in which the days begin; needed to prorate by seconds, and only then
 * @param rounding how exact amounts become minor units; without cash increments, for those are of payments
 * @param allocation how a rounded total is divided; only for rounding by total, by running totals when absent
 * @param credit what is given back when something becomes less
 * @param changesDue when changes of what was due already are due
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record BillingPolicy(
        @Required int version,
        @Required BillingCalendar calendar,
        @Required Proration proration,
        Optional<ZoneId> zone,
        @Required RoundingPolicy rounding,
        Optional<MoneyAllocation> allocation,
        @Required CreditPolicy credit,
        @Required ChangesDue changesDue)
        implements StrictDocument, WithBillingPolicy {

    public BillingPolicy {
        DocumentVersion.require("billing policy", version, 1);
        requireNonNull(calendar, "calendar");
        requireNonNull(proration, "proration");
        requireNonNull(rounding, "rounding");
        requireNonNull(credit, "credit");
        requireNonNull(changesDue, "changesDue");
    }

    /** A builder with the newest version. */
    public static Builder builder() {
        return new Builder();
    }

    /** By actual days, half up by charge, with prorated credits and changes due at once. */
    public static BillingPolicy of(BillingCalendar calendar) {
        return builder()
                .calendar(calendar)
                .proration(Proration.ACTUAL_DAYS)
                .rounding(RoundingPolicy.halfUpByLine())
                .credit(CreditPolicy.PRORATED)
                .changesDue(ChangesDue.AT_ONCE)
                .build();
    }

    /** Builds policies. */
    public static final class Builder extends BillingPolicyBuilder {
        Builder() {
            version(1);
        }
    }
}
