package io.github.saleskit.forecast.hierarchy;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which nodes are sums of which: a tree such as region, team and rep, or groupings that cross each other such as state
 * and industry.
 *
 * <pre>{@code
 * Hierarchy.of(
 *         HierarchyNode.sum("Total", "North", "South"),
 *         HierarchyNode.sum("North", "ann", "bob"),
 *         HierarchyNode.sum("South", "carl"),
 *         HierarchyNode.series("ann"),
 *         HierarchyNode.series("bob"),
 *         HierarchyNode.series("carl"));
 * }</pre>
 *
 * <p>A node is the sum of the bottom series below it, <em>each counted once</em> however many ways lead down to it: a
 * total may have states and industries as its children, since both lead to the same series. The order of the nodes has
 * no meaning.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param nodes every node, bottom series included
 */
public record Hierarchy(@Required int version, @Required List<HierarchyNode> nodes) implements StrictDocument {

    public Hierarchy {
        DocumentVersion.require("hierarchy", version, 1);
        nodes = List.copyOf(nodes);
    }

    /** A hierarchy of these nodes. */
    public static Hierarchy of(HierarchyNode... nodes) {
        return new Hierarchy(1, List.of(nodes));
    }

    /** A hierarchy of these nodes. */
    public static Hierarchy of(List<HierarchyNode> nodes) {
        return new Hierarchy(1, nodes);
    }

    /**
     * A hierarchy told from below.
     *
     * @param parents of each node, several where groupings cross, none at the top; a parent need not be a key itself
     */
    public static Hierarchy ofParents(Map<String, List<String>> parents) {
        Map<String, List<String>> children = new LinkedHashMap<>();
        parents.forEach((id, above) -> {
            children.computeIfAbsent(id, key -> new ArrayList<>());
            above.forEach(parent ->
                    children.computeIfAbsent(parent, key -> new ArrayList<>()).add(id));
        });
        return of(children.entrySet().stream()
                .map(entry -> new HierarchyNode(entry.getKey(), entry.getValue(), List.of()))
                .toList());
    }

    /**
     * Series by groupings that cross each other: a total, and for each grouping a node for each of its values, called
     * {@code State=Victoria}.
     *
     * @param total the id of the node above all
     * @param series by id the value of each grouping, such as {@code State} to {@code Victoria} and {@code Industry} to
     *     {@code Food}; all with the same groupings
     * @throws IllegalArgumentException when there is no series or a series has other groupings than the first one
     */
    public static Hierarchy crossed(String total, Map<String, Map<String, String>> series) {
        Map<String, Set<String>> groups = new LinkedHashMap<>();
        Set<String> groupings =
                series.values().stream().findFirst().map(Map::keySet).orElse(Set.of());
        if (groupings.isEmpty()) {
            throw new IllegalArgumentException("series is " + series + ", but must have a series with a grouping.");
        }
        Set<String> firstGroups = new LinkedHashSet<>();
        String first = groupings.iterator().next();
        series.forEach((id, values) -> {
            requireSame(id, groupings, values.keySet());
            values.forEach(
                    (grouping, value) -> groups.computeIfAbsent(groupId(grouping, value), key -> new LinkedHashSet<>())
                            .add(id));
            firstGroups.add(groupId(first, requireNonNull(values.get(first))));
        });
        List<HierarchyNode> nodes = new ArrayList<>();
        nodes.add(new HierarchyNode(total, List.copyOf(firstGroups), List.of()));
        groups.forEach((id, members) -> nodes.add(new HierarchyNode(id, List.copyOf(members), List.of())));
        series.keySet().forEach(id -> nodes.add(HierarchyNode.series(id)));
        return of(nodes);
    }

    private static String groupId(String grouping, String value) {
        return grouping + "=" + value;
    }

    private static void requireSame(String id, Set<String> expected, Set<String> groupings) {
        if (!groupings.equals(expected)) {
            throw new IllegalArgumentException(
                    "series " + id + " has the groupings " + groupings + ", but must have " + expected + ".");
        }
    }
}
