package io.github.saleskit.territory.design.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Who is in which territory while a plan is repaired: shifts of single units, a few at a time, that can be taken back.
 * Centres stay where they are. O(demands) a shift, and with borders the size of the territory that is left.
 */
final class RepairState {

    private static final double TINY = 1e-9;

    final Instance instance;
    final Origin origin;
    final int[] owner;
    final int[] centre;
    /** The units of each territory, in any order. */
    final int[][] members;

    final int[] size;
    final IndexSet broken;
    /** The units that are not at home. */
    final IndexSet away;

    private final Demands demands;
    private final Residents residents;
    private final @Nullable BorderGraph graph;
    private final int m;
    private final int[] place;
    private final double[] load;
    private final double[] violation;

    private int[] shifted = new int[16];
    private int[] cameFrom = new int[16];
    private int shifts;

    private final int[] best;
    private final IndexSet changed;

    double distance;
    double moved;
    double broke;

    private double bestDistance;
    private double bestMoved;
    private double bestBroke = Double.POSITIVE_INFINITY;

    RepairState(
            Instance instance,
            Origin origin,
            Residents residents,
            int[] owner,
            int[] centre,
            @Nullable BorderGraph graph) {
        this.instance = instance;
        this.origin = origin;
        this.residents = residents;
        this.demands = instance.demands;
        this.graph = graph;
        this.m = instance.m;
        this.owner = owner.clone();
        this.centre = centre.clone();
        this.place = new int[instance.n];
        this.size = new int[instance.k];
        this.members = new int[instance.k][];
        this.load = new double[instance.k * m];
        this.violation = new double[instance.k];
        this.broken = new IndexSet(instance.k);
        this.away = new IndexSet(instance.n);
        this.changed = new IndexSet(instance.n);
        this.best = owner.clone();
        fill();
        remember();
    }

    private void fill() {
        int[] count = new int[instance.k];
        Arrays.stream(owner).forEach(t -> count[t]++);
        Arrays.setAll(members, t -> new int[count[t] + 2]);
        for (int u = 0; u < instance.n; u++) {
            insert(u, owner[u]);
            distance += instance.positions.distance(u, centre[owner[u]]);
            moved += origin.moved(instance.units.members[u], owner[u]);
        }
        for (int t = 0; t < instance.k; t++) {
            judge(t);
        }
    }

    private void insert(int u, int t) {
        owner[u] = t;
        if (size[t] == members[t].length) {
            members[t] = Arrays.copyOf(members[t], 2 * size[t] + 2);
        }
        place[u] = size[t];
        members[t][size[t]++] = u;
        for (int q = 0; q < m; q++) {
            load[t * m + q] += instance.activity[u * m + q];
        }
        away.put(u, residents.home[u] != t);
    }

    private void remove(int u) {
        int t = owner[u];
        int last = members[t][--size[t]];
        members[t][place[u]] = last;
        place[last] = place[u];
        for (int q = 0; q < m; q++) {
            load[t * m + q] -= instance.activity[u * m + q];
        }
    }

    private void judge(int t) {
        double sum = size[t] == 0 ? 1 : 0;
        for (int q = 0; q < m; q++) {
            sum += demands.violation(t, q, load[t * m + q]);
        }
        broke += sum - violation[t];
        violation[t] = sum;
        broken.put(t, sum > 0);
    }

    /** Whether a unit may go to another territory: it is not fixed, and no territory falls to pieces by it. */
    boolean mayShift(int u, int to) {
        if (to == owner[u] || instance.fixed[u] != Instance.FREE) {
            return false;
        }
        return graph == null || ((size[to] == 0 || graph.touches(u, to, owner)) && leavesWhole(u, graph));
    }

    private boolean leavesWhole(int u, BorderGraph borders) {
        return borders.alone(u, owner) || borders.mayLeave(u, owner);
    }

    void shift(int u, int to) {
        if (shifts == shifted.length) {
            shifted = Arrays.copyOf(shifted, 2 * shifts);
            cameFrom = Arrays.copyOf(cameFrom, 2 * shifts);
        }
        shifted[shifts] = u;
        cameFrom[shifts++] = owner[u];
        move(u, to);
    }

    private void move(int u, int to) {
        int from = owner[u];
        int[] accounts = instance.units.members[u];
        distance += instance.positions.distance(u, centre[to]) - instance.positions.distance(u, centre[from]);
        moved += origin.moved(accounts, to) - origin.moved(accounts, from);
        remove(u);
        insert(u, to);
        judge(from);
        judge(to);
        changed.put(u, true);
    }

    /** Forgets the way back of the shifts so far. */
    void keep() {
        shifts = 0;
    }

    /** Takes the shifts back that were not kept. */
    void takeBack() {
        while (shifts > 0) {
            shifts--;
            move(shifted[shifts], cameFrom[shifts]);
        }
    }

    /** Whether a territory has more of something than it may. */
    boolean over(int t) {
        for (int q = 0; q < m; q++) {
            if (load[t * m + q] > demands.most[t * m + q] + demands.slack[q]) {
                return true;
            }
        }
        return false;
    }

    /** How large a unit is in what its territory has too much of. */
    double relief(int u) {
        int t = owner[u];
        double sum = 0;
        for (int q = 0; q < m; q++) {
            boolean over = load[t * m + q] > demands.most[t * m + q] + demands.slack[q];
            sum += over ? instance.activity[u * m + q] / demands.scale(q) : 0;
        }
        return sum;
    }

    boolean keepsDemands(int t) {
        return violation[t] == 0;
    }

    int home(int u) {
        return residents.home[u];
    }

    /** Remembers the state if it breaks the demands less, or not more and moves less, or both alike and is shorter. */
    boolean remember() {
        if (!better()) {
            return false;
        }
        bestBroke = broke;
        bestMoved = moved;
        bestDistance = distance;
        while (changed.size() > 0) {
            int u = changed.get(changed.size() - 1);
            best[u] = owner[u];
            changed.put(u, false);
        }
        return true;
    }

    private boolean better() {
        int order = compare(broke, bestBroke, TINY);
        order = order == 0 ? compare(moved, bestMoved, TINY * (1 + bestMoved)) : order;
        return order < 0 || (order == 0 && distance < bestDistance - TINY * (1 + bestDistance));
    }

    private static int compare(double a, double b, double tiny) {
        return a < b - tiny ? -1 : a > b + tiny ? 1 : 0;
    }

    /** Goes back to the best state and sums everything anew, free of rounding errors. */
    void restore() {
        shifts = 0;
        while (changed.size() > 0) {
            int u = changed.get(changed.size() - 1);
            if (owner[u] != best[u]) {
                move(u, best[u]);
            }
            changed.put(u, false);
        }
        sumAnew();
    }

    private void sumAnew() {
        Arrays.fill(load, 0);
        distance = 0;
        moved = 0;
        for (int u = 0; u < instance.n; u++) {
            for (int q = 0; q < m; q++) {
                load[owner[u] * m + q] += instance.activity[u * m + q];
            }
            distance += instance.positions.distance(u, centre[owner[u]]);
            moved += origin.moved(instance.units.members[u], owner[u]);
        }
        broke = 0;
        Arrays.fill(violation, 0);
        for (int t = 0; t < instance.k; t++) {
            judge(t);
        }
    }

    double bestMoved() {
        return bestMoved;
    }

    double bestDistance() {
        return bestDistance;
    }

    double bestBroke() {
        return bestBroke;
    }

    int[] best() {
        return best.clone();
    }
}
