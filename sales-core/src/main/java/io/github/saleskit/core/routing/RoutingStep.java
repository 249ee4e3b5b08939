package io.github.saleskit.core.routing;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.internal.Deadline;
import io.github.saleskit.core.internal.SortedTree;
import io.github.saleskit.core.routing.RoutingIndex.Demand;
import io.github.saleskit.core.routing.RoutingIndex.Due;
import io.github.saleskit.core.routing.RoutingIndex.Place;
import io.github.saleskit.core.routing.RoutingIndex.Supply;
import io.github.saleskit.core.routing.RoutingIndex.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One decision in the making: moves items between queue and agents and keeps nobody idle for whom something waits. */
final class RoutingStep {

    final RoutingRules rules;
    final Instant now;
    final List<Reason> reasons = new ArrayList<>();
    private final List<RoutingEffect> effects = new ArrayList<>();
    private final List<PassedOverAgent> passedOver = new ArrayList<>();
    private SortedTree<String, ItemState> items;
    private SortedTree<String, AgentState> agents;
    private RoutingIndex index;

    RoutingStep(RoutingRules rules, RoutingState state, Instant now) {
        this.rules = rules;
        this.now = now;
        this.items = state.items;
        this.agents = state.agents;
        this.index = state.index(rules);
    }

    RoutingDecision decision() {
        RoutingState next = new RoutingState(items, agents, Optional.of(now), index);
        return new RoutingDecision(1, true, effects, passedOver, next, reasons);
    }

    @Nullable
    ItemState item(String id) {
        return items.get(id);
    }

    @Nullable
    AgentState agent(String id) {
        return agents.get(id);
    }

    int length(String queue) {
        return index.length(queue);
    }

    void put(ItemState after) {
        String id = after.item().id();
        index = index.replaced(items.get(id), after);
        items = items.with(id, after);
    }

    void remove(ItemState state) {
        index = index.replaced(state, null);
        items = items.without(state.item().id());
    }

    /** Who is away and has nothing is forgotten. */
    void put(AgentState after) {
        String id = after.agent().id();
        AgentState before = agents.get(id);
        boolean kept = after.available() || !after.items().isEmpty();
        index = index.replaced(before, kept ? after : null);
        agents = kept ? agents.with(id, after) : agents.without(id);
    }

    void effect(RoutingAction action, ItemState state, String suffix, Optional<String> agent, Reason reason) {
        String id = state.item().id();
        String key = action.name().toLowerCase(Locale.ROOT) + ":" + id + ":" + state.arrived() + ":" + suffix;
        Optional<Instant> until = action == RoutingAction.OFFER ? state.until() : Optional.empty();
        effects.add(new RoutingEffect(action, key, id, agent, until, reason));
    }

    void withdraw(ItemState state, Reason reason) {
        effect(RoutingAction.WITHDRAW, state, String.valueOf(state.offers()), state.agent(), reason);
    }

    /** Finds the agent whose turn it is for a waiting item. */
    void place(String id) {
        ItemState state = items.get(id);
        if (state == null || state.status() != ItemStatus.WAITING) {
            return;
        }
        Demand demand = Demand.of(state);
        Turn best = null;
        for (Supply kind = index.free().firstKey();
                kind != null;
                kind = index.free().keyAfter(kind)) {
            if (rules.hasRoom(kind.rooms(), demand.channel()) && rules.canTake(kind.queues(), kind.skills(), demand)) {
                Turn turn = firstTurn(kind, state);
                best = turn != null && (best == null || turn.compareTo(best) < 0) ? turn : best;
            }
        }
        if (best == null) {
            reasons.add(Reason.of(
                    "core.routing.waits", "item", id, "queue", state.item().queue()));
        } else {
            give(state, best.id());
        }
    }

    private @Nullable Turn firstTurn(Supply kind, ItemState state) {
        SortedTree<Turn, String> members = index.free().require(kind);
        Turn turn = members.firstKey();
        while (turn != null && state.declined().contains(turn.id())) {
            passedOver.add(new PassedOverAgent(
                    turn.id(),
                    Reason.of(
                            "core.routing.declinedBefore",
                            "agent",
                            turn.id(),
                            "item",
                            state.item().id())));
            turn = members.keyAfter(turn);
        }
        return turn;
    }

    /** Gives an agent what waits for them, as long as they have room. */
    void fill(String id) {
        AgentState state = agents.get(id);
        while (state != null && rules.rooms(state) != 0) {
            ItemState next = next(state);
            if (next == null) {
                return;
            }
            give(next, id);
            state = agents.get(id);
        }
    }

    private @Nullable ItemState next(AgentState agent) {
        long rooms = rules.rooms(agent);
        Place best = null;
        for (Demand kind = index.waiting().firstKey();
                kind != null;
                kind = index.waiting().keyAfter(kind)) {
            if (rules.hasRoom(rooms, kind.channel())
                    && rules.canTake(agent.agent().queues(), agent.agent().skills(), kind)) {
                Place place = firstPlace(kind, agent.agent().id());
                best = place != null && (best == null || place.compareTo(best) < 0) ? place : best;
            }
        }
        return best == null ? null : items.get(best.id());
    }

    private @Nullable Place firstPlace(Demand kind, String agent) {
        SortedTree<Place, String> members = index.waiting().require(kind);
        Place place = members.firstKey();
        while (place != null && declined(place.id(), agent)) {
            place = members.keyAfter(place);
        }
        return place;
    }

    private boolean declined(String item, String agent) {
        ItemState state = items.get(item);
        return state != null && state.declined().contains(agent);
    }

    void give(ItemState state, String agentId) {
        AgentState agent = agents.get(agentId);
        if (agent == null) {
            throw new IllegalStateException("agent " + agentId + " has a turn but no state");
        }
        Optional<Instant> until = rules.queue(state.item().queue())
                .flatMap(RoutingQueue::acceptWithin)
                .flatMap(wait -> Deadline.after(now, wait));
        ItemState given = state.withAgent(agentId).withOffers(state.offers() + 1);
        put(agent.plus(state, now));
        if (until.isPresent()) {
            offer(given.withStatus(ItemStatus.OFFERED).withUntil(until), agentId);
        } else {
            assign(given, agentId);
        }
    }

    private void offer(ItemState offered, String agent) {
        put(offered);
        Reason reason = Reason.of(
                "core.routing.offered",
                "item",
                offered.item().id(),
                "agent",
                agent,
                "queue",
                offered.item().queue());
        reasons.add(reason);
        effect(RoutingAction.OFFER, offered, String.valueOf(offered.offers()), Optional.of(agent), reason);
    }

    void assign(ItemState given, String agent) {
        ItemState answered = TargetClocks.stop(this, takenUp(given), TargetKind.ANSWER);
        put(answered);
        Reason reason = Reason.of(
                "core.routing.assigned",
                "item",
                given.item().id(),
                "agent",
                agent,
                "queue",
                given.item().queue());
        reasons.add(reason);
        effect(RoutingAction.ASSIGN, answered, String.valueOf(answered.offers()), Optional.of(agent), reason);
    }

    /** From now the customer waits for a word of the agent. */
    ItemState takenUp(ItemState given) {
        return given.withStatus(ItemStatus.IN_HAND).withUntil(Optional.empty()).withUnansweredSince(now);
    }

    /** Puts an item back into its queue, at its old age; who had it may be excluded. */
    void requeue(ItemState state, boolean excluded) {
        String agentId = state.agent().orElseThrow();
        putBack(state, excluded);
        place(state.item().id());
        fill(agentId);
    }

    /** Puts an item back without looking for anybody. */
    ItemState putBack(ItemState state, boolean excluded) {
        releaseFromAgent(state);
        List<String> declined = new ArrayList<>(state.declined());
        state.agent().filter(agent -> excluded && !declined.contains(agent)).ifPresent(declined::add);
        ItemState back = state.withStatus(ItemStatus.WAITING)
                .withAgent(Optional.empty())
                .withUntil(Optional.empty())
                .withUnansweredSince(Optional.empty())
                .withDeclined(declined);
        put(back);
        return back;
    }

    void releaseFromAgent(ItemState state) {
        AgentState agent = state.agent().map(agents::get).orElse(null);
        if (agent != null && state.status() != ItemStatus.RESOLVED) {
            put(agent.minus(state, rules.loads(state)));
        }
    }

    /** Does what has become due, in order. */
    void catchUp() {
        Due next = index.due().firstKey();
        while (next != null && !next.at().isAfter(now)) {
            ItemState state = items.get(next.id());
            if (state == null) {
                throw new IllegalStateException("something is due for " + next.id() + ", which is gone");
            }
            happen(state);
            next = index.due().firstKey();
        }
    }

    private void happen(ItemState state) {
        String id = state.item().id();
        String agent = state.agent().orElse("");
        if (isDue(state.until())) {
            Reason reason = Reason.of("core.routing.timedOut", "item", id, "agent", agent);
            reasons.add(reason);
            withdraw(state, reason);
            requeue(state, true);
        } else if (isDue(rules.replyDue(state))) {
            Reason reason = Reason.of("core.routing.noReply", "item", id, "agent", agent);
            reasons.add(reason);
            withdraw(state, reason);
            requeue(state, true);
        } else if (!TargetClocks.miss(this, state)) {
            overflow(state);
        }
    }

    boolean isDue(Optional<Instant> at) {
        return at.isPresent() && !at.get().isAfter(now);
    }

    private void overflow(ItemState state) {
        String id = state.item().id();
        List<String> queues = new ArrayList<>(state.queues());
        for (Overflow step : rules.queue(state.item().queue()).orElseThrow().overflow()) {
            if (isDue(rules.overflowDue(state, step)) && !queues.contains(step.to())) {
                queues.add(step.to());
                reasons.add(Reason.of("core.routing.overflowed", "item", id, "queue", step.to()));
            }
        }
        put(state.withQueues(queues));
        place(id);
    }
}
