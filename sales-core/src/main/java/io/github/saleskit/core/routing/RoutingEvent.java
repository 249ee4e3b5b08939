package io.github.saleskit.core.routing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;

/**
 * Something that happened to work or agents.
 *
 * <p>Events are documents: a host that keeps them, with their times, can replay them. Immutable and thread-safe. More
 * events may follow.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RoutingEvent.Arrived.class, name = "arrived"),
    @JsonSubTypes.Type(value = RoutingEvent.AgentAvailable.class, name = "agentAvailable"),
    @JsonSubTypes.Type(value = RoutingEvent.AgentAway.class, name = "agentAway"),
    @JsonSubTypes.Type(value = RoutingEvent.AgentGone.class, name = "agentGone"),
    @JsonSubTypes.Type(value = RoutingEvent.HandedTo.class, name = "handedTo"),
    @JsonSubTypes.Type(value = RoutingEvent.Accepted.class, name = "accepted"),
    @JsonSubTypes.Type(value = RoutingEvent.Declined.class, name = "declined"),
    @JsonSubTypes.Type(value = RoutingEvent.CustomerWrote.class, name = "customerWrote"),
    @JsonSubTypes.Type(value = RoutingEvent.AgentWrote.class, name = "agentWrote"),
    @JsonSubTypes.Type(value = RoutingEvent.Parked.class, name = "parked"),
    @JsonSubTypes.Type(value = RoutingEvent.Resolved.class, name = "resolved"),
    @JsonSubTypes.Type(value = RoutingEvent.Reopened.class, name = "reopened"),
    @JsonSubTypes.Type(value = RoutingEvent.Closed.class, name = "closed"),
    @JsonSubTypes.Type(value = RoutingEvent.Transferred.class, name = "transferred"),
    @JsonSubTypes.Type(value = RoutingEvent.TimePassed.class, name = "timePassed")
})
public sealed interface RoutingEvent extends StrictDocument {

    /**
     * A piece of work came in.
     *
     * @param item the item
     */
    record Arrived(@Required WorkItem item) implements RoutingEvent {
        public Arrived {
            requireNonNull(item, "item");
        }
    }

    /**
     * An agent may be offered work, for the first time or again; also when they or their skills change.
     *
     * @param agent the agent
     */
    record AgentAvailable(@Required RoutingAgent agent) implements RoutingEvent {
        public AgentAvailable {
            requireNonNull(agent, "agent");
        }
    }

    /**
     * An agent may no longer be offered work; what they have in hand stays theirs, offers are withdrawn.
     *
     * @param agent id of the agent
     */
    record AgentAway(@Required String agent) implements RoutingEvent {
        public AgentAway {
            requireNonNull(agent, "agent");
        }
    }

    /**
     * An agent is gone without a word, as when a connection breaks: whatever they have goes back to its queues at its
     * old age, and they are offered nothing until they are available again.
     *
     * @param agent id of the agent
     */
    record AgentGone(@Required String agent) implements RoutingEvent {
        public AgentGone {
            requireNonNull(agent, "agent");
        }
    }

    /**
     * An agent takes an offer.
     *
     * @param item id of the item
     * @param agent id of the agent
     */
    record Accepted(@Required String item, @Required String agent) implements RoutingEvent {
        public Accepted {
            requireNonNull(item, "item");
            requireNonNull(agent, "agent");
        }
    }

    /**
     * An agent does not take an offer.
     *
     * @param item id of the item
     * @param agent id of the agent
     */
    record Declined(@Required String item, @Required String agent) implements RoutingEvent {
        public Declined {
            requireNonNull(item, "item");
            requireNonNull(agent, "agent");
        }
    }

    /**
     * The customer wrote; a parked or resolved item becomes active again.
     *
     * @param item id of the item
     */
    record CustomerWrote(@Required String item) implements RoutingEvent {
        public CustomerWrote {
            requireNonNull(item, "item");
        }
    }

    /**
     * The agent who has the item wrote.
     *
     * @param item id of the item
     * @param agent id of the agent
     */
    record AgentWrote(@Required String item, @Required String agent) implements RoutingEvent {
        public AgentWrote {
            requireNonNull(item, "item");
            requireNonNull(agent, "agent");
        }
    }

    /**
     * The item waits for the customer.
     *
     * @param item id of the item
     */
    record Parked(@Required String item) implements RoutingEvent {
        public Parked {
            requireNonNull(item, "item");
        }
    }

    /**
     * The item is done; its clocks stop.
     *
     * @param item id of the item
     */
    record Resolved(@Required String item) implements RoutingEvent {
        public Resolved {
            requireNonNull(item, "item");
        }
    }

    /**
     * A resolved or parked item is active again.
     *
     * @param item id of the item
     */
    record Reopened(@Required String item) implements RoutingEvent {
        public Reopened {
            requireNonNull(item, "item");
        }
    }

    /**
     * The item is gone for good and forgotten.
     *
     * @param item id of the item
     */
    record Closed(@Required String item) implements RoutingEvent {
        public Closed {
            requireNonNull(item, "item");
        }
    }

    /**
     * The agent who has the item gives it to another queue, and is not offered it again. Targets of that queue count
     * from when the item came in, those of the same name go on by its hours, and an answer or first reply that was
     * given already is not promised again.
     *
     * @param item id of the item
     * @param queue id of the queue
     */
    record Transferred(@Required String item, @Required String queue) implements RoutingEvent {
        public Transferred {
            requireNonNull(item, "item");
            requireNonNull(queue, "queue");
        }
    }

    /**
     * Somebody gives the item to an agent by name, whatever queues that one serves: the agent who has it, who is not
     * offered it again, or a supervisor for one that waits. Where its queue asks before it assigns, the agent is asked.
     *
     * @param item id of the item
     * @param agent id of the agent who shall have it; available and with room
     */
    record HandedTo(@Required String item, @Required String agent) implements RoutingEvent {
        public HandedTo {
            requireNonNull(item, "item");
            requireNonNull(agent, "agent");
        }
    }

    /** Nothing happened but time: what {@link Router#nextDue} announced. */
    record TimePassed() implements RoutingEvent {}
}
