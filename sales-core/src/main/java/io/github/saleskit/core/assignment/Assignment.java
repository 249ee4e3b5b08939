package io.github.saleskit.core.assignment;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Who gets a lead, and why nobody else does.
 *
 * <p>Immutable and thread-safe.
 *
 * @param lead id of the lead
 * @param assignee id of the rep who gets it; absent when nobody may take it
 * @param pool id of the pool whose turn it was; absent when nobody may take it
 * @param passedOver every other candidate in natural order of their ids, pool by pool where several were asked
 * @param nextState the state from which the next lead is to be assigned
 * @param reasons why this is the answer
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Assignment(
        @JsonProperty(required = true) String lead,
        Optional<String> assignee,
        Optional<String> pool,
        List<PassedOver> passedOver,
        @JsonProperty(required = true) AssignmentState nextState,
        @JsonProperty(required = true) List<Reason> reasons)
        implements Decision, StrictDocument {

    public Assignment {
        requireNonNull(lead, "lead");
        requireNonNull(nextState, "nextState");
        passedOver = passedOver == null ? List.of() : List.copyOf(passedOver);
        reasons = List.copyOf(reasons);
    }

    static Builder builder() {
        return new Builder();
    }

    static final class Builder extends AssignmentBuilder {
        Builder() {}
    }
}
