package io.github.saleskit.forecast.hierarchy;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A checked hierarchy: of which bottom series each node is the sum.
 *
 * <pre>{@code
 * HierarchySums sums = HierarchySums.of(hierarchy);
 * sums.seriesOf("North");          // ann and bob, each with the weight 1
 * sums.aggregate(historiesOfReps); // histories of every node
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class HierarchySums {

    private final List<String> nodes;
    private final Map<String, Integer> positions = new LinkedHashMap<>();
    private final SummingMatrix matrix;
    private final Map<String, HierarchyNode> definitions;

    HierarchySums(List<String> nodes, SummingMatrix matrix, Map<String, HierarchyNode> definitions) {
        this.nodes = List.copyOf(nodes);
        this.matrix = matrix;
        this.definitions = definitions;
        nodes.forEach(id -> positions.put(id, positions.size()));
    }

    /**
     * Checks a hierarchy. O(pairs of a node and a bottom series below it).
     *
     * @throws DefinitionException with every problem: ids that are empty or given twice, children that are unknown or
     *     given twice in one node, cycles, more than 200 nodes one below the other, weights that are too few, zero or
     *     not finite, ways to the same bottom series whose weights differ
     */
    public static HierarchySums of(Hierarchy hierarchy) {
        Problems problems = new Problems();
        HierarchySums sums = new HierarchyCheck(hierarchy, problems).compile();
        problems.throwIfAny("hierarchy");
        return requireNonNull(sums);
    }

    /** All nodes: the sums in the order of the definition, then the bottom series in the order of the definition. */
    public List<String> nodes() {
        return nodes;
    }

    /** The bottom series in the order of the definition. */
    public List<String> series() {
        return nodes.subList(matrix.sums(), nodes.size());
    }

    /** Whether there is such a node. */
    public boolean contains(String node) {
        return positions.containsKey(node);
    }

    /**
     * The bottom series of which a node is the sum, with their weights; a bottom series is the sum of itself.
     *
     * @throws IllegalArgumentException when there is no such node
     */
    public Map<String, Double> seriesOf(String node) {
        SummingMatrix.Sum sum = matrix.sum(position(node));
        Map<String, Double> series = new LinkedHashMap<>();
        for (int i = 0; i < sum.series().length; i++) {
            series.put(nodes.get(matrix.sums() + sum.series()[i]), sum.weights()[i]);
        }
        return Collections.unmodifiableMap(series);
    }

    /**
     * The value of every node from those of the bottom series.
     *
     * @param bottom by bottom series
     * @throws IllegalArgumentException when a bottom series has no value
     */
    public Map<String, Double> add(Map<String, Double> bottom) {
        double[] values = matrix.values(
                series().stream().mapToDouble(id -> given(bottom, id)).toArray());
        Map<String, Double> all = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            all.put(nodes.get(i), values[i]);
        }
        return Collections.unmodifiableMap(all);
    }

    /**
     * The histories of all nodes from those of the bottom series.
     *
     * <p>Before its start a series counts as nothing, so that a rep may join later; where a value is missing within a
     * series, that of every node above is missing.
     *
     * @param histories by bottom series, of one granularity and season, all with the same end; those of other names are
     *     left out
     * @return by node
     * @throws IllegalArgumentException when a history is missing or has another granularity, season or end than the
     *     first
     */
    public Map<String, TimeSeries> aggregate(Map<String, TimeSeries> histories) {
        List<TimeSeries> bottom =
                series().stream().map(id -> given(histories, id)).toList();
        requireAlike(bottom);
        Map<String, TimeSeries> all = new LinkedHashMap<>();
        for (int i = 0; i < matrix.sums(); i++) {
            all.put(nodes.get(i), sum(matrix.sum(i), bottom));
        }
        series().forEach(id -> all.put(id, given(histories, id)));
        return Collections.unmodifiableMap(all);
    }

    private static <T> T given(Map<String, T> values, String id) {
        T value = values.get(id);
        if (value == null) {
            throw new IllegalArgumentException("the bottom series \"" + id + "\" is missing.");
        }
        return value;
    }

    /** Makes sure that histories of the bottom series, in their order, are of the same periods but for their start. */
    void requireAlike(List<TimeSeries> bottom) {
        for (int i = 1; i < bottom.size(); i++) {
            requireAlike(bottom.get(0), series().get(i), bottom.get(i));
        }
    }

    private void requireAlike(TimeSeries first, String id, TimeSeries other) {
        if (other.seasonLength() != first.seasonLength() || !other.end().equals(first.end())) {
            throw new IllegalArgumentException("the history of \"" + id + "\" has a season of " + other.seasonLength()
                    + " and ends before " + other.end() + ", but that of \"" + series().get(0) + "\" has "
                    + first.seasonLength() + " and ends before " + first.end()
                    + ".\nMaybe zeros are left out at the end of one that sells no more?");
        }
    }

    private static TimeSeries sum(SummingMatrix.Sum sum, List<TimeSeries> bottom) {
        List<TimeSeries> parts =
                Arrays.stream(sum.series()).mapToObj(bottom::get).toList();
        TimeSeries longest = parts.get(0);
        for (TimeSeries part : parts) {
            longest = part.length() > longest.length() ? part : longest;
        }
        double[] values = new double[longest.length()];
        for (int i = 0; i < parts.size(); i++) {
            int offset = values.length - parts.get(i).length();
            for (int t = offset; t < values.length; t++) {
                values[t] += sum.weights()[i] * parts.get(i).value(t - offset);
            }
        }
        return longest.withValues(values);
    }

    /** The position of a node among {@link #nodes}. */
    int position(String node) {
        Integer position = positions.get(node);
        if (position == null) {
            String advice = Problems.suggest(node, nodes);
            throw new IllegalArgumentException(
                    "there is no node \"" + node + "\"." + (advice == null ? "" : "\n" + advice));
        }
        return position;
    }

    SummingMatrix matrix() {
        return matrix;
    }

    HierarchyNode definition(String node) {
        return requireNonNull(definitions.get(node));
    }
}
