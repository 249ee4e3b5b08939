package io.github.saleskit.forecast.hierarchy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rounds coherent values so that they stay coherent: the top to the nearest unit, and below it each part up or down by
 * largest remainders, so that none is a whole unit away from its value. Where groupings cross, along nodes that share
 * no series; the others are the sums of rounded series.
 *
 * <p>Source of the largest remainder: M. L. Balinski and H. P. Young, Fair Representation, 1982.
 */
final class CoherentRounding {

    /** Beyond it doubles have no such decimals, and nothing is rounded. */
    private static final double MOST_UNITS = 0x1p52;

    private static final double NEARLY_WHOLE = 1e-7;

    private final SummingMatrix matrix;
    private final double factor;
    private final boolean fractions;
    private final List<String> nodes;
    private final int[] tops;
    /** By node, those it is divided into; empty for bottom series and for what is divided on another way. */
    private final int[][] parts;

    CoherentRounding(HierarchySums sums, int decimals) {
        matrix = sums.matrix();
        nodes = sums.nodes();
        factor = StrictMath.pow(10, Math.abs(decimals));
        fractions = decimals >= 0;
        parts = new int[matrix.nodes()][0];
        int[] roots = roots(sums);
        tops = disjoint(roots, IntStream.range(0, matrix.bottom()).toArray());
        for (int top : tops) {
            divide(top, sums);
        }
    }

    static int[] roots(HierarchySums sums) {
        BitSet below = new BitSet();
        for (int i = 0; i < sums.matrix().sums(); i++) {
            sums.definition(sums.nodes().get(i)).children().forEach(child -> below.set(sums.position(child)));
        }
        return IntStream.range(0, sums.nodes().size())
                .filter(node -> !below.get(node))
                .toArray();
    }

    private void divide(int node, HierarchySums sums) {
        if (node < matrix.sums()) {
            int[] children = sums.definition(nodes.get(node)).children().stream()
                    .mapToInt(sums::position)
                    .toArray();
            parts[node] = disjoint(children, matrix.sum(node).series());
            for (int part : parts[node]) {
                divide(part, sums);
            }
        }
    }

    /** Of the candidates those that share no series, the largest first, and the series that none of them has. */
    private int[] disjoint(int[] candidates, int[] series) {
        List<Integer> chosen = new ArrayList<>();
        BitSet covered = new BitSet();
        IntStream.of(candidates)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(
                                node -> -matrix.sum(node).series().length)
                        .thenComparing(nodes::get))
                .forEach(node -> {
                    if (Arrays.stream(matrix.sum(node).series()).noneMatch(covered::get)) {
                        Arrays.stream(matrix.sum(node).series()).forEach(covered::set);
                        chosen.add(node);
                    }
                });
        Arrays.stream(series).filter(j -> !covered.get(j)).forEach(j -> chosen.add(matrix.sums() + j));
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The rounded values of all nodes. */
    double[] rounded(double[] values) {
        if (Arrays.stream(values).anyMatch(value -> Math.abs(units(value)) > MOST_UNITS)) {
            return values;
        }
        double[] units = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double exact = units(values[i]);
            units[i] = Math.abs(exact - Math.rint(exact)) < NEARLY_WHOLE ? Math.rint(exact) : exact;
        }
        double[] whole = new double[matrix.bottom()];
        for (int top : tops) {
            divide(top, Math.floor(units[top] + 0.5), units, whole);
        }
        double[] rounded = matrix.values(whole);
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = value(rounded[i]);
        }
        return rounded;
    }

    /** Each value by itself to the nearest unit, halves up. */
    void round(double[] values) {
        for (int i = 0; i < values.length; i++) {
            double units = units(values[i]);
            values[i] = Math.abs(units) > MOST_UNITS ? values[i] : value(Math.floor(units + 0.5));
        }
    }

    private double value(double units) {
        return fractions ? units / factor : units * factor;
    }

    private double units(double value) {
        return fractions ? value * factor : value / factor;
    }

    private void divide(int node, double total, double[] units, double[] whole) {
        if (node >= matrix.sums()) {
            whole[node - matrix.sums()] = total;
            return;
        }
        Integer[] byRemainder = IntStream.of(parts[node])
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(part -> Math.floor(units[part]) - units[part])
                        .thenComparing(nodes::get))
                .toArray(Integer[]::new);
        double left = total;
        for (int part : byRemainder) {
            left -= Math.floor(units[part]);
        }
        for (int i = 0; i < byRemainder.length; i++) {
            double more = Math.floor(left / byRemainder.length)
                    + (i < Math.floorMod((long) left, byRemainder.length) ? 1 : 0);
            divide(byRemainder[i], Math.floor(units[byRemainder[i]]) + more, units, whole);
        }
    }
}
