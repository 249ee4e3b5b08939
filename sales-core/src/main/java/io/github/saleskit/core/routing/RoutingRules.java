package io.github.saleskit.core.routing;

import io.github.saleskit.core.calendar.BusinessCalendar;
import io.github.saleskit.core.internal.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A policy prepared for decisions. */
final class RoutingRules {

    private final AgentOrder order;
    private final Map<String, Channel> channels = new LinkedHashMap<>();
    private final Map<String, RoutingQueue> queues = new LinkedHashMap<>();
    private final Map<String, BusinessCalendar> calendars;

    RoutingRules(RoutingPolicy policy, Map<String, BusinessCalendar> calendars) {
        this.order = policy.agentOrder().orElse(AgentOrder.LONGEST_IDLE);
        this.calendars = calendars;
        policy.channels().forEach(channel -> channels.put(channel.id(), channel));
        policy.queues().forEach(queue -> queues.put(queue.id(), queue));
    }

    Optional<Channel> channel(String id) {
        return Optional.ofNullable(channels.get(id));
    }

    Optional<RoutingQueue> queue(String id) {
        return Optional.ofNullable(queues.get(id));
    }

    Map<String, RoutingQueue> queues() {
        return queues;
    }

    /** Whether the item's units are in its agent's load. */
    boolean loads(ItemState state) {
        return switch (state.status()) {
            case OFFERED, IN_HAND -> true;
            case PARKED ->
                channel(state.item().channel()).map(Channel::parkedCounts).orElse(true);
            case WAITING, RESOLVED -> false;
        };
    }

    private static int units(Channel channel, int capacity) {
        return channel.units().orElse(Math.max(1, capacity));
    }

    long used(AgentState state) {
        long used = 0;
        for (Map.Entry<String, Integer> held : state.load().entrySet()) {
            Channel channel = channels.get(held.getKey());
            long each = channel == null ? 1 : units(channel, state.agent().capacity());
            used += held.getValue() * each;
        }
        return used;
    }

    /** The channels for which an agent has room, a bit each; none for who is away. */
    long rooms(AgentState state) {
        if (!state.available() || isBlocked(state)) {
            return 0;
        }
        long left = state.agent().capacity() - used(state);
        long rooms = 0;
        int bit = 0;
        for (Channel channel : channels.values()) {
            rooms |= units(channel, state.agent().capacity()) <= left ? 1L << bit : 0;
            bit++;
        }
        return rooms;
    }

    private boolean isBlocked(AgentState state) {
        for (String held : state.load().keySet()) {
            Channel channel = channels.get(held);
            if (channel != null && channel.blocks()) {
                return true;
            }
        }
        return false;
    }

    boolean hasRoom(long rooms, String channel) {
        int bit = 0;
        for (String id : channels.keySet()) {
            if (id.equals(channel)) {
                return (rooms >> bit & 1) == 1;
            }
            bit++;
        }
        return false;
    }

    RoutingIndex.Turn turn(AgentState state) {
        double share = order == AgentOrder.LEAST_BUSY
                ? used(state) / (double) state.agent().capacity()
                : 0;
        return new RoutingIndex.Turn(share, state.idleSince(), state.agent().id());
    }

    boolean canTake(Iterable<String> served, Map<String, Integer> known, RoutingIndex.Demand demand) {
        if (!covers(known, demand.skills())) {
            return false;
        }
        for (String id : served) {
            RoutingQueue queue = queues.get(id);
            if (queue != null && demand.queues().contains(id) && covers(known, queue.skills())) {
                return true;
            }
        }
        return false;
    }

    private static boolean covers(Map<String, Integer> known, Map<String, Integer> wanted) {
        for (Map.Entry<String, Integer> skill : wanted.entrySet()) {
            Integer level = known.get(skill.getKey());
            if (level == null || level < skill.getValue()) {
                return false;
            }
        }
        return true;
    }

    /** When something is next due for an item. */
    Optional<Instant> due(ItemState state) {
        Stream<Optional<Instant>> offer = Stream.of(state.until(), replyDue(state));
        Stream<Optional<Instant>> targets = state.clocks().stream().map(clock -> due(state, clock));
        Stream<Optional<Instant>> overflow = state.status() != ItemStatus.WAITING
                ? Stream.empty()
                : queue(state.item().queue()).stream()
                        .flatMap(queue -> queue.overflow().stream())
                        .filter(step -> !state.queues().contains(step.to()))
                        .map(step -> overflowDue(state, step));
        return Stream.concat(Stream.concat(offer, targets), overflow)
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    Optional<Instant> overflowDue(ItemState state, Overflow step) {
        return step.afterWaiting().flatMap(wait -> Deadline.after(state.item().since(), wait));
    }

    Optional<Instant> replyDue(ItemState state) {
        return state.status() != ItemStatus.IN_HAND || state.unansweredSince().isEmpty()
                ? Optional.empty()
                : queue(state.item().queue())
                        .flatMap(RoutingQueue::replyWithin)
                        .flatMap(
                                within -> Deadline.after(state.unansweredSince().get(), within));
    }

    Optional<Instant> due(ItemState state, TargetClock clock) {
        if (clock.missed() || clock.runningSince().isEmpty()) {
            return Optional.empty();
        }
        Instant from = clock.runningSince().get();
        return target(state, clock.target())
                .flatMap(target -> plus(state, from, target.within().minus(clock.used())));
    }

    Optional<ServiceTarget> target(ItemState state, String id) {
        return queue(state.item().queue()).stream()
                .flatMap(queue -> queue.targets().stream())
                .filter(target -> target.id().equals(id))
                .findFirst();
    }

    private Optional<Instant> plus(ItemState state, Instant from, Duration work) {
        Duration left = work.isNegative() ? Duration.ZERO : work;
        return Deadline.after(from, left, calendar(state));
    }

    /** Working time of the item's queue; elapsed time where its calendar knows no better. */
    Duration between(ItemState state, Instant from, Instant to) {
        BusinessCalendar calendar = calendar(state);
        try {
            return calendar == null ? Duration.between(from, to) : calendar.between(from, to);
        } catch (IllegalArgumentException beyondTheCalendar) {
            return Duration.between(from, to);
        }
    }

    private @Nullable BusinessCalendar calendar(ItemState state) {
        return queue(state.item().queue()).flatMap(this::calendar).orElse(null);
    }

    private Optional<BusinessCalendar> calendar(RoutingQueue queue) {
        return queue.hours().map(calendars::get);
    }

    /** Whether an instant is in the business hours of a queue; always where it has none. */
    boolean isOpen(RoutingQueue queue, Instant now) {
        return calendar(queue).map(calendar -> calendar.isWorking(now)).orElse(true);
    }
}
