package io.github.saleskit.core.routing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.saleskit.core.internal.SortedTree;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All work that is not closed, and all agents who are available or have some.
 *
 * <p>A value: each decision gives another, which shares most of its memory with the one before. As JSON
 * {@code {"version":1,"at":...,"items":[...],"agents":[...]}}, in natural order of the ids; a state that was read is
 * prepared once, in O(n log n), by the first decision.
 *
 * <p>Immutable and thread-safe.
 */
public final class RoutingState {

    private static final RoutingState START =
            new RoutingState(SortedTree.empty(), SortedTree.empty(), Optional.empty(), null);

    final SortedTree<String, ItemState> items;
    final SortedTree<String, AgentState> agents;
    private final Optional<Instant> at;

    /** What can be derived, for the rules that last decided; racing threads derive the same. */
    private volatile @Nullable RoutingIndex index;

    RoutingState(
            SortedTree<String, ItemState> items,
            SortedTree<String, AgentState> agents,
            Optional<Instant> at,
            @Nullable RoutingIndex index) {
        this.items = items;
        this.agents = agents;
        this.at = at;
        this.index = index;
    }

    /** The state before the first event. */
    public static RoutingState start() {
        return START;
    }

    /** When the last event was; absent before the first. */
    public Optional<Instant> at() {
        return at;
    }

    /** Where an item is; absent when it never arrived or was closed. */
    public Optional<ItemState> item(String id) {
        return Optional.ofNullable(items.get(id));
    }

    /** What an agent has; absent for who is away and has nothing. */
    public Optional<AgentState> agent(String id) {
        return Optional.ofNullable(agents.get(id));
    }

    /** All items in natural order of their ids. */
    public List<ItemState> items() {
        List<ItemState> all = new ArrayList<>(items.size());
        items.forEach(all::add);
        return all;
    }

    /** All agents in natural order of their ids. */
    public List<AgentState> agents() {
        List<AgentState> all = new ArrayList<>(agents.size());
        agents.forEach(all::add);
        return all;
    }

    RoutingIndex index(RoutingRules rules) {
        RoutingIndex known = index;
        if (known == null || known.rules() != rules) {
            known = RoutingIndex.of(rules, this);
            index = known;
        }
        return known;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private static RoutingState fromJson(Shape shape) {
        SortedTree<String, ItemState> items = SortedTree.empty();
        for (ItemState item : shape.items) {
            items = items.with(item.item().id(), item);
        }
        SortedTree<String, AgentState> agents = SortedTree.empty();
        for (AgentState agent : shape.agents) {
            agents = agents.with(agent.agent().id(), agent);
        }
        if (items.size() != shape.items.size() || agents.size() != shape.agents.size()) {
            throw new IllegalArgumentException("the routing state has an item or an agent twice.");
        }
        return new RoutingState(items, agents, shape.at, null);
    }

    @JsonValue
    private Object toJson() {
        return new Shape(1, at, items(), agents());
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Shape(@Required int version, Optional<Instant> at, List<ItemState> items, List<AgentState> agents)
            implements StrictDocument {
        Shape {
            DocumentVersion.require("routing state", version, 1);
            items = items == null ? List.of() : List.copyOf(items);
            agents = agents == null ? List.of() : List.copyOf(agents);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RoutingState that
                && at.equals(that.at)
                && items().equals(that.items())
                && agents().equals(that.agents());
    }

    @Override
    public int hashCode() {
        return 31 * at.hashCode() + items.size();
    }

    /** How many items and agents. */
    @Override
    public String toString() {
        return "RoutingState[" + items.size() + " items, " + agents.size() + " agents]";
    }
}
