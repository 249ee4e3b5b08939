package io.github.saleskit.core.scoring;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Leads in the order in which to work on them; each lead is in exactly one of the two lists.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param policy name of the policy
 * @param at the moment
 * @param leads the most important first
 * @param passedOver leads not to be worked on, by id
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LeadQueue(
        @Required int version,
        @Required String policy,
        @Required Instant at,
        List<QueuedLead> leads,
        List<PassedOverLead> passedOver)
        implements Decision, StrictDocument {

    public LeadQueue {
        DocumentVersion.require("lead queue", version, 1);
        requireNonNull(policy, "policy");
        requireNonNull(at, "at");
        leads = leads == null ? List.of() : List.copyOf(leads);
        passedOver = passedOver == null ? List.of() : List.copyOf(passedOver);
    }

    /** How many leads there are, then one for each. */
    @Override
    public List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.of("core.scoring.queue", "leads", leads.size(), "passedOver", passedOver.size()));
        leads.stream().map(QueuedLead::reason).forEach(reasons::add);
        passedOver.stream().map(PassedOverLead::reason).forEach(reasons::add);
        return reasons;
    }
}
