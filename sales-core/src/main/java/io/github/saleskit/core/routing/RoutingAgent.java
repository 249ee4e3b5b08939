package io.github.saleskit.core.routing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Somebody who takes work, as the router knows them.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the host's id
 * @param capacity how many units of work they may have at a time, at least 0
 * @param queues ids of the queues they serve
 * @param skills what they know, by level
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RoutingAgent(
        @Required String id, @Required int capacity, List<String> queues, Map<String, Integer> skills)
        implements StrictDocument {

    public RoutingAgent {
        requireNonNull(id, "id");
        if (capacity < 0) {
            throw new IllegalArgumentException("capacity of " + id + " is " + capacity + ", but must not be negative.");
        }
        queues =
                queues == null ? List.of() : queues.stream().distinct().sorted().toList();
        skills = skills == null
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(skills));
    }
}
