package io.github.saleskit.core.routing;

import io.github.saleskit.core.explain.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What each event does; a reason comes back where it can do nothing. */
final class RoutingEvents {

    private final RoutingStep step;
    private final RoutingRules rules;
    private final Instant now;

    RoutingEvents(RoutingStep step) {
        this.step = step;
        this.rules = step.rules;
        this.now = step.now;
    }

    Optional<Reason> apply(RoutingEvent event) {
        if (event instanceof RoutingEvent.Arrived arrived) {
            return arrived(arrived.item());
        } else if (event instanceof RoutingEvent.AgentAvailable available) {
            return available(available.agent());
        } else if (event instanceof RoutingEvent.AgentAway away) {
            return away(away.agent());
        } else if (event instanceof RoutingEvent.AgentGone gone) {
            return gone(gone.agent());
        } else if (event instanceof RoutingEvent.Accepted accepted) {
            return offered(accepted.item(), accepted.agent(), this::accepted);
        } else if (event instanceof RoutingEvent.Declined declined) {
            return offered(declined.item(), declined.agent(), this::declined);
        } else if (event instanceof RoutingEvent.AgentWrote wrote) {
            return agentWrote(wrote.item(), wrote.agent());
        } else if (event instanceof RoutingEvent.Transferred transferred) {
            return known(transferred.item(), state -> transferred(state, transferred.queue()));
        } else if (event instanceof RoutingEvent.HandedTo handed) {
            return known(handed.item(), state -> handedTo(state, handed.agent()));
        }
        return applyToItem(event);
    }

    private Optional<Reason> applyToItem(RoutingEvent event) {
        if (event instanceof RoutingEvent.CustomerWrote wrote) {
            return known(wrote.item(), this::customerWrote);
        } else if (event instanceof RoutingEvent.Parked parked) {
            return known(parked.item(), this::parked);
        } else if (event instanceof RoutingEvent.Resolved resolved) {
            return known(resolved.item(), this::resolved);
        } else if (event instanceof RoutingEvent.Reopened reopened) {
            return known(reopened.item(), this::reopened);
        } else if (event instanceof RoutingEvent.Closed closed) {
            return known(closed.item(), this::closed);
        }
        return Optional.empty();
    }

    /** What is done with an item that is known. */
    private interface OnItem {
        Optional<Reason> apply(ItemState state);
    }

    private Optional<Reason> known(String item, OnItem action) {
        ItemState state = step.item(item);
        return state == null ? Optional.of(Reason.of("core.routing.itemUnknown", "item", item)) : action.apply(state);
    }

    private Optional<Reason> arrived(WorkItem item) {
        Optional<RoutingQueue> queue = rules.queue(item.queue());
        if (step.item(item.id()) != null) {
            return Optional.of(Reason.of("core.routing.itemKnown", "item", item.id()));
        }
        if (queue.isEmpty() || rules.channel(item.channel()).isEmpty()) {
            return Optional.of(Reason.of(
                    "core.routing.placeUnknown", "item", item.id(), "queue", item.queue(), "channel", item.channel()));
        }
        if (item.since().isAfter(now)) {
            return Optional.of(
                    Reason.of("core.routing.fromTheFuture", "item", item.id(), "since", item.since(), "now", now));
        }
        step.put(ItemState.builder()
                .item(item)
                .arrived(now)
                .status(ItemStatus.WAITING)
                .addAllQueues(openTo(queue.get()))
                .offers(0)
                .replied(false)
                .addAllClocks(TargetClocks.of(queue.get(), item.since()))
                .build());
        step.place(item.id());
        return Optional.empty();
    }

    private List<String> openTo(RoutingQueue queue) {
        List<String> open = new ArrayList<>();
        open.add(queue.id());
        int length = step.length(queue.id());
        for (Overflow overflow : queue.overflow()) {
            if (overflow.atLength().isPresent()
                    && length >= overflow.atLength().get()
                    && !open.contains(overflow.to())) {
                open.add(overflow.to());
            }
        }
        return open;
    }

    private Optional<Reason> available(RoutingAgent agent) {
        AgentState before = step.agent(agent.id());
        AgentState after =
                before == null ? new AgentState(agent, true, now, Map.of(), List.of()) : before.with(agent, true);
        if (after.equals(before)) {
            return Optional.of(Reason.of("core.routing.alreadyAvailable", "agent", agent.id()));
        }
        step.put(after);
        step.reasons.add(Reason.of("core.routing.available", "agent", agent.id()));
        step.fill(agent.id());
        return Optional.empty();
    }

    private Optional<Reason> away(String agent) {
        AgentState before = step.agent(agent);
        if (before == null || !before.available()) {
            return Optional.of(Reason.of("core.routing.alreadyAway", "agent", agent));
        }
        takeAway(before, Reason.of("core.routing.away", "agent", agent), state -> state.status() == ItemStatus.OFFERED);
        return Optional.empty();
    }

    private Optional<Reason> gone(String agent) {
        AgentState before = step.agent(agent);
        if (before == null) {
            return Optional.of(Reason.of("core.routing.agentUnknown", "agent", agent));
        }
        takeAway(before, Reason.of("core.routing.gone", "agent", agent), state -> true);
        return Optional.empty();
    }

    /** Makes an agent unavailable and puts some of what they have back into its queues, the more urgent first. */
    private void takeAway(AgentState before, Reason reason, Predicate<ItemState> which) {
        step.put(before.with(before.agent(), false));
        step.reasons.add(reason);
        before.items().stream()
                .flatMap(id -> Stream.ofNullable(step.item(id)))
                .filter(which)
                .sorted(Comparator.comparing(state -> RoutingIndex.Place.of(state.item())))
                .forEach(state -> {
                    step.withdraw(state, reason);
                    step.requeue(state.status() == ItemStatus.PARKED ? TargetClocks.resume(step, state) : state, false);
                });
    }

    private Optional<Reason> offered(String item, String agent, OnItem action) {
        return known(item, state -> {
            boolean theirs = state.agent().filter(agent::equals).isPresent();
            if (!theirs || state.status() != ItemStatus.OFFERED) {
                return Optional.of(Reason.of("core.routing.notOffered", "item", item, "agent", agent));
            }
            return action.apply(state);
        });
    }

    private Optional<Reason> accepted(ItemState state) {
        step.put(TargetClocks.stop(step, step.takenUp(state), TargetKind.ANSWER));
        step.reasons.add(Reason.of(
                "core.routing.accepted",
                "item",
                state.item().id(),
                "agent",
                state.agent().orElseThrow()));
        return Optional.empty();
    }

    private Optional<Reason> declined(ItemState state) {
        step.reasons.add(Reason.of(
                "core.routing.declined",
                "item",
                state.item().id(),
                "agent",
                state.agent().orElseThrow()));
        step.requeue(state, true);
        return Optional.empty();
    }

    private Optional<Reason> agentWrote(String item, String agent) {
        return known(item, state -> {
            boolean theirs = state.agent().filter(agent::equals).isPresent();
            if (!theirs || (state.status() != ItemStatus.IN_HAND && state.status() != ItemStatus.PARKED)) {
                return Optional.of(Reason.of("core.routing.notInHand", "item", item, "agent", agent));
            }
            step.put(TargetClocks.stop(step, state, TargetKind.FIRST_REPLY)
                    .withReplied(true)
                    .withUnansweredSince(Optional.empty()));
            step.reasons.add(Reason.of("core.routing.replied", "item", item, "agent", agent));
            return Optional.empty();
        });
    }

    private Optional<Reason> customerWrote(ItemState state) {
        String id = state.item().id();
        switch (state.status()) {
            case PARKED, RESOLVED -> activate(state);
            case IN_HAND -> {
                step.put(state.unansweredSince().isPresent() ? state : state.withUnansweredSince(now));
                step.reasons.add(Reason.of("core.routing.customerWrote", "item", id));
            }
            case WAITING, OFFERED -> {
                return Optional.of(Reason.of("core.routing.notYetTaken", "item", id));
            }
        }
        return Optional.empty();
    }

    private Optional<Reason> reopened(ItemState state) {
        if (state.status() != ItemStatus.RESOLVED && state.status() != ItemStatus.PARKED) {
            return Optional.of(
                    Reason.of("core.routing.alreadyOpen", "item", state.item().id()));
        }
        activate(state);
        return Optional.empty();
    }

    /** Back to the agent who had it, if they have room, else into the queue at its old age. */
    private void activate(ItemState state) {
        String id = state.item().id();
        Reason reason = Reason.of("core.routing.activeAgain", "item", id);
        step.reasons.add(reason);
        ItemState resumed = TargetClocks.resume(step, state);
        AgentState agent = state.agent().map(step::agent).orElse(null);
        if (rules.loads(state)) {
            step.put(step.takenUp(resumed));
        } else if (agent != null
                && rules.hasRoom(rules.rooms(agent), state.item().channel())) {
            step.put(agent.plus(state, now));
            step.assign(resumed.withOffers(state.offers() + 1), agent.agent().id());
        } else {
            if (state.status() == ItemStatus.PARKED) {
                step.withdraw(state, reason);
            }
            step.releaseFromAgent(state);
            step.put(resumed.withStatus(ItemStatus.WAITING)
                    .withAgent(Optional.empty())
                    .withUnansweredSince(Optional.empty()));
            step.place(id);
        }
    }

    private Optional<Reason> parked(ItemState state) {
        if (state.status() != ItemStatus.IN_HAND) {
            return Optional.of(Reason.of(
                    "core.routing.notBeingWorkedOn", "item", state.item().id()));
        }
        String agent = state.agent().orElseThrow();
        ItemState parked = TargetClocks.stop(step, state, ServiceTarget::pausesWhileParked)
                .withStatus(ItemStatus.PARKED)
                .withUnansweredSince(Optional.empty());
        AgentState holder = step.agent(agent);
        if (!rules.loads(parked) && holder != null) {
            step.put(holder.withLoad(state, -1));
        }
        step.put(parked);
        step.reasons.add(Reason.of("core.routing.parked", "item", state.item().id()));
        step.fill(agent);
        return Optional.empty();
    }

    private Optional<Reason> resolved(ItemState state) {
        if (state.status() == ItemStatus.RESOLVED) {
            return Optional.of(Reason.of(
                    "core.routing.alreadyResolved", "item", state.item().id()));
        }
        Reason reason = Reason.of("core.routing.resolved", "item", state.item().id());
        leave(state, reason);
        step.put(TargetClocks.stop(step, state, target -> true)
                .withStatus(ItemStatus.RESOLVED)
                .withUntil(Optional.empty())
                .withUnansweredSince(Optional.empty()));
        state.agent().ifPresent(step::fill);
        return Optional.empty();
    }

    private Optional<Reason> closed(ItemState state) {
        leave(state, Reason.of("core.routing.closed", "item", state.item().id()));
        step.remove(state);
        state.agent().ifPresent(step::fill);
        return Optional.empty();
    }

    private void leave(ItemState state, Reason reason) {
        step.reasons.add(reason);
        if (state.status() == ItemStatus.OFFERED) {
            step.withdraw(state, reason);
        }
        step.releaseFromAgent(state);
    }

    private Optional<Reason> transferred(ItemState state, String queueId) {
        Optional<RoutingQueue> queue = rules.queue(queueId);
        String id = state.item().id();
        if (queue.isEmpty()) {
            return Optional.of(Reason.of("core.routing.queueUnknown", "item", id, "queue", queueId));
        }
        if (state.status() != ItemStatus.IN_HAND && state.status() != ItemStatus.PARKED) {
            return Optional.of(Reason.of("core.routing.notBeingWorkedOn", "item", id));
        }
        step.reasons.add(Reason.of("core.routing.transferred", "item", id, "queue", queueId));
        ItemState left = TargetClocks.stop(step, state, target -> true);
        ItemState moved = TargetClocks.resume(
                step,
                left.withItem(state.item().withQueue(queueId))
                        .withQueues(queueId)
                        .withClocks(TargetClocks.moved(queue.get(), left)));
        step.put(moved);
        step.requeue(moved, true);
        return Optional.empty();
    }

    private Optional<Reason> handedTo(ItemState state, String agentId) {
        Optional<Reason> obstacle = obstacle(state, agentId);
        if (obstacle.isPresent()) {
            return obstacle;
        }
        step.reasons.add(Reason.of("core.routing.handedTo", "item", state.item().id(), "agent", agentId));
        step.give(step.putBack(TargetClocks.resume(step, state), true), agentId);
        state.agent().ifPresent(step::fill);
        return Optional.empty();
    }

    /** Why an item cannot be given to an agent by name; their queues and skills are left to who gives it. */
    private Optional<Reason> obstacle(ItemState state, String agentId) {
        String id = state.item().id();
        AgentState agent = step.agent(agentId);
        if (state.status() == ItemStatus.OFFERED || state.status() == ItemStatus.RESOLVED) {
            return Optional.of(Reason.of("core.routing.notBeingWorkedOn", "item", id));
        } else if (state.agent().filter(agentId::equals).isPresent()) {
            return Optional.of(Reason.of("core.routing.theirsAlready", "item", id, "agent", agentId));
        } else if (agent == null || !agent.available()) {
            return Optional.of(Reason.of("core.routing.alreadyAway", "agent", agentId));
        } else if (state.declined().contains(agentId)) {
            return Optional.of(Reason.of("core.routing.declinedBefore", "agent", agentId, "item", id));
        }
        int capacity = agent.agent().capacity();
        return rules.hasRoom(rules.rooms(agent), state.item().channel())
                ? Optional.empty()
                : Optional.of(Reason.of(
                        "core.routing.full", "agent", agentId, "used", rules.used(agent), "capacity", capacity));
    }
}
