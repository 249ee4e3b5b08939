package io.github.saleskit.territory.design.internal;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where a repair begins: every unit at home, or where it is fixed; the others in the nearest territory with room, the
 * large ones first; each empty territory around one unit.
 */
final class RepairStart {

    private static final int NEAR = 16;

    final int[] owner;
    final int[] centre;

    private final Instance instance;
    private final Residents residents;
    private final @Nullable BorderGraph graph;
    private final double[] load;
    private final int[] size;

    RepairStart(Instance instance, Residents residents, @Nullable BorderGraph graph) {
        this.instance = instance;
        this.residents = residents;
        this.graph = graph;
        this.owner = new int[instance.n];
        this.centre = instance.home.clone();
        this.load = new double[instance.k * instance.m];
        this.size = new int[instance.k];
        Arrays.fill(owner, Instance.FREE);
        stay();
        if (graph != null) {
            releasePieces(graph);
        }
        findCentres();
        beginEmpty();
        placeOthers();
    }

    private void stay() {
        for (int u = 0; u < instance.n; u++) {
            int t = instance.fixed[u] != Instance.FREE ? instance.fixed[u] : residents.home[u];
            if (t != Instance.FREE) {
                put(u, t);
            }
        }
    }

    private void put(int u, int t) {
        if (owner[u] != Instance.FREE) {
            add(u, owner[u], -1);
        }
        owner[u] = t;
        add(u, t, 1);
    }

    private void add(int u, int t, int sign) {
        size[t] += sign;
        for (int q = 0; q < instance.m; q++) {
            load[t * instance.m + q] += sign * instance.activity[u * instance.m + q];
        }
    }

    /** Of a territory that is in pieces the largest stays; units of the others have to go somewhere else. */
    private void releasePieces(BorderGraph borders) {
        int[] piece = borders.pieces(owner);
        int[] accounts = new int[instance.n];
        int[] largest = new int[instance.k];
        Arrays.fill(largest, Instance.FREE);
        for (int u = 0; u < instance.n; u++) {
            accounts[piece[u]] += instance.units.members[u].length;
        }
        for (int u = 0; u < instance.n; u++) {
            int t = owner[u];
            if (t != Instance.FREE && (largest[t] == Instance.FREE || accounts[piece[u]] > accounts[largest[t]])) {
                largest[t] = piece[u];
            }
        }
        for (int u = 0; u < instance.n; u++) {
            if (owner[u] != Instance.FREE && instance.fixed[u] == Instance.FREE && piece[u] != largest[owner[u]]) {
                add(u, owner[u], -1);
                owner[u] = Instance.FREE;
            }
        }
    }

    /** The homes, or the medians of those who are there already. */
    private void findCentres() {
        int[][] members = new int[instance.k][];
        Arrays.setAll(members, t -> new int[size[t]]);
        int[] count = new int[instance.k];
        for (int u = 0; u < instance.n; u++) {
            if (owner[u] != Instance.FREE) {
                members[owner[u]][count[owner[u]]++] = u;
            }
        }
        for (int t = 0; t < instance.k; t++) {
            if (centre[t] == Instance.FREE && size[t] > 0) {
                centre[t] = Median.of(instance.positions, members[t], size[t], members[t][0]);
            }
        }
    }

    /**
     * Gives each empty territory one unit: one that has to go somewhere anyway, or else one of the fullest territory.
     */
    private void beginEmpty() {
        for (int t = 0; t < instance.k; t++) {
            if (size[t] == 0) {
                int first = firstOf(t);
                if (first != Instance.FREE) {
                    put(first, t);
                }
                centre[t] = centre[t] == Instance.FREE ? Math.max(0, first) : centre[t];
            }
        }
    }

    /**
     * Homeless units come first, then those of broken territories; among equals the nearest to a home, or the most
     * remote.
     */
    private int firstOf(int t) {
        int best = firstOf(t, graph);
        return best == Instance.FREE ? firstOf(t, null) : best;
    }

    private int firstOf(int t, @Nullable BorderGraph borders) {
        int best = Instance.FREE;
        for (int u = 0; u < instance.n; u++) {
            if (mayBegin(u, borders) && (best == Instance.FREE || better(u, best, t))) {
                best = u;
            }
        }
        return best;
    }

    private boolean mayBegin(int u, @Nullable BorderGraph borders) {
        return instance.fixed[u] == Instance.FREE
                && (owner[u] == Instance.FREE
                        || (size[owner[u]] > 1 && (borders == null || borders.mayLeave(u, owner))));
    }

    private boolean better(int u, int than, int t) {
        int order = Integer.compare(urgency(u), urgency(than));
        return order > 0 || (order == 0 && fitness(u, t) > fitness(than, t));
    }

    private int urgency(int u) {
        return owner[u] == Instance.FREE ? 2 : over(owner[u]) ? 1 : 0;
    }

    private double fitness(int u, int t) {
        if (centre[t] != Instance.FREE) {
            return -instance.positions.distance(u, centre[t]);
        }
        return owner[u] == Instance.FREE || centre[owner[u]] == Instance.FREE
                ? 0
                : instance.positions.distance(u, centre[owner[u]]);
    }

    private boolean over(int t) {
        return IntStream.range(0, instance.m)
                .anyMatch(q -> load[t * instance.m + q]
                        > instance.demands.most[t * instance.m + q] + instance.demands.slack[q]);
    }

    private void placeOthers() {
        int[] homeless = IntStream.range(0, instance.n)
                .filter(u -> owner[u] == Instance.FREE)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer u) -> -bulk(u)).thenComparing(u -> u))
                .mapToInt(u -> u)
                .toArray();
        if (graph == null) {
            CentreGrid grid = new CentreGrid(instance, centre);
            for (int u : homeless) {
                put(u, bestFor(u, grid));
            }
        } else {
            placeAlongBorders(homeless, graph);
        }
    }

    /** A unit comes after its neighbours, so that it finds a territory it borders on. */
    private void placeAlongBorders(int[] homeless, BorderGraph borders) {
        Deque<Integer> waiting = new ArrayDeque<>();
        IntStream.of(homeless).forEach(waiting::add);
        int vain = 0;
        while (!waiting.isEmpty()) {
            int u = waiting.remove();
            boolean bordered = IntStream.of(borders.neighbours[u]).anyMatch(v -> owner[v] != Instance.FREE);
            if (bordered || vain > waiting.size()) {
                put(u, best(u, bordered ? bordered(u, borders) : all()));
                vain = 0;
            } else {
                waiting.add(u);
                vain++;
            }
        }
    }

    private double bulk(int u) {
        return IntStream.range(0, instance.m)
                .mapToDouble(q -> instance.activity[u * instance.m + q] / instance.demands.scale(q))
                .max()
                .orElse(0);
    }

    /** Of the nearest territories the nearest with room, or of all when none of these has any. */
    private int bestFor(int u, CentreGrid grid) {
        int best = best(u, grid.near(u, NEAR));
        return overWith(u, best) > 0 && instance.k > NEAR ? best(u, all()) : best;
    }

    private int[] all() {
        return IntStream.range(0, instance.k).toArray();
    }

    private int[] bordered(int u, BorderGraph borders) {
        return IntStream.of(borders.neighbours[u])
                .map(v -> owner[v])
                .filter(t -> t != Instance.FREE)
                .distinct()
                .sorted()
                .toArray();
    }

    /** The nearest territory with room, or else the one that is broken least. */
    private int best(int u, int[] territories) {
        int best = Instance.FREE;
        double leastBroken = Double.POSITIVE_INFINITY;
        double leastFar = Double.POSITIVE_INFINITY;
        for (int t : territories) {
            double broken = overWith(u, t);
            double far = instance.positions.distance(u, centre[t]);
            if (best == Instance.FREE || broken < leastBroken || (broken == leastBroken && far < leastFar)) {
                best = t;
                leastBroken = broken;
                leastFar = far;
            }
        }
        return best;
    }

    private double overWith(int u, int t) {
        double sum = 0;
        for (int q = 0; q < instance.m; q++) {
            int at = t * instance.m + q;
            double over = load[at] + instance.activity[u * instance.m + q] - instance.demands.most[at];
            sum += over > instance.demands.slack[q] ? over / instance.demands.scale(q) : 0;
        }
        return sum;
    }
}
