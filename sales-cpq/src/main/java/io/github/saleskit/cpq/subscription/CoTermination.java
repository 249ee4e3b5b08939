package io.github.saleskit.cpq.subscription;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * Several subscriptions that end together.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param until when all of them end
 * @param subscriptions each with what its longer or shorter term adds and takes, in the order given
 */
public record CoTermination(@Required int version, @Required Moment until, List<AmendedSubscription> subscriptions)
        implements Decision, StrictDocument {

    public CoTermination {
        DocumentVersion.require("co-termination", version, 1);
        requireNonNull(until, "until");
        subscriptions = subscriptions == null ? List.of() : List.copyOf(subscriptions);
    }

    /** The common end, then how each subscription came to it. */
    @Override
    public List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.of("cpq.subscription.endTogether", "subscriptions", subscriptions.size(), "until", until));
        subscriptions.forEach(each -> reasons.addAll(each.reasons()));
        return List.copyOf(reasons);
    }
}
