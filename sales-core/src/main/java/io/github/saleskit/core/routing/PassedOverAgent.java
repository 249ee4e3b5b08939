package io.github.saleskit.core.routing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;

/**
 * An agent who does not get an item, and why.
 *
 * <p>Immutable and thread-safe.
 *
 * @param agent id of the agent
 * @param reason why not
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PassedOverAgent(
        @Required String agent, @Required Reason reason) implements StrictDocument {

    public PassedOverAgent {
        requireNonNull(agent, "agent");
        requireNonNull(reason, "reason");
    }
}
