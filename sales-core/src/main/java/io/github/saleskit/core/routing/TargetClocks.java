package io.github.saleskit.core.routing;

import io.github.saleskit.core.explain.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Starts and stops the clocks of service targets. */
final class TargetClocks {

    private TargetClocks() {}

    /** The clocks of a queue in which an item has arrived. */
    static List<TargetClock> of(RoutingQueue queue, Instant since) {
        return queue.targets().stream()
                .map(target -> new TargetClock(target.id(), Duration.ZERO, Optional.of(since), false))
                .toList();
    }

    /**
     * The clocks of another queue, then those of the queues before, all of which stand still, as each queue has hours
     * of its own: those of the same name are kept, so that a promise is broken once at most, and what is done already
     * is not promised again.
     */
    static List<TargetClock> moved(RoutingQueue queue, ItemState state) {
        Map<String, TargetClock> before = new LinkedHashMap<>();
        state.clocks().forEach(clock -> before.put(clock.target(), clock));
        List<TargetClock> clocks = new ArrayList<>();
        for (ServiceTarget target : queue.targets()) {
            TargetClock known = before.remove(target.id());
            Optional<Instant> since = Optional.of(state.item().since()).filter(start -> isOpen(target, state));
            clocks.add(known == null ? new TargetClock(target.id(), Duration.ZERO, since, false) : known);
        }
        clocks.addAll(before.values());
        return clocks;
    }

    /** Whether something is yet to be done for an item that an agent took already. */
    private static boolean isOpen(ServiceTarget target, ItemState state) {
        return target.kind() == TargetKind.RESOLUTION || (target.kind() == TargetKind.FIRST_REPLY && !state.replied());
    }

    static ItemState stop(RoutingStep step, ItemState state, TargetKind kind) {
        return stop(step, state, target -> target.kind() == kind);
    }

    static ItemState stop(RoutingStep step, ItemState state, Predicate<ServiceTarget> which) {
        List<TargetClock> clocks = new ArrayList<>();
        for (TargetClock clock : state.clocks()) {
            boolean stops = clock.runningSince().isPresent()
                    && step.rules.target(state, clock.target()).filter(which).isPresent();
            clocks.add(stops ? stopped(step, state, clock) : clock);
        }
        return state.withClocks(clocks);
    }

    private static TargetClock stopped(RoutingStep step, ItemState state, TargetClock clock) {
        Duration more = step.rules.between(state, clock.runningSince().orElseThrow(), step.now);
        return new TargetClock(clock.target(), clock.used().plus(more), Optional.empty(), clock.missed());
    }

    /** Starts again what is not yet done, from now. */
    static ItemState resume(RoutingStep step, ItemState state) {
        List<TargetClock> clocks = new ArrayList<>();
        for (TargetClock clock : state.clocks()) {
            boolean open = step.rules
                    .target(state, clock.target())
                    .filter(target -> isOpen(target, state))
                    .isPresent();
            clocks.add(
                    open && clock.runningSince().isEmpty()
                            ? new TargetClock(clock.target(), clock.used(), Optional.of(step.now), clock.missed())
                            : clock);
        }
        return state.withClocks(clocks);
    }

    /** Notes broken promises; false when none is due. */
    static boolean miss(RoutingStep step, ItemState state) {
        List<TargetClock> clocks = new ArrayList<>();
        boolean missed = false;
        for (TargetClock clock : state.clocks()) {
            boolean due = step.isDue(step.rules.due(state, clock));
            missed |= due;
            clocks.add(due ? clock.broken() : clock);
            if (due) {
                Reason reason = Reason.of(
                        "core.routing.targetMissed", "item", state.item().id(), "target", clock.target());
                step.reasons.add(reason);
                step.effect(RoutingAction.ESCALATE, state, clock.target(), state.agent(), reason);
            }
        }
        if (missed) {
            step.put(state.withClocks(clocks));
        }
        return missed;
    }
}
