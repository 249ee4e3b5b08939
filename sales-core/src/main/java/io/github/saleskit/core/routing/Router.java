package io.github.saleskit.core.routing;

import static java.util.Objects.requireNonNull;

import com.google.common.math.LongMath;
import com.google.common.primitives.Ints;
import io.github.saleskit.core.calendar.HolidayCalendar;
import io.github.saleskit.core.criteria.Condition;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.explain.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings work and agents together as they come and go.
 *
 * <pre>{@code
 * Router<Chat, SalesRep> router = Router.compile(policy, Chat.FIELDS, SalesRep.FIELDS, HolidayCalendar.none());
 * WorkItem item = router.classify(chat, "chat", now, now).item().orElseThrow();
 * RoutingDecision decision = router.decide(state, new RoutingEvent.Arrived(item), now);
 * decision.effects();                        // show the chat to ann until 09:00:20
 * store.save(decision.nextState());
 * router.nextDue(decision.nextState());      // when to call again with TimePassed, if nothing happens before
 * }</pre>
 *
 * <p>What holds after every decision, once what is due is done: an item is in one place; what an agent has fits their
 * capacity; no agent with room is idle while an item waits that they could take; who declined an item, or let it time
 * out, is never offered it again; of what an agent could take they get the item of the highest priority, then the
 * oldest, whatever was done with it before. An event that does not fit the state, a second acceptance, one that comes
 * too late, an unknown id, a time before the last, is refused with a reason and changes nothing.
 *
 * <p>With a agents, n items, and k kinds of agents (same queues, skills and room) or of waiting items (same channel,
 * queues and skills), an event takes O(k log k + log a + log n) for each item that moves, and as much again for each
 * agent skipped because they had declined.
 *
 * <p>Immutable, and thread-safe where the host's accessors are.
 *
 * @param <W> the host's type of work
 * @param <A> the host's type of agent
 */
public final class Router<W, A> {

    private final RoutingPolicy policy;
    private final FieldSet<W> work;
    private final FieldSet<A> agents;
    private final RoutingRules rules;
    private final HostFields<W> workFields;
    private final HostFields<A> agentFields;
    private final Map<String, Condition<W>> takes = new LinkedHashMap<>();
    private final Map<String, Condition<A>> serves = new LinkedHashMap<>();

    private Router(RoutingPolicy policy, FieldSet<W> work, FieldSet<A> agents, HolidayCalendar holidays, Problems at) {
        this.policy = policy;
        this.work = work;
        this.agents = agents;
        this.rules = new RoutingRules(policy, RoutingCheck.check(policy, holidays, at));
        this.workFields = new HostFields<>(work, policy.skillsField(), policy.priorityField());
        this.agentFields = new HostFields<>(agents, policy.agentSkillsField(), policy.agentCapacityField());
        workFields.check(at.at("skillsField"), at.at("priorityField"));
        agentFields.check(at.at("agentSkillsField"), at.at("agentCapacityField"));
        for (int i = 0; i < policy.queues().size(); i++) {
            RoutingQueue queue = policy.queues().get(i);
            takes.put(queue.id(), HostFields.condition(queue.work(), work, at.at("queues", i, "work")));
            serves.put(queue.id(), HostFields.condition(queue.agents(), agents, at.at("queues", i, "agents")));
        }
    }

    /**
     * Prepares a policy.
     *
     * @param holidays days off besides those of the policy's hours
     * @throws io.github.saleskit.core.definition.DefinitionException with every problem of the policy
     * @throws IllegalArgumentException when one of the types has no id
     */
    public static <W, A> Router<W, A> compile(
            RoutingPolicy policy, FieldSet<W> work, FieldSet<A> agents, HolidayCalendar holidays) {
        if (!work.hasId() || !agents.hasId()) {
            throw new IllegalArgumentException((work.hasId() ? "agents" : "work")
                    + " has no id, by which decisions name a record.\nMaybe FieldSet.of(...).id(...)?");
        }
        Problems problems = new Problems();
        Router<W, A> router = new Router<>(policy, work, agents, requireNonNull(holidays, "holidays"), problems);
        problems.throwIfAny("routing policy \"" + policy.name() + "\"");
        return router;
    }

    /**
     * Says to which queue a piece of work belongs: the first that takes it.
     *
     * @param channel id of the channel it came by
     * @param since when the customer came
     * @param now when the conditions are to hold
     * @throws IllegalArgumentException when the policy has no such channel
     */
    public Classification classify(W item, String channel, Instant since, Instant now) {
        if (rules.channel(channel).isEmpty()) {
            throw new IllegalArgumentException("channel is \"" + channel + "\", which the policy does not have.");
        }
        String id = work.id(item);
        for (RoutingQueue queue : policy.queues()) {
            if (taking(queue).matches(item, now)) {
                WorkItem classified = WorkItem.builder()
                        .id(id)
                        .channel(channel)
                        .queue(queue.id())
                        .priority(Ints.saturatedCast(
                                LongMath.saturatedAdd(queue.priority().orElse(0), workFields.number(item, 0))))
                        .since(since)
                        .putAllSkills(workFields.skills(item))
                        .build();
                Reason reason = Reason.of("core.routing.classified", "item", id, "queue", queue.id());
                return new Classification(Optional.of(classified), List.of(reason));
            }
        }
        return new Classification(Optional.empty(), List.of(Reason.of("core.routing.noQueue", "item", id)));
    }

    private Condition<W> taking(RoutingQueue queue) {
        return requireNonNull(takes.get(queue.id()), queue.id());
    }

    /**
     * Says which queues an agent serves.
     *
     * @param now when the conditions are to hold
     */
    public Qualification qualify(A agent, Instant now) {
        String id = agents.id(agent);
        List<String> queues = new ArrayList<>();
        List<Reason> reasons = new ArrayList<>();
        serves.forEach((queue, condition) -> {
            boolean serving = condition.matches(agent, now);
            if (serving) {
                queues.add(queue);
            }
            reasons.add(
                    serving
                            ? Reason.of("core.routing.serves", "agent", id, "queue", queue)
                            : Reason.of("core.routing.servesNot", "agent", id, "queue", queue));
        });
        int capacity = Math.max(0, Ints.saturatedCast(agentFields.number(agent, 1)));
        return new Qualification(new RoutingAgent(id, capacity, queues, agentFields.skills(agent)), reasons);
    }

    /**
     * Says what follows from an event: what is due by now, then the event itself.
     *
     * @param now not before the last event of the state
     */
    public RoutingDecision decide(RoutingState state, RoutingEvent event, Instant now) {
        if (state.at().isPresent() && now.isBefore(state.at().get())) {
            return refused(
                    state,
                    Reason.of(
                            "core.routing.timeBackwards",
                            "now",
                            now,
                            "last",
                            state.at().get()));
        }
        RoutingStep step = new RoutingStep(rules, state, now);
        step.catchUp();
        Optional<Reason> refusal = new RoutingEvents(step).apply(event);
        if (refusal.isPresent()) {
            return refused(state, refusal.get());
        }
        step.catchUp();
        if (step.reasons.isEmpty()) {
            step.reasons.add(Reason.of("core.routing.nothingDue"));
        }
        return step.decision();
    }

    private static RoutingDecision refused(RoutingState state, Reason reason) {
        return new RoutingDecision(1, false, List.of(), List.of(), state, List.of(reason));
    }

    /**
     * How busy a queue is for work of a channel, by which {@link io.github.saleskit.core.invitation.Inviter} invites
     * visitors; linear in the kinds of agents and of waiting items.
     *
     * @param now when the queue has to be open
     * @throws IllegalArgumentException when the policy has no such queue or channel
     */
    public QueueOutlook outlook(RoutingState state, String queue, String channel, Instant now) {
        Optional<RoutingQueue> asked = rules.queue(queue);
        if (asked.isEmpty()) {
            throw new IllegalArgumentException("queue is \"" + queue + "\", which the policy does not have.");
        }
        if (rules.channel(channel).isEmpty()) {
            throw new IllegalArgumentException("channel is \"" + channel + "\", which the policy does not have.");
        }
        RoutingIndex index = state.index(rules);
        boolean open = rules.isOpen(asked.get(), now);
        return new QueueOutlook(queue, open, index.free(queue, channel), index.length(queue));
    }

    /** When something is due next, if nothing happens before; empty when nothing ever is. O(log n). */
    public Optional<Instant> nextDue(RoutingState state) {
        RoutingIndex.Due first = state.index(rules).due().firstKey();
        return Optional.ofNullable(first).map(RoutingIndex.Due::at);
    }

    /**
     * Says for every agent why they do not have an item; for the asking, as it looks at all of them.
     *
     * @throws IllegalArgumentException when the state has no such item
     */
    public ItemExplanation explain(RoutingState state, String item) {
        ItemState asked = state.item(item)
                .orElseThrow(() -> new IllegalArgumentException(
                        "item is \"" + item + "\", which is not in the state.\nMaybe it was closed?"));
        List<PassedOverAgent> passedOver = new ArrayList<>();
        for (AgentState agent : state.agents()) {
            Reason obstacle = obstacle(asked, agent);
            if (obstacle != null) {
                passedOver.add(new PassedOverAgent(agent.agent().id(), obstacle));
            }
        }
        Reason place = Reason.of(
                "core.routing.isAt",
                "item",
                item,
                "status",
                asked.status(),
                "queue",
                asked.item().queue());
        return new ItemExplanation(item, passedOver, List.of(place));
    }

    private @Nullable Reason obstacle(ItemState item, AgentState agent) {
        String id = agent.agent().id();
        String itemId = item.item().id();
        if (item.agent().filter(id::equals).isPresent()) {
            return null;
        }
        if (!agent.available()) {
            return Reason.of("core.routing.away", "agent", id);
        }
        if (item.declined().contains(id)) {
            return Reason.of("core.routing.declinedBefore", "agent", id, "item", itemId);
        }
        if (!rules.canTake(agent.agent().queues(), agent.agent().skills(), RoutingIndex.Demand.of(item))) {
            return Reason.of("core.routing.cannotTake", "agent", id, "item", itemId);
        }
        if (!rules.hasRoom(rules.rooms(agent), item.item().channel())) {
            return Reason.of(
                    "core.routing.full",
                    "agent",
                    id,
                    "used",
                    rules.used(agent),
                    "capacity",
                    agent.agent().capacity());
        }
        return Reason.of("core.routing.notTheirTurn", "agent", id, "item", itemId);
    }
}
