package io.github.saleskit.cpq.subscription;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * A subscription after a change, and what the change adds to and takes from its schedule.
 *
 * <p>The schedule before and the deltas add up to the schedule after, to the last minor unit.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param subscription as it is then, to be stored
 * @param deltas by due day; credits are negative
 * @param total their sum
 * @param fee for ending before the term does, due at once; not part of the schedule and of its total
 * @param reasons what was changed, then each delta, then the fee
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record AmendedSubscription(
        @Required int version,
        @Required Subscription subscription,
        List<ScheduledCharge> deltas,
        @Required Money total,
        Optional<Money> fee,
        List<Reason> reasons)
        implements Decision, StrictDocument {

    public AmendedSubscription {
        DocumentVersion.require("amended subscription", version, 1);
        requireNonNull(subscription, "subscription");
        deltas = deltas == null ? List.of() : List.copyOf(deltas);
        requireNonNull(total, "total");
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }

    /** The same with a fee. */
    AmendedSubscription withFee(Money charged, Reason reason) {
        List<Reason> all = new ArrayList<>(reasons);
        all.add(reason);
        return new AmendedSubscription(version, subscription, deltas, total, Optional.of(charged), all);
    }
}
