package io.github.saleskit.core.routing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.core.scoring.LeadScore;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a rep has to know of a conversation and of the lead in it.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param policy name of the policy
 * @param item the conversation
 * @param agent id of the agent who has it or is offered it; absent while nobody does
 * @param at when it was written
 * @param offers how often the conversation was offered or assigned
 * @param declined ids of agents who had or were offered it before
 * @param facts of the lead, by field, in words; what is absent is left out
 * @param score of the lead
 * @param timeline what the lead did, the latest first
 * @param earlier how many events before those are left out
 * @param reasons how long the customer has waited, then the score and the weightiest reasons for it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record HandOver(
        @Required int version,
        @Required String policy,
        @Required WorkItem item,
        Optional<String> agent,
        @Required Instant at,
        @Required int offers,
        List<String> declined,
        Map<String, String> facts,
        @Required LeadScore score,
        List<HandOverEvent> timeline,
        @Required int earlier,
        @Required List<Reason> reasons)
        implements Decision, StrictDocument {

    public HandOver {
        DocumentVersion.require("hand-over", version, 1);
        requireNonNull(policy, "policy");
        requireNonNull(item, "item");
        requireNonNull(at, "at");
        requireNonNull(score, "score");
        declined = declined == null ? List.of() : List.copyOf(declined);
        facts = facts == null ? Collections.emptyMap() : Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        timeline = timeline == null ? List.of() : List.copyOf(timeline);
        reasons = List.copyOf(reasons);
    }
}
