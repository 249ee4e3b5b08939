package io.github.saleskit.cpq.subscription;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.cpq.internal.ValueStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * What a subscription is worth, in the usual figures.
 *
 * <ul>
 *   <li>MRR, monthly recurring revenue: what all recurring items in force at a moment cost for a month: prices for n
 *       months divided by n, prices for n days multiplied by 365 / 12 / n. Nothing before charging begins (trials),
 *       after the end, or for free stretches.
 *   <li>ARR, annual recurring revenue: twelve times that, rounded once, so it may differ from twelve times the rounded
 *       MRR.
 *   <li>TCV, total contract value: the total of the whole schedule, what is sold once and every rise of a ramp
 *       included. An evergreen subscription has none, but one up to a stated horizon.
 *   <li>ACV, annual contract value: the recurring part of the TCV divided by the years of the term, trial included:
 *       months / 12 where the term is of whole months, days / 365 else; terms shorter than a year are scaled up alike.
 * </ul>
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param subscription its id
 * @param asOf the moment for which MRR and ARR hold
 * @param mrr monthly recurring revenue
 * @param arr annual recurring revenue
 * @param once the part of the total contract value that is sold once; absent with it
 * @param tcv total contract value; absent for an evergreen subscription without horizon
 * @param acv annual contract value; absent for an evergreen subscription without horizon
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record SubscriptionValue(
        @Required int version,
        @Required String subscription,
        @Required Moment asOf,
        @Required Money mrr,
        @Required Money arr,
        Optional<Money> once,
        Optional<Money> tcv,
        Optional<Money> acv)
        implements Decision, StrictDocument {

    public SubscriptionValue {
        DocumentVersion.require("subscription value", version, 1);
        requireNonNull(subscription, "subscription");
        requireNonNull(asOf, "asOf");
        requireNonNull(mrr, "mrr");
        requireNonNull(arr, "arr");
    }

    static Builder builder() {
        return new Builder();
    }

    /** Each figure. */
    @Override
    public List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.of("cpq.subscription.recurring", "asOf", asOf, "mrr", mrr, "arr", arr));
        reasons.add(tcv.map(total -> Reason.of(
                        "cpq.subscription.contract",
                        "tcv",
                        total,
                        "once",
                        once.orElseThrow(),
                        "acv",
                        acv.orElseThrow()))
                .orElseGet(() -> Reason.of("cpq.subscription.evergreen", "subscription", subscription)));
        return List.copyOf(reasons);
    }

    static final class Builder extends SubscriptionValueBuilder {
        Builder() {
            version(1);
        }
    }
}
