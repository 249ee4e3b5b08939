package io.github.saleskit.forecast.hierarchy;

import io.github.saleskit.forecast.series.TimeSeries;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** Forecasts of some nodes distributed to the bottom series below them. */
final class Disaggregation implements CoherentRule {

    /** A sum that its parts cancel out to is no base for shares. */
    private static final double CANCELLED = 1e-9;

    private final HierarchySums sums;
    private final int[] kept;
    private final double[] shares;
    private final boolean keepAboveZero;

    private Disaggregation(HierarchySums sums, int[] kept, double[] shares, boolean keepAboveZero) {
        this.sums = sums;
        this.kept = kept;
        this.shares = shares;
        this.keepAboveZero = keepAboveZero;
    }

    /** By the forecasts themselves, level by level. */
    static Disaggregation byForecasts(HierarchySums sums, int[] kept, boolean keepAboveZero) {
        return new Disaggregation(sums, kept, new double[0], keepAboveZero);
    }

    /**
     * By the past.
     *
     * @param histories by bottom series at least
     * @throws IllegalArgumentException when one is missing or ends at another time than the first
     */
    static Disaggregation byPast(
            HierarchySums sums,
            int[] kept,
            Map<String, TimeSeries> histories,
            Proportions proportions,
            boolean keepAboveZero) {
        double[] shares = new double[sums.matrix().bottom()];
        List<TimeSeries> bottom =
                sums.series().stream().map(id -> given(histories, id)).toList();
        sums.requireAlike(bottom);
        List<double[]> past = bottom.stream()
                .map(history -> keepAboveZero ? raised(history.values()) : history.values())
                .toList();
        for (int node : kept) {
            shares(sums.matrix().sum(node), past, proportions, shares);
        }
        return new Disaggregation(sums, kept, shares, keepAboveZero);
    }

    private static TimeSeries given(Map<String, TimeSeries> histories, String id) {
        TimeSeries history = histories.get(id);
        if (history == null) {
            throw new IllegalArgumentException("the history of \"" + id
                    + "\" is missing, but proportions of the past need it.\nMaybe take those of the forecasts?");
        }
        return history;
    }

    /** With 0 for what lies below; NaN stay. */
    private static double[] raised(double[] values) {
        return Arrays.stream(values).map(value -> value < 0 ? 0 : value).toArray();
    }

    private static void shares(SummingMatrix.Sum sum, List<double[]> past, Proportions proportions, double[] shares) {
        int longest = Arrays.stream(sum.series())
                .map(series -> past.get(series).length)
                .max()
                .orElse(0);
        double[] parts = new double[sum.series().length];
        double[] added = new double[parts.length];
        double whole = 0;
        for (int back = longest; back >= 1; back--) {
            double total = 0;
            for (int i = 0; i < parts.length; i++) {
                double[] values = past.get(sum.series()[i]);
                parts[i] = back > values.length ? 0 : sum.weights()[i] * values[values.length - back];
                total += parts[i];
            }
            if (Double.isNaN(total) || total == 0) {
                continue;
            }
            double weight = proportions == Proportions.AVERAGE_OF_PROPORTIONS ? 1 / total : 1;
            whole += weight * total;
            for (int i = 0; i < parts.length; i++) {
                added[i] += weight * parts[i];
            }
        }
        double[] fair = fair(added, whole);
        for (int i = 0; i < parts.length; i++) {
            shares[sum.series()[i]] = fair[i] / sum.weights()[i];
        }
    }

    /** Parts divided by the whole; equal ones where it is nothing. */
    private static double[] fair(double[] parts, double whole) {
        double sizes = 0;
        for (double part : parts) {
            sizes += Math.abs(part);
        }
        double[] shares = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            shares[i] = Math.abs(whole) > CANCELLED * sizes ? parts[i] / whole : 1.0 / parts.length;
        }
        return shares;
    }

    /** All nodes below some, each once. */
    static int[] below(HierarchySums sums, int[] kept) {
        BitSet below = new BitSet();
        ArrayDeque<Integer> open = new ArrayDeque<>();
        Arrays.stream(kept).forEach(open::add);
        while (!open.isEmpty()) {
            sums.definition(sums.nodes().get(open.remove())).children().stream()
                    .map(sums::position)
                    .filter(child -> !below.get(child))
                    .forEach(child -> {
                        below.set(child);
                        open.add(child);
                    });
        }
        return below.stream().toArray();
    }

    /** By bottom series the node that is distributed to it. */
    static int[] keptAbove(HierarchySums sums, int[] kept) {
        int[] above = new int[sums.matrix().bottom()];
        for (int node : kept) {
            for (int series : sums.matrix().sum(node).series()) {
                above[series] = node;
            }
        }
        return above;
    }

    @Override
    public double[] bottom(double[] forecasts) {
        double[] own = keepAboveZero ? raised(forecasts) : forecasts;
        double[] bottom = new double[sums.matrix().bottom()];
        for (int node : kept) {
            if (shares.length == 0) {
                distribute(node, own[node], own, bottom);
            } else {
                for (int series : sums.matrix().sum(node).series()) {
                    bottom[series] = shares[series] * own[node];
                }
            }
        }
        for (int j = 0; j < bottom.length && keepAboveZero; j++) {
            bottom[j] = Math.max(0, bottom[j]);
        }
        return bottom;
    }

    private void distribute(int node, double value, double[] forecasts, double[] bottom) {
        if (node >= sums.matrix().sums()) {
            bottom[node - sums.matrix().sums()] = value;
            return;
        }
        HierarchyNode definition = sums.definition(sums.nodes().get(node));
        int[] children = definition.children().stream().mapToInt(sums::position).toArray();
        double[] parts = new double[children.length];
        double whole = 0;
        for (int i = 0; i < children.length; i++) {
            parts[i] = definition.weight(i) * forecasts[children[i]];
            whole += parts[i];
        }
        double[] fair = fair(parts, whole);
        for (int i = 0; i < children.length; i++) {
            distribute(children[i], fair[i] * value / definition.weight(i), forecasts, bottom);
        }
    }
}
