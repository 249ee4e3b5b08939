package io.github.saleskit.territory.design.internal;

import io.github.saleskit.core.definition.WorkMeter;
import io.github.saleskit.territory.design.PlanObjective;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Designs connected territories by simulated annealing: a unit at a border flips to the neighbouring territory if its
 * own stays connected, two units are exchanged, and now and then two neighbouring territories are merged and cut anew
 * along a random spanning tree. Broken demands have a price that grows while it gets colder; many short runs start from
 * fresh or from the best plan.
 */
final class DistrictSearch {

    private static final double HOTTEST = 2.5;
    private static final double COLDEST = .15;
    /** The first temperature where the territories are given. */
    private static final double WARM = .3;

    private static final double FIRST_PRICE = 40;
    private static final double LAST_PRICE = 400;
    private static final int RECOMBINE_ONE_IN = 200;
    private static final int MOVES_A_RUN = 60_000;
    private static final int MOVES_A_RUN_AND_UNIT = 600;
    /** Random edges that are looked at to find one between two territories. */
    private static final int TRIES = 64;

    private static final double TINY = 1e-9;

    private final Instance instance;
    private final Demands demands;
    private final BorderGraph graph;
    private final WorkMeter meter;
    private final SplittableRandom random;
    private final SpanningTree tree;
    private final FirstDistricts start;
    private final int n;
    private final int k;
    private final int m;
    private final boolean byDistance;
    private final boolean warm;
    private final double scale;

    private final int[] owner;
    private final int[] size;
    private final double[] load;
    private final double[] violation;
    private final double[] before = new double[2];
    private int[] centre;
    private double temperature;
    private double price;
    private double objective;
    private long steps;
    private boolean anyFeasible;

    private final int[] set;
    private final int[] part;
    private final int[] best;
    private double bestViolation = Double.POSITIVE_INFINITY;
    private double bestObjective = Double.POSITIVE_INFINITY;

    /** A search that begins with random territories, again and again. */
    DistrictSearch(Instance instance, WorkMeter meter, long seed) {
        this(instance, meter, seed, null);
    }

    /** A search that changes given territories a little, or that begins anew when there are none. */
    DistrictSearch(Instance instance, WorkMeter meter, long seed, int @Nullable [] given) {
        this.instance = instance;
        this.demands = instance.demands;
        this.meter = meter;
        this.random = new SplittableRandom(seed);
        this.n = instance.n;
        this.k = instance.k;
        this.m = instance.m;
        PlanObjective goal = instance.goal;
        this.byDistance = goal == PlanObjective.DISTANCE;
        this.graph = new BorderGraph(instance, goal == PlanObjective.CUT_LENGTH);
        this.tree = new SpanningTree(instance, graph);
        this.start = new FirstDistricts(instance, graph, tree, random);
        this.owner = new int[n];
        this.size = new int[k];
        this.load = new double[k * m];
        this.violation = new double[k];
        this.set = new int[n];
        this.part = new int[n];
        this.best = owner.clone();
        this.centre = new int[k];
        this.warm = given != null;
        if (given == null) {
            split();
        } else {
            System.arraycopy(given, 0, owner, 0, n);
            count();
        }
        this.scale = scale();
        price = FIRST_PRICE;
        remember();
    }

    /** What one move is worth, roughly: the mean border, or a part of the mean distance. */
    private double scale() {
        if (byDistance) {
            return Math.max(TINY, Layout.of(instance.withoutOrigin(), owner).totalCost() / n);
        }
        return graph.meanWeight();
    }

    private boolean over(Phase phase) {
        return phase.over() || (anyFeasible && bestViolation == 0);
    }

    /** Runs until the phase is over. */
    void run(Phase phase) {
        long moves = MOVES_A_RUN + (long) MOVES_A_RUN_AND_UNIT * n;
        for (int run = 0; !over(phase) && !meter.stopped() && k > 1 && n > k; run++) {
            if (warm || (run % 3 != 0 && bestViolation < Double.POSITIVE_INFINITY)) {
                restore();
            } else if (run > 0) {
                split();
            }
            anneal(moves, phase, warm ? WARM : run % 3 == 0 ? HOTTEST : HOTTEST / 2);
        }
    }

    /** Runs until a plan keeps all demands or the phase is over. */
    void runUntilFeasible(Phase phase) {
        anyFeasible = true;
        run(phase);
    }

    Layout best() {
        return Layout.of(instance, best);
    }

    private void restore() {
        System.arraycopy(best, 0, owner, 0, n);
        count();
    }

    private void count() {
        Arrays.fill(load, 0);
        Arrays.fill(size, 0);
        for (int u = 0; u < n; u++) {
            size[owner[u]]++;
            for (int q = 0; q < m; q++) {
                load[owner[u] * m + q] += instance.activity[u * m + q];
            }
        }
        for (int t = 0; t < k; t++) {
            violation[t] = violationOf(t);
        }
        if (byDistance) {
            centre = Layout.of(instance, owner).centre;
        }
        objective = measure();
    }

    private void split() {
        start.lay(owner);
        steps += (long) n * k;
        count();
    }

    private void anneal(long moves, Phase phase, double hottest) {
        int block = 500;
        for (long done = 0; done < moves; done += block) {
            double progress = (double) done / moves;
            temperature = hottest * StrictMath.pow(COLDEST / hottest, progress) * scale;
            price = FIRST_PRICE * StrictMath.pow(LAST_PRICE / FIRST_PRICE, progress) * scale;
            if (byDistance) {
                count();
            }
            for (int move = 0; move < block; move++) {
                step();
            }
            long units = Math.max(1, steps / RegionalSearch.STEPS_A_UNIT);
            steps = 0;
            if (over(phase) || !meter.spend(units)) {
                return;
            }
        }
    }

    private void step() {
        int kind = random.nextInt(RECOMBINE_ONE_IN);
        if (kind == 0) {
            recombine();
        } else {
            int edge = randomEdge();
            if (!sameOwner(edge)) {
                boolean forth = random.nextBoolean();
                int u = graph.ends[forth ? 2 * edge : 2 * edge + 1];
                int v = graph.ends[forth ? 2 * edge + 1 : 2 * edge];
                flip(u, owner[v], kind % 4 == 1);
            }
        }
    }

    /** An edge between two territories if a few tries find one. */
    private int randomEdge() {
        int edge = random.nextInt(graph.ends.length / 2);
        for (int tries = 0; tries < TRIES && sameOwner(edge); tries++) {
            edge = random.nextInt(graph.ends.length / 2);
        }
        return edge;
    }

    private boolean sameOwner(int edge) {
        return owner[graph.ends[2 * edge]] == owner[graph.ends[2 * edge + 1]];
    }

    /** Flips a unit to another territory and, if wanted, one of that territory back; undone when not accepted. */
    private void flip(int u, int to, boolean back) {
        int from = owner[u];
        steps += 12;
        if (instance.fixed[u] != Instance.FREE || size[from] == 1 || !graph.mayLeave(u, owner)) {
            return;
        }
        double change = flipChange(u, to);
        before[0] = violation[from];
        before[1] = violation[to];
        move(u, to);
        int v = back ? partner(u, from, to) : -1;
        if (v >= 0) {
            change += flipChange(v, from);
            move(v, from);
        }
        double broken = violation[from] + violation[to] - before[0] - before[1];
        if (accepted(change + price * broken)) {
            objective += change;
            remember();
        } else {
            if (v >= 0) {
                move(v, to);
            }
            move(u, from);
        }
    }

    /** A unit of the second territory at the border to the first that may leave, or -1. */
    private int partner(int u, int from, int to) {
        for (int tries = 0; tries < 16; tries++) {
            int edge = random.nextInt(graph.ends.length / 2);
            int a = graph.ends[2 * edge];
            int b = graph.ends[2 * edge + 1];
            int v = owner[a] == to && owner[b] == from ? a : owner[b] == to && owner[a] == from ? b : -1;
            if (v >= 0 && v != u && instance.fixed[v] == Instance.FREE && size[to] > 1 && graph.mayLeave(v, owner)) {
                return v;
            }
        }
        return -1;
    }

    /** By how much the objective grows when a unit goes to another territory. */
    private double flipChange(int u, int to) {
        int from = owner[u];
        if (byDistance) {
            return instance.cost(u, to, centre[to]) - instance.cost(u, from, centre[from]);
        }
        double change = instance.moveCost(u, to) - instance.moveCost(u, from);
        int[] near = graph.neighbours[u];
        for (int at = 0; at < near.length; at++) {
            int t = owner[near[at]];
            change += t == from ? graph.weight[u][at] : t == to ? -graph.weight[u][at] : 0;
        }
        return change;
    }

    private void move(int u, int to) {
        int from = owner[u];
        owner[u] = to;
        size[from]--;
        size[to]++;
        for (int q = 0; q < m; q++) {
            double activity = instance.activity[u * m + q];
            load[from * m + q] -= activity;
            load[to * m + q] += activity;
        }
        violation[from] = violationOf(from);
        violation[to] = violationOf(to);
    }

    private double violationOf(int t) {
        double sum = 0;
        for (int q = 0; q < m; q++) {
            sum += demands.violation(t, q, load[t * m + q]);
        }
        return sum;
    }

    /** Merges two neighbouring territories and cuts them anew. */
    private void recombine() {
        int edge = randomEdge();
        int a = owner[graph.ends[2 * edge]];
        int b = owner[graph.ends[2 * edge + 1]];
        if (a == b) {
            return;
        }
        int count = 0;
        double total = 0;
        boolean free = true;
        for (int u = 0; u < n; u++) {
            if (owner[u] == a || owner[u] == b) {
                set[count++] = u;
                total += tree.share[u];
                free &= instance.fixed[u] == Instance.FREE;
            }
        }
        steps += n + 8L * count;
        if (free) {
            int[] old = Arrays.copyOf(set, count);
            recombine(a, b, old, total);
        }
    }

    private void recombine(int a, int b, int[] both, double total) {
        double weightA = Demands.weight(instance.territories.get(a));
        double weightB = Demands.weight(instance.territories.get(b));
        int length = tree.cut(both, both.length, total * weightA / (weightA + weightB), random, part);
        if (length == 0) {
            return;
        }
        int[] old = new int[both.length];
        for (int at = 0; at < both.length; at++) {
            old[at] = owner[both[at]];
        }
        double was = violation[a] + violation[b];
        double change = relabel(both, b);
        for (int at = 0; at < length; at++) {
            change += shift(part[at], a);
        }
        if (accepted(change + price * (violation[a] + violation[b] - was))) {
            objective += change;
            remember();
            return;
        }
        for (int at = 0; at < both.length; at++) {
            shift(both[at], old[at]);
        }
    }

    private boolean accepted(double change) {
        return change <= 0 || change < -temperature * StrictMath.log(1 - random.nextDouble());
    }

    private double relabel(int[] units, int to) {
        double change = 0;
        for (int u : units) {
            change += shift(u, to);
        }
        return change;
    }

    private double shift(int u, int to) {
        if (owner[u] == to) {
            return 0;
        }
        double change = flipChange(u, to);
        move(u, to);
        return change;
    }

    private double totalViolation() {
        double sum = 0;
        for (double v : violation) {
            sum += v;
        }
        return sum;
    }

    private double measure() {
        double sum = 0;
        for (int u = 0; u < n; u++) {
            if (byDistance) {
                sum += instance.cost(u, owner[u], centre[owner[u]]);
            } else {
                sum += instance.moveCost(u, owner[u]);
            }
        }
        return byDistance ? sum : sum + graph.cut(owner);
    }

    /** Keeps the current plan if it breaks the demands less, or not more and its objective is smaller. */
    private void remember() {
        double broken = totalViolation();
        if (broken > bestViolation + TINY) {
            return;
        }
        if (broken < bestViolation - TINY || objective < bestObjective - TINY * scale) {
            bestViolation = broken;
            bestObjective = objective;
            steps += n / 8;
            System.arraycopy(owner, 0, best, 0, n);
        }
    }

    /** How many pieces the borders alone leave of the whole. */
    int pieces() {
        return graph.pieces;
    }
}
