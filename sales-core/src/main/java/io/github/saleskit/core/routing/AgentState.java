package io.github.saleskit.core.routing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an agent has.
 *
 * <p>Immutable and thread-safe.
 *
 * @param agent the agent
 * @param available whether they may be offered work
 * @param idleSince since when they were last given nothing new
 * @param load how many items of each channel fill their time, offers included, by the channel's id
 * @param items ids of the items they are offered, have in hand or have parked
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AgentState(
        @Required RoutingAgent agent,
        @Required boolean available,
        @Required Instant idleSince,
        Map<String, Integer> load,
        List<String> items)
        implements StrictDocument {

    public AgentState {
        requireNonNull(agent, "agent");
        requireNonNull(idleSince, "idleSince");
        load = load == null ? Collections.emptySortedMap() : Collections.unmodifiableSortedMap(new TreeMap<>(load));
        items = items == null ? List.of() : List.copyOf(items);
    }

    AgentState plus(ItemState item, Instant now) {
        return new AgentState(
                agent,
                available,
                now,
                load(item.item().channel(), 1),
                items(item.item().id(), true));
    }

    /** Whether the item's units are in the load is for the caller to know. */
    AgentState minus(ItemState item, boolean loaded) {
        Map<String, Integer> next = loaded ? load(item.item().channel(), -1) : load;
        return new AgentState(
                agent, available, idleSince, next, items(item.item().id(), false));
    }

    AgentState withLoad(ItemState item, int change) {
        return new AgentState(agent, available, idleSince, load(item.item().channel(), change), items);
    }

    AgentState with(RoutingAgent newAgent, boolean nowAvailable) {
        return new AgentState(newAgent, nowAvailable, idleSince, load, items);
    }

    private Map<String, Integer> load(String channel, int change) {
        Map<String, Integer> next = new TreeMap<>(load);
        int after = load.getOrDefault(channel, 0) + change;
        if (after > 0) {
            next.put(channel, after);
        } else {
            next.remove(channel);
        }
        return next;
    }

    private List<String> items(String id, boolean added) {
        List<String> next = new ArrayList<>(items);
        next.remove(id);
        if (added) {
            next.add(id);
        }
        return next;
    }
}
