package io.github.saleskit.forecast.hierarchy;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.definition.Problems;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the problems of a hierarchy and, where there are none, which bottom series each node adds up. */
final class HierarchyCheck {

    private static final double SAME = 1e-12;
    private static final int DEEPEST = 200;

    private final List<HierarchyNode> nodes;
    private final Problems problems;
    private final Map<String, HierarchyNode> byId = new LinkedHashMap<>();
    private final Map<String, Integer> places = new LinkedHashMap<>();

    HierarchyCheck(Hierarchy hierarchy, Problems problems) {
        this.nodes = hierarchy.nodes();
        this.problems = problems;
    }

    /** The checked hierarchy; null, with problems, where it has some. */
    @Nullable
    HierarchySums compile() {
        if (nodes.isEmpty()) {
            problems.at("nodes").report("hierarchy.empty", null, "there is no node");
        }
        ids();
        for (int i = 0; i < nodes.size(); i++) {
            children(i);
            weights(i);
        }
        List<String> order = order();
        depth(order);
        return problems.isEmpty() ? sums(order) : null;
    }

    private void ids() {
        for (int i = 0; i < nodes.size(); i++) {
            String id = nodes.get(i).id();
            Problems at = problems.at("nodes", i, "id");
            if (id.isBlank()) {
                at.report("hierarchy.idEmpty", id, "the id is empty");
            }
            if (byId.putIfAbsent(id, nodes.get(i)) == null) {
                places.put(id, i);
            } else {
                at.report(
                        "hierarchy.nodeDuplicate",
                        id,
                        "the id \"" + id + "\" was given to node " + places.get(id) + " before");
            }
        }
    }

    private void children(int i) {
        Set<String> seen = new LinkedHashSet<>();
        List<String> children = nodes.get(i).children();
        for (int j = 0; j < children.size(); j++) {
            String child = children.get(j);
            Problems at = problems.at("nodes", i, "children", j);
            if (!seen.add(child)) {
                at.report(
                        "hierarchy.childRepeated",
                        child,
                        "\"" + nodes.get(i).id() + "\" has the child \"" + child + "\" twice",
                        "Maybe it counts twice? Then give it a weight of 2.");
            }
            if (!byId.containsKey(child)) {
                at.report(
                        "hierarchy.childUnknown",
                        child,
                        "there is no node \"" + child + "\"",
                        Problems.suggest(child, byId.keySet()));
            }
        }
    }

    private void weights(int i) {
        HierarchyNode node = nodes.get(i);
        Problems at = problems.at("nodes", i, "weights");
        if (!node.weights().isEmpty()
                && node.weights().size() != node.children().size()) {
            at.report(
                    "hierarchy.weightCount",
                    String.valueOf(node.weights().size()),
                    "\"" + node.id() + "\" has " + node.weights().size() + " weights for "
                            + node.children().size() + " children");
        }
        for (int j = 0; j < node.weights().size(); j++) {
            double weight = node.weights().get(j);
            if (!Double.isFinite(weight) || weight == 0) {
                at.at(j)
                        .report(
                                "hierarchy.weightInvalid",
                                String.valueOf(weight),
                                "the weight is " + weight + ", but must be a finite number other than 0");
            }
        }
    }

    /** The ids with children before their parents; cycles are reported. */
    private List<String> order() {
        Map<String, List<String>> parents = new LinkedHashMap<>();
        Map<String, Integer> open = new LinkedHashMap<>();
        byId.forEach((id, node) -> {
            Set<String> known = new LinkedHashSet<>(node.children());
            known.retainAll(byId.keySet());
            open.put(id, known.size());
            known.forEach(child ->
                    parents.computeIfAbsent(child, key -> new ArrayList<>()).add(id));
        });
        Deque<String> ready = new ArrayDeque<>();
        open.forEach((id, count) -> {
            if (count == 0) {
                ready.add(id);
            }
        });
        List<String> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            String id = ready.remove();
            order.add(id);
            for (String parent : parents.getOrDefault(id, List.of())) {
                if (open.merge(parent, -1, Integer::sum) == 0) {
                    ready.add(parent);
                }
            }
        }
        reportCycles(order);
        return order;
    }

    private void reportCycles(List<String> ordered) {
        Set<String> rest = new LinkedHashSet<>(byId.keySet());
        ordered.forEach(rest::remove);
        while (!rest.isEmpty()) {
            List<String> cycle = cycleWithin(rest);
            String first = cycle.get(0);
            problems.at("nodes", requireNonNull(places.get(first)), "children")
                    .report(
                            "hierarchy.cycle",
                            first,
                            "the nodes go round in a circle: " + String.join(" -> ", cycle) + " -> " + first);
            cycle.forEach(rest::remove);
            dropFreed(rest);
        }
    }

    /** Each of the rest has a child among the rest, so a walk down comes round. */
    private List<String> cycleWithin(Set<String> rest) {
        Set<String> way = new LinkedHashSet<>();
        String at = rest.iterator().next();
        while (way.add(at)) {
            at = requireNonNull(byId.get(at)).children().stream()
                    .filter(rest::contains)
                    .findFirst()
                    .orElseThrow();
        }
        List<String> walk = List.copyOf(way);
        return walk.subList(walk.indexOf(at), walk.size());
    }

    /** Nodes that hung on the cycle only. */
    private void dropFreed(Set<String> rest) {
        boolean dropped = true;
        while (dropped) {
            List<String> lastFirst = new ArrayList<>(rest);
            Collections.reverse(lastFirst);
            int before = rest.size();
            lastFirst.forEach(id -> {
                if (requireNonNull(byId.get(id)).children().stream().noneMatch(rest::contains)) {
                    rest.remove(id);
                }
            });
            dropped = rest.size() < before;
        }
    }

    /** Deeper ones are mistakes, and too deep for what walks down from node to node. */
    private void depth(List<String> order) {
        Map<String, Integer> depths = new LinkedHashMap<>();
        for (String id : order) {
            int depth = 0;
            for (String child : requireNonNull(byId.get(id)).children()) {
                depth = Math.max(depth, depths.getOrDefault(child, 0) + 1);
            }
            depths.put(id, depth);
            if (depth == DEEPEST + 1) {
                problems.at("nodes", requireNonNull(places.get(id)), "children")
                        .report(
                                "hierarchy.tooDeep",
                                id,
                                "more than " + DEEPEST + " nodes lie one below the other under \"" + id + "\"");
            }
        }
    }

    private @Nullable HierarchySums sums(List<String> order) {
        Map<String, Integer> bottom = new LinkedHashMap<>();
        nodes.stream().filter(node -> node.children().isEmpty()).forEach(node -> bottom.put(node.id(), bottom.size()));
        Map<String, SummingMatrix.Sum> sums = new LinkedHashMap<>();
        Gathering gathering = new Gathering(bottom.size());
        for (String id : order) {
            Integer place = bottom.get(id);
            sums.put(
                    id,
                    place == null
                            ? sum(requireNonNull(byId.get(id)), sums, gathering)
                            : new SummingMatrix.Sum(new int[] {place}, new double[] {1}));
        }
        List<String> all = new ArrayList<>();
        List<SummingMatrix.Sum> rows = new ArrayList<>();
        nodes.stream()
                .map(HierarchyNode::id)
                .filter(id -> !bottom.containsKey(id))
                .forEach(id -> {
                    all.add(id);
                    rows.add(requireNonNull(sums.get(id)));
                });
        all.addAll(bottom.keySet());
        return problems.isEmpty() ? new HierarchySums(all, new SummingMatrix(rows, bottom.size()), byId) : null;
    }

    private SummingMatrix.Sum sum(HierarchyNode node, Map<String, SummingMatrix.Sum> sums, Gathering gathering) {
        boolean agree = true;
        for (int j = 0; j < node.children().size(); j++) {
            agree &= gathering.add(requireNonNull(sums.get(node.children().get(j))), node.weight(j));
        }
        if (!agree) {
            problems.at("nodes", requireNonNull(places.get(node.id())), "children")
                    .report(
                            "hierarchy.weightsDiffer",
                            node.id(),
                            "a series counts in \"" + node.id() + "\" with different weights on different ways",
                            "Maybe sum the bottom series themselves?");
        }
        return gathering.take();
    }

    /** Gathers the bottom series below one node, each once. */
    private static final class Gathering {
        private final double[] weights;
        private final int[] found;
        private int count;

        Gathering(int bottom) {
            weights = new double[bottom];
            found = new int[bottom];
        }

        /** Whether the weights agree with those gathered before. */
        boolean add(SummingMatrix.Sum sum, double weight) {
            boolean agree = true;
            for (int i = 0; i < sum.series().length; i++) {
                int series = sum.series()[i];
                double total = weight * sum.weights()[i];
                if (weights[series] == 0) {
                    weights[series] = total;
                    found[count++] = series;
                } else {
                    agree &= Math.abs(weights[series] - total) <= SAME * Math.abs(total);
                }
            }
            return agree;
        }

        SummingMatrix.Sum take() {
            int[] series = Arrays.copyOf(found, count);
            Arrays.sort(series);
            double[] own = new double[count];
            for (int i = 0; i < count; i++) {
                own[i] = weights[series[i]];
                weights[series[i]] = 0;
            }
            count = 0;
            return new SummingMatrix.Sum(series, own);
        }
    }
}
