package io.github.saleskit.territory.design.internal;

import java.util.Arrays;

/**
 * A first partition by weighted recursive bisection: the accounts are cut across their longest extent so that both
 * sides get their share of the weight, until one territory is left on each side. O(n log n log k).
 */
final class Bisection {

    private final Instance instance;
    private final double[] weight;
    private final int[] order;
    private final long[] keys;
    private final int[] part;

    private Bisection(Instance instance) {
        this.instance = instance;
        this.weight = weights(instance);
        this.order = new int[instance.n];
        Arrays.setAll(order, i -> i);
        this.keys = new long[instance.n];
        this.part = new int[instance.n];
    }

    /** The part, from 0 to k - 1, of each account; no part is empty. */
    static int[] parts(Instance instance) {
        Bisection bisection = new Bisection(instance);
        bisection.split(0, instance.n, 0, instance.k);
        return bisection.part;
    }

    /** The share of a unit in the limited measures, or in the count of units where nothing is limited. */
    private static double[] weights(Instance instance) {
        double[] weight = new double[instance.n];
        for (int i = 0; i < instance.n; i++) {
            for (int q = 0; q < instance.demands.limited.size(); q++) {
                weight[i] += instance.demands.mean[q] > 0
                        ? instance.activity[i * instance.m + q] / instance.demands.mean[q]
                        : 0;
            }
        }
        if (Arrays.stream(weight).sum() == 0) {
            Arrays.fill(weight, 1);
        }
        return weight;
    }

    private void split(int from, int to, int firstPart, int parts) {
        if (parts == 1) {
            for (int at = from; at < to; at++) {
                part[order[at]] = firstPart;
            }
            return;
        }
        sortAlongLongestExtent(from, to);
        int left = parts / 2;
        int cut = cut(from, to, share(firstPart, left) / share(firstPart, parts));
        cut = Math.min(Math.max(cut, from + left), to - (parts - left));
        split(from, cut, firstPart, left);
        split(cut, to, firstPart + left, parts - left);
    }

    /** The weights of so many territories, beginning with a certain one. */
    private double share(int first, int count) {
        double sum = 0;
        for (int t = first; t < first + count; t++) {
            sum += Demands.weight(instance.territories.get(t));
        }
        return sum;
    }

    private int cut(int from, int to, double share) {
        double total = 0;
        for (int at = from; at < to; at++) {
            total += weight[order[at]];
        }
        double target = total * share;
        int cut = from;
        double sum = 0;
        while (cut < to && sum + weight[order[cut]] / 2 <= target) {
            sum += weight[order[cut++]];
        }
        return cut;
    }

    private void sortAlongLongestExtent(int from, int to) {
        Extent longest = new Extent(0, 0, -1);
        for (int dimension = 0; dimension < instance.positions.dimensions(); dimension++) {
            Extent extent = extent(dimension, from, to);
            longest = extent.length > longest.length ? extent : longest;
        }
        for (int at = from; at < to; at++) {
            keys[at] = longest.key(instance.positions, order[at]);
        }
        Arrays.sort(keys, from, to);
        for (int at = from; at < to; at++) {
            order[at] = (int) keys[at];
        }
    }

    private Extent extent(int dimension, int from, int to) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int at = from; at < to; at++) {
            double coordinate = instance.positions.coordinate(dimension, order[at]);
            least = Math.min(least, coordinate);
            most = Math.max(most, coordinate);
        }
        return new Extent(dimension, least, most - least);
    }

    private record Extent(int dimension, double start, double length) {

        /** Sorts by the way from the start, rounded to a float, and then by unit. */
        long key(Positions positions, int account) {
            double way = length > 0 ? (positions.coordinate(dimension, account) - start) / length : 0;
            return (long) Float.floatToIntBits((float) way) << 32 | account;
        }
    }
}
