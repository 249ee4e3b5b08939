package io.github.saleskit.core.routing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;

/**
 * Which queues an agent serves.
 *
 * <p>Immutable and thread-safe.
 *
 * @param agent the agent for {@link RoutingEvent.AgentAvailable}
 * @param reasons why
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Qualification(
        @Required RoutingAgent agent, @Required List<Reason> reasons) implements Decision, StrictDocument {

    public Qualification {
        requireNonNull(agent, "agent");
        reasons = List.copyOf(reasons);
    }
}
