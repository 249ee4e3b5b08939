package io.github.saleskit.examples.evaluation;

import io.github.saleskit.examples.files.FileProblems;
import io.github.saleskit.examples.files.Row;
import io.github.saleskit.examples.files.TableForm;
import io.github.saleskit.examples.files.TableReader;
import io.github.saleskit.forecast.hierarchy.Hierarchy;
import io.github.saleskit.forecast.hierarchy.HierarchyNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A hierarchy as rows {@code node,parent[,weight]}, or as a summing matrix. */
final class HierarchyFile {

    private static final TableForm ROWS = TableForm.of("nodes")
            .required("node", "its id")
            .required("parent", "id of a node above; empty at the top")
            .optional("weight", "with which it counts in the parent; 1 where empty");

    private static final double LARGEST_WEIGHT = 1e9;

    private HierarchyFile() {}

    static Hierarchy read(Path path) {
        FileProblems problems = new FileProblems();
        TableForm form = TableReader.formOf(path, "nodes", problems);
        problems.throwIfAny();
        return form.columns().containsKey("parent") ? rows(path, problems) : matrix(path, form, problems);
    }

    /** The children of one node with their weights. */
    private static final class Below {
        final List<String> ids = new ArrayList<>();
        final List<Double> weights = new ArrayList<>();

        HierarchyNode node(String id) {
            boolean plain = weights.stream().allMatch(weight -> weight == 1);
            return new HierarchyNode(id, ids, plain ? List.of() : weights);
        }
    }

    private static Hierarchy rows(Path path, FileProblems problems) {
        Map<String, Below> nodes = new LinkedHashMap<>();
        new TableReader(path, ROWS, problems).forEach(row -> {
            String node = row.text("node");
            nodes.computeIfAbsent(node, id -> new Below());
            if (row.has("parent")) {
                Below parent = nodes.computeIfAbsent(row.text("parent"), id -> new Below());
                parent.ids.add(node);
                parent.weights.add(row.has("weight") ? weight(row, "weight") : 1);
            }
        });
        problems.throwIfAny();
        return hierarchy(nodes);
    }

    private static double weight(Row row, String column) {
        return row.number(column, -LARGEST_WEIGHT, LARGEST_WEIGHT);
    }

    private static Hierarchy hierarchy(Map<String, Below> nodes) {
        return Hierarchy.of(nodes.entrySet().stream()
                .map(entry -> entry.getValue().node(entry.getKey()))
                .toList());
    }

    private static Hierarchy matrix(Path path, TableForm form, FileProblems problems) {
        List<String> columns = List.copyOf(form.columns().keySet());
        if (columns.size() < 2) {
            throw new IllegalArgumentException(
                    path + " has the columns " + columns + ", expected node,parent or node and one a bottom series");
        }
        List<String> series = columns.subList(1, columns.size());
        Map<String, Below> nodes = new LinkedHashMap<>();
        series.forEach(id -> nodes.put(id, new Below()));
        new TableReader(path, form, problems).forEach(row -> {
            String node = row.id(columns.get(0));
            Below below = new Below();
            for (String id : series) {
                double weight = row.has(id) ? weight(row, id) : 0;
                if (weight != 0) {
                    below.ids.add(id);
                    below.weights.add(weight);
                }
            }
            if (!series.contains(node)) {
                nodes.put(node, below);
            } else if (!below.ids.equals(List.of(node)) || below.weights.get(0) != 1) {
                row.report(
                        columns.get(0),
                        "matrix.series",
                        node,
                        "the bottom series \"" + node + "\" must be 1 of itself",
                        null);
            }
        });
        problems.throwIfAny();
        return hierarchy(nodes);
    }
}
