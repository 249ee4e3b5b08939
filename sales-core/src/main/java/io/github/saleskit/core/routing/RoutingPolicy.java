package io.github.saleskit.core.routing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.calendar.BusinessHours;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How work finds agents, as data.
 *
 * <pre>{@code
 * {"version": 1, "name": "support", "channels": [{"id": "chat", "units": 1}, {"id": "voice", "blocks": true}],
 *  "queues": [{"id": "billing", "work": {"field": "topic", "is": "billing"}, "acceptWithin": "PT20S",
 *              "overflow": [{"to": "all", "afterWaiting": "PT2M"}]},
 *             {"id": "all", "acceptWithin": "PT30S"}]}
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param name as people read it
 * @param channels how work fills agents
 * @param queues work goes to the first that takes it
 * @param skillsField name of the set field of work that lists what it asks for, as {@code cloud:3}
 * @param priorityField name of the whole-number field of work that is added to the priority of its queue
 * @param agentSkillsField name of the set field of agents that lists what they know, as {@code cloud:3}
 * @param agentCapacityField name of the whole-number field of agents that says how many units they may have; 1 when
 *     absent
 * @param agentOrder who is asked first
 * @param hours business hours that queues name
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RoutingPolicy(
        @Required int version,
        @Required String name,
        List<Channel> channels,
        List<RoutingQueue> queues,
        Optional<String> skillsField,
        Optional<String> priorityField,
        Optional<String> agentSkillsField,
        Optional<String> agentCapacityField,
        Optional<AgentOrder> agentOrder,
        List<BusinessHours> hours)
        implements StrictDocument, WithRoutingPolicy {

    public RoutingPolicy {
        DocumentVersion.require("routing policy", version, 1);
        requireNonNull(name, "name");
        channels = channels == null ? List.of() : List.copyOf(channels);
        queues = queues == null ? List.of() : List.copyOf(queues);
        hours = hours == null ? List.of() : List.copyOf(hours);
    }

    /** A builder in which what is optional may stay absent. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RoutingPolicy}. */
    public static final class Builder extends RoutingPolicyBuilder {
        Builder() {
            version(1);
        }
    }
}
