package io.github.saleskit.forecast.hierarchy;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Complete;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;

/**
 * A node of a hierarchy: a bottom series, or a sum of other nodes.
 *
 * <p>In JSON {@code {"id":"North","children":["ann","bob"]}} for a sum, {@code {"id":"ann"}} for a bottom series.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the host's name of it
 * @param children the ids of what it is the sum of; none for a bottom series
 * @param weights with which the children count, in their order, such as 1 for revenue and -1 for cost; none where each
 *     counts once
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record HierarchyNode(
        @Required String id,
        @Complete List<String> children,
        @Complete List<Double> weights) implements StrictDocument {

    public HierarchyNode {
        requireNonNull(id, "id");
        children = children == null ? List.of() : List.copyOf(children);
        weights = weights == null ? List.of() : List.copyOf(weights);
    }

    /** A node that is a series of its own. */
    public static HierarchyNode series(String id) {
        return new HierarchyNode(id, List.of(), List.of());
    }

    /** A node that is the sum of others. */
    public static HierarchyNode sum(String id, String... children) {
        return new HierarchyNode(id, List.of(children), List.of());
    }

    /** The same node, with a weight for each child. */
    public HierarchyNode withWeights(Double... newWeights) {
        return new HierarchyNode(id, children, List.of(newWeights));
    }

    /** The weight of a child by its place. */
    double weight(int child) {
        return weights.isEmpty() ? 1 : weights.get(child);
    }
}
