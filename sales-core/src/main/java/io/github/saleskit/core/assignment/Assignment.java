package io.github.saleskit.core.assignment;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Who gets a lead, and why nobody else does.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param policy name of the policy that decided
 * @param lead id of the lead
 * @param assignee id of the rep who gets it; absent when nobody may take it
 * @param pool id of the pool in which they get it; absent when nobody may take it
 * @param passedOver every other candidate in natural order of their ids, pool by pool where several were asked
 * @param nextState the state from which the next lead is to be assigned
 * @param reasons why this is the answer
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Assignment(
        @Required int version,
        @Required String policy,
        @Required String lead,
        Optional<String> assignee,
        Optional<String> pool,
        List<PassedOver> passedOver,
        @Required AssignmentState nextState,
        @Required List<Reason> reasons)
        implements Decision, StrictDocument {

    public Assignment {
        DocumentVersion.require("assignment", version, 1);
        requireNonNull(policy, "policy");
        requireNonNull(lead, "lead");
        requireNonNull(nextState, "nextState");
        passedOver = passedOver == null ? List.of() : List.copyOf(passedOver);
        reasons = List.copyOf(reasons);
    }

    static Builder builder() {
        return new Builder();
    }

    static final class Builder extends AssignmentBuilder {
        Builder() {
            version(1);
        }
    }
}
