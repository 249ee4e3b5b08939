package io.github.saleskit.territory.design.internal;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Random connected territories of about the right sizes, for a {@link DistrictSearch} to start from. */
final class FirstDistricts {

    /** Trees that are grown for each territory; the one with the best cut is taken. */
    private static final int ATTEMPTS = 12;

    private final Instance instance;
    private final BorderGraph graph;
    private final SpanningTree tree;
    private final SplittableRandom random;
    private final int n;
    private final int k;
    private final int[] set;
    private final int[] part;

    FirstDistricts(Instance instance, BorderGraph graph, SpanningTree tree, SplittableRandom random) {
        this.instance = instance;
        this.graph = graph;
        this.tree = tree;
        this.random = random;
        this.n = instance.n;
        this.k = instance.k;
        this.set = new int[n];
        this.part = new int[n];
    }

    /**
     * Cuts the whole into territories, one after the other, along random spanning trees; each keeps at least one unit.
     */
    void lay(int[] owner) {
        Arrays.fill(owner, k - 1);
        for (int t = 0; t < k - 1; t++) {
            int count = 0;
            double total = 0;
            double weights = 0;
            for (int u = 0; u < n; u++) {
                if (owner[u] == k - 1) {
                    set[count++] = u;
                    total += tree.share[u];
                }
            }
            for (int s = t; s < k; s++) {
                weights += Demands.weight(instance.territories.get(s));
            }
            double target = total * Demands.weight(instance.territories.get(t)) / weights;
            int length = bestCut(owner, count, target, k - 1 - t);
            for (int at = 0; at < length; at++) {
                owner[part[at]] = t;
            }
        }
        putFixed(owner);
    }

    /** The best of a few cuts that leave enough units for the other territories. */
    private int bestCut(int[] owner, int count, double target, int others) {
        int[] kept = new int[0];
        double least = Double.POSITIVE_INFINITY;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int length = tree.cut(set, count, target, random, part);
            double sum = 0;
            for (int at = 0; at < length; at++) {
                sum += tree.share[part[at]];
            }
            if (length > 0 && count - length >= others && Math.abs(sum - target) < least) {
                least = Math.abs(sum - target);
                kept = Arrays.copyOf(part, length);
            }
        }
        if (kept.length == 0) {
            return leaf(owner, count);
        }
        System.arraycopy(kept, 0, part, 0, kept.length);
        return kept.length;
    }

    /** One unit that the rest of the set can do without. */
    private int leaf(int[] owner, int count) {
        part[0] = set[0];
        for (int at = 0; at < count; at++) {
            if (graph.mayLeave(set[at], owner)) {
                part[0] = set[at];
                return 1;
            }
        }
        return 1;
    }

    private void putFixed(int[] owner) {
        for (int u = 0; u < n; u++) {
            if (instance.fixed[u] != Instance.FREE) {
                owner[u] = instance.fixed[u];
            }
        }
    }
}
