package io.github.saleskit.core.invitation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether a visitor is invited to a chat, and why.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param policy name of the policy
 * @param visitor id of the visitor
 * @param at when it was decided
 * @param rule id of the rule that invites; absent when none does
 * @param queue id of the queue that will take the chat
 * @param message what the host shows
 * @param nextHistory the visitor's history from now on
 * @param reasons the rule that invites, or what stands against it; then why the rules before it did not
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Invitation(
        @Required int version,
        @Required String policy,
        @Required String visitor,
        @Required Instant at,
        Optional<String> rule,
        Optional<String> queue,
        Optional<String> message,
        @Required InvitationHistory nextHistory,
        @Required List<Reason> reasons)
        implements Decision, StrictDocument {

    public Invitation {
        DocumentVersion.require("invitation", version, 1);
        requireNonNull(policy, "policy");
        requireNonNull(visitor, "visitor");
        requireNonNull(at, "at");
        requireNonNull(nextHistory, "nextHistory");
        reasons = List.copyOf(reasons);
    }
}
