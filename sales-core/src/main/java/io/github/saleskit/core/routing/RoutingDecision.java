package io.github.saleskit.core.routing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;

/**
 * What follows from an event.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param applied whether the event changed anything; when not, the next state is the state before, and the reasons say
 *     why
 * @param effects what the host has to do, in order
 * @param passedOver who was skipped on the way although they had room, because they had declined
 * @param nextState the state for the next event
 * @param reasons what happened, or why nothing did
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RoutingDecision(
        @Required int version,
        @Required boolean applied,
        List<RoutingEffect> effects,
        List<PassedOverAgent> passedOver,
        @Required RoutingState nextState,
        @Required List<Reason> reasons)
        implements Decision, StrictDocument {

    public RoutingDecision {
        DocumentVersion.require("routing decision", version, 1);
        requireNonNull(nextState, "nextState");
        effects = effects == null ? List.of() : List.copyOf(effects);
        passedOver = passedOver == null ? List.of() : List.copyOf(passedOver);
        reasons = List.copyOf(reasons);
    }
}
