package io.github.saleskit.territory.design.internal;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Random spanning trees of connected sets of units, cut in two at an edge that balances the parts: the step of
 * recombination (D. DeFord, M. Duchin, J. Solomon, "Recombination: A Family of Markov Chains for Redistricting",
 * Harvard Data Science Review 3(1), 2021).
 */
final class SpanningTree {

    private final Instance instance;
    private final BorderGraph graph;
    private final boolean[] inside;
    private final int[] parent;
    private final int[] order;
    private final double[] load;
    private final int[] frontier;
    private final int[] through;
    /** What a unit counts: its share of all limited activity, or 1 where nothing is limited. */
    final double[] share;

    SpanningTree(Instance instance, BorderGraph graph) {
        this.instance = instance;
        this.graph = graph;
        int n = instance.n;
        inside = new boolean[n];
        parent = new int[n];
        order = new int[n];
        load = new double[n];
        frontier = new int[graph.ends.length + 1];
        through = new int[graph.ends.length + 1];
        share = new double[n];
        shares();
    }

    private void shares() {
        Demands demands = instance.demands;
        for (int u = 0; u < instance.n; u++) {
            for (int q = 0; q < demands.limited.size(); q++) {
                share[u] += demands.mean[q] > 0 ? instance.activity[u * instance.m + q] / demands.mean[q] : 0;
            }
        }
        if (Arrays.stream(share).sum() == 0) {
            Arrays.fill(share, 1);
        }
    }

    /**
     * Grows a random tree over a connected set of units and finds the part below the edge whose load is nearest to a
     * target.
     *
     * @param set the units; the first {@code size}
     * @param part receives the units of the part
     * @return the number of units in the part, less than {@code size}; 0 when the set is one unit
     */
    int cut(int[] set, int size, double target, SplittableRandom random, int[] part) {
        for (int at = 0; at < size; at++) {
            inside[set[at]] = true;
        }
        int reached = grow(set[random.nextInt(size)], random);
        double total = sum(reached);
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        boolean below = true;
        for (int at = 1; at < reached; at++) {
            double under = load[order[at]];
            if (Math.abs(under - target) < least) {
                least = Math.abs(under - target);
                best = order[at];
                below = true;
            }
            if (Math.abs(total - under - target) < least) {
                least = Math.abs(total - under - target);
                best = order[at];
                below = false;
            }
        }
        return best < 0 ? 0 : collect(reached, best, below, part);
    }

    /** A tree by taking random edges of the frontier; leaves the units in the order of their joining. */
    private int grow(int root, SplittableRandom random) {
        int reached = 0;
        int waiting = 0;
        frontier[waiting] = root;
        through[waiting++] = -1;
        while (waiting > 0) {
            int pick = random.nextInt(waiting);
            int u = frontier[pick];
            int from = through[pick];
            frontier[pick] = frontier[--waiting];
            through[pick] = through[waiting];
            if (inside[u]) {
                inside[u] = false;
                parent[u] = from;
                order[reached++] = u;
                for (int v : graph.neighbours[u]) {
                    if (inside[v]) {
                        frontier[waiting] = v;
                        through[waiting++] = u;
                    }
                }
            }
        }
        return reached;
    }

    private double sum(int reached) {
        for (int at = 0; at < reached; at++) {
            load[order[at]] = share[order[at]];
        }
        for (int at = reached - 1; at > 0; at--) {
            load[parent[order[at]]] += load[order[at]];
        }
        return reached == 0 ? 0 : load[order[0]];
    }

    private int collect(int reached, int top, boolean below, int[] part) {
        for (int at = 0; at < reached; at++) {
            int u = order[at];
            inside[u] = u == top || (parent[u] >= 0 && inside[parent[u]]);
        }
        int size = 0;
        for (int at = 0; at < reached; at++) {
            if (inside[order[at]] == below) {
                part[size++] = order[at];
            }
        }
        for (int at = 0; at < reached; at++) {
            inside[order[at]] = false;
        }
        return size;
    }
}
