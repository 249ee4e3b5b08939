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
    private final BorderGraph graph;
    private final WorkMeter meter;
    private final SplittableRandom random;
    private final SpanningTree tree;
    private final FirstDistricts start;
    private final int n;
    private final int k;
    private final boolean byDistance;
    private final boolean warm;
    private final double scale;

    private final Districts districts;
    /** Of the districts, as are the next two. */
    private final int[] owner;

    private final int[] size;
    private final double[] violation;
    private final double[] before = new double[2];
    private double temperature;
    private double price;
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
        this.meter = meter;
        this.random = new SplittableRandom(seed);
        this.n = instance.n;
        this.k = instance.k;
        PlanObjective goal = instance.goal;
        this.byDistance = goal == PlanObjective.DISTANCE;
        this.graph = new BorderGraph(instance, goal == PlanObjective.CUT_LENGTH);
        this.tree = new SpanningTree(instance, graph);
        this.start = new FirstDistricts(instance, graph, tree, random);
        this.districts = new Districts(instance, graph);
        this.owner = districts.owner;
        this.size = districts.size;
        this.violation = districts.violation;
        this.set = new int[n];
        this.part = new int[n];
        this.best = owner.clone();
        this.warm = given != null;
        if (given == null) {
            split();
        } else {
            districts.restore(given);
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
                districts.restore(best);
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

    private void split() {
        start.lay(owner);
        steps += (long) n * k;
        districts.count();
    }

    private void anneal(long moves, Phase phase, double hottest) {
        int block = 500;
        for (long done = 0; done < moves; done += block) {
            double progress = (double) done / moves;
            temperature = hottest * StrictMath.pow(COLDEST / hottest, progress) * scale;
            price = FIRST_PRICE * StrictMath.pow(LAST_PRICE / FIRST_PRICE, progress) * scale;
            if (byDistance) {
                districts.count();
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
        double change = districts.flipChange(u, to);
        before[0] = violation[from];
        before[1] = violation[to];
        districts.move(u, to);
        int v = back ? partner(u, from, to) : -1;
        if (v >= 0) {
            change += districts.flipChange(v, from);
            districts.move(v, from);
        }
        double broken = violation[from] + violation[to] - before[0] - before[1];
        if (accepted(change + price * broken)) {
            districts.objective += change;
            remember();
        } else {
            if (v >= 0) {
                districts.move(v, to);
            }
            districts.move(u, from);
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
        double change = districts.relabel(both, b);
        for (int at = 0; at < length; at++) {
            change += districts.shift(part[at], a);
        }
        if (accepted(change + price * (violation[a] + violation[b] - was))) {
            districts.objective += change;
            remember();
            return;
        }
        for (int at = 0; at < both.length; at++) {
            districts.shift(both[at], old[at]);
        }
    }

    private boolean accepted(double change) {
        return change <= 0 || change < -temperature * StrictMath.log(1 - random.nextDouble());
    }

    /** Keeps the current plan if it breaks the demands less, or not more and its objective is smaller. */
    private void remember() {
        double broken = districts.totalViolation();
        if (broken > bestViolation + TINY) {
            return;
        }
        if (broken < bestViolation - TINY || districts.objective < bestObjective - TINY * scale) {
            bestViolation = broken;
            bestObjective = districts.objective;
            steps += n / 8;
            System.arraycopy(owner, 0, best, 0, n);
        }
    }

    /** How many pieces the borders alone leave of the whole. */
    int pieces() {
        return graph.pieces;
    }
}
