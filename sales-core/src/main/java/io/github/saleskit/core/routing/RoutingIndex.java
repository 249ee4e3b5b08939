package io.github.saleskit.core.routing;

import io.github.saleskit.core.internal.SortedTree;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be derived from a state: who waits, by what they ask for; who has room, by what they can do; what is due
 * when.
 *
 * <p>Items that ask for the same are of one kind, and so are agents who can do the same. Never changed: each change
 * gives another that shares most of its memory.
 */
record RoutingIndex(
        RoutingRules rules,
        SortedTree<Demand, SortedTree<Place, String>> waiting,
        SortedTree<Supply, SortedTree<Turn, String>> free,
        SortedTree<Due, String> due) {

    /** Different for different kinds, whatever characters their names have: before each stands its length. */
    private static String keyOf(String first, List<String> queues, Map<String, Integer> skills) {
        StringBuilder key = new StringBuilder();
        append(first, key);
        queues.forEach(queue -> append(queue, key));
        key.append('\n');
        skills.forEach((skill, level) -> append(skill, key.append(level).append(' ')));
        return key.toString();
    }

    private static void append(String name, StringBuilder key) {
        key.append(name.length()).append(':').append(name);
    }

    /** What items of one kind ask for. */
    record Demand(String channel, List<String> queues, Map<String, Integer> skills, String key)
            implements Comparable<Demand> {

        static Demand of(ItemState state) {
            WorkItem item = state.item();
            return new Demand(
                    item.channel(),
                    state.queues(),
                    item.skills(),
                    keyOf(item.channel(), state.queues(), item.skills()));
        }

        @Override
        public int compareTo(Demand other) {
            return key.compareTo(other.key);
        }
    }

    /** What agents of one kind can do, and for which channels they have room, a bit each. */
    record Supply(List<String> queues, Map<String, Integer> skills, long rooms, String key)
            implements Comparable<Supply> {

        static Supply of(RoutingAgent agent, long rooms) {
            return new Supply(
                    agent.queues(), agent.skills(), rooms, keyOf(Long.toString(rooms), agent.queues(), agent.skills()));
        }

        @Override
        public int compareTo(Supply other) {
            return key.compareTo(other.key);
        }
    }

    /** An item's place in the line: by priority, then age. */
    record Place(int priority, Instant since, String id) implements Comparable<Place> {

        static Place of(WorkItem item) {
            return new Place(item.priority(), item.since(), item.id());
        }

        @Override
        public int compareTo(Place other) {
            int order = Integer.compare(other.priority, priority);
            order = order != 0 ? order : since.compareTo(other.since);
            return order != 0 ? order : id.compareTo(other.id);
        }
    }

    /** An agent's turn: the smaller the sooner. */
    record Turn(double share, Instant idleSince, String id) implements Comparable<Turn> {
        @Override
        public int compareTo(Turn other) {
            int order = Double.compare(share, other.share);
            order = order != 0 ? order : idleSince.compareTo(other.idleSince);
            return order != 0 ? order : id.compareTo(other.id);
        }
    }

    /** When something is due for an item. */
    record Due(Instant at, String id) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int order = at.compareTo(other.at);
            return order != 0 ? order : id.compareTo(other.id);
        }
    }

    static RoutingIndex of(RoutingRules rules, RoutingState state) {
        RoutingIndex index = new RoutingIndex(rules, SortedTree.empty(), SortedTree.empty(), SortedTree.empty());
        for (ItemState item : state.items()) {
            index = index.replaced(null, item);
        }
        for (AgentState agent : state.agents()) {
            index = index.replaced(null, agent);
        }
        return index;
    }

    RoutingIndex replaced(@Nullable ItemState before, @Nullable ItemState after) {
        SortedTree<Demand, SortedTree<Place, String>> line = waiting;
        SortedTree<Due, String> timers = due;
        if (before != null) {
            line = before.status() == ItemStatus.WAITING
                    ? SortedTree.without(line, Demand.of(before), Place.of(before.item()))
                    : line;
            Optional<Instant> at = rules.due(before);
            timers = at.isPresent()
                    ? timers.without(new Due(at.get(), before.item().id()))
                    : timers;
        }
        if (after != null) {
            String id = after.item().id();
            line = after.status() == ItemStatus.WAITING
                    ? SortedTree.with(line, Demand.of(after), Place.of(after.item()), id)
                    : line;
            Optional<Instant> at = rules.due(after);
            timers = at.isPresent() ? timers.with(new Due(at.get(), id), id) : timers;
        }
        return new RoutingIndex(rules, line, free, timers);
    }

    RoutingIndex replaced(@Nullable AgentState before, @Nullable AgentState after) {
        SortedTree<Supply, SortedTree<Turn, String>> agents = free;
        if (before != null && rules.rooms(before) != 0) {
            agents = SortedTree.without(agents, Supply.of(before.agent(), rules.rooms(before)), rules.turn(before));
        }
        if (after != null && rules.rooms(after) != 0) {
            Supply kind = Supply.of(after.agent(), rules.rooms(after));
            agents = SortedTree.with(
                    agents, kind, rules.turn(after), after.agent().id());
        }
        return new RoutingIndex(rules, waiting, agents, due);
    }

    /** How many wait in a queue of their own. */
    int length(String queue) {
        int length = 0;
        for (Demand kind = waiting.firstKey(); kind != null; kind = waiting.keyAfter(kind)) {
            SortedTree<Place, String> members = waiting.get(kind);
            length += members != null && kind.queues().get(0).equals(queue) ? members.size() : 0;
        }
        return length;
    }

    /**
     * How many agents who serve a queue have room for an item of a channel that asks for no more skills than the queue.
     */
    int free(String queue, String channel) {
        Demand plain = new Demand(channel, List.of(queue), Map.of(), "");
        int count = 0;
        for (Supply kind = free.firstKey(); kind != null; kind = free.keyAfter(kind)) {
            boolean could = rules.hasRoom(kind.rooms(), channel) && rules.canTake(kind.queues(), kind.skills(), plain);
            count += could ? free.require(kind).size() : 0;
        }
        return count;
    }
}
