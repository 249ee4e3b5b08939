package io.github.saleskit.territory.design.internal;

import io.github.saleskit.core.definition.WorkMeter;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Restores the demands of an earlier plan with few moves: simulated annealing over shifts, exchanges and chains of up
 * to three units, only ever around territories that break a demand and units that are away from home. Demands come
 * first, then moves, then distances. What a step costs does not depend on the size of the problem.
 */
final class Repair {

    private static final int NEAR = 10;
    /** What one move is worth, in mean distances. */
    private static final double MOVE = 10;
    /** What a broken territory costs, in moves: once for being broken and again by how much. */
    private static final double BROKEN = 3;

    private static final double BROKEN_BY = 20;
    private static final double HOTTEST = .6;
    private static final double COLDEST = .003;
    private static final int STEPS_A_ROUND = 2_000;
    private static final int STEPS_A_UNIT_IN_PLAY = 60;
    private static final int MOST_STEPS_A_ROUND = 2_000_000;
    private static final int SLOWEST = 5;
    private static final int BLOCK = 50;
    /** What so many tries cost, and what they cost where it is asked whether territories stay connected. */
    private static final int UNITS_A_BLOCK = 1;

    private static final int UNITS_A_CONNECTED_BLOCK = 5;

    private static final int PATIENCE = 8;

    private final Instance instance;
    private final RepairState state;
    private final @Nullable BorderGraph graph;
    private final WorkMeter meter;
    private final SplittableRandom random;
    private final CentreGrid grid;
    private final int[][] near;
    private final double meanDistance;
    private final double meanWeight;
    /** How many times the rounds were doubled. */
    private int slowness;

    Repair(RepairState state, @Nullable BorderGraph graph, WorkMeter meter, long seed) {
        this.instance = state.instance;
        this.state = state;
        this.graph = graph;
        this.meter = meter;
        this.random = new SplittableRandom(seed);
        this.grid = new CentreGrid(instance, state.centre);
        this.near = new int[instance.n][];
        this.meanDistance = Math.max(1e-12, state.distance / instance.n);
        double total = state.origin.total();
        this.meanWeight = total > 0 ? total / instance.n : 1;
    }

    /**
     * Works through a phase, or less when nothing more is gained.
     *
     * @param fewest moves that are proven to be needed
     */
    void run(Phase phase, double fewest) {
        int vain = 0;
        slowness = 0;
        while (!phase.over() && !meter.stopped() && vain < patience(fewest)) {
            if (state.broken.size() + state.away.size() == 0) {
                return;
            }
            double broke = state.bestBroke();
            double moved = state.bestMoved();
            double distance = state.bestDistance();
            anneal(phase);
            boolean gained = state.bestBroke() < broke
                    || state.bestMoved() < moved
                    || state.bestDistance() < distance * (1 - 1e-6);
            vain = gained ? 0 : vain + 1;
            slowness = Math.min(SLOWEST, slowness + (gained ? 0 : 1));
            state.restore();
        }
    }

    private int patience(double fewest) {
        return state.bestBroke() == 0 && state.bestMoved() <= fewest * (1 + 2 * MoveBound.ROUNDING)
                ? PATIENCE / 4
                : PATIENCE;
    }

    private void anneal(Phase phase) {
        long inPlay = state.away.size();
        for (int at = 0; at < state.broken.size(); at++) {
            inPlay += state.size[state.broken.get(at)];
        }
        long steps = Math.min(MOST_STEPS_A_ROUND, (STEPS_A_ROUND + STEPS_A_UNIT_IN_PLAY * inPlay) << slowness);
        for (long done = 0; done < steps; done += BLOCK) {
            double progress = (double) done / steps;
            double temperature = MOVE * meanDistance * HOTTEST * StrictMath.pow(COLDEST / HOTTEST, progress);
            double strictness = 1 + 9 * progress;
            for (int at = 0; at < BLOCK; at++) {
                step(temperature, strictness);
            }
            if (phase.over() || !meter.spend(graph == null ? UNITS_A_BLOCK : UNITS_A_CONNECTED_BLOCK)) {
                return;
            }
        }
    }

    private void step(double temperature, double strictness) {
        double before = energy(strictness);
        if (!change()) {
            state.takeBack();
            return;
        }
        double worse = energy(strictness) - before;
        if (worse <= 0 || worse < -temperature * StrictMath.log(1 - random.nextDouble())) {
            state.keep();
            state.remember();
        } else {
            state.takeBack();
        }
    }

    private double energy(double strictness) {
        double move = MOVE * meanDistance;
        double broken = state.broken.size() * BROKEN + state.broke * BROKEN_BY;
        return state.distance + move * (state.moved / meanWeight + strictness * broken);
    }

    /** Shifts some units; false when there was nothing to shift. */
    private boolean change() {
        boolean relieve = state.broken.size() > 0 && (state.away.size() == 0 || random.nextInt(2) == 0);
        if (relieve) {
            int t = state.broken.get(random.nextInt(state.broken.size()));
            return state.over(t) ? relieve(t) : fill(t);
        }
        return state.away.size() > 0 && rework(state.away.get(random.nextInt(state.away.size())));
    }

    /** A unit leaves a territory that has too much; perhaps another makes room for it. */
    private boolean relieve(int t) {
        int u = member(t);
        int other = member(t);
        if (state.relief(other) > state.relief(u) && random.nextInt(3) > 0) {
            u = other;
        }
        int to = target(u);
        return shift(u, to) && (random.nextInt(3) > 0 || makeRoom(to, u));
    }

    /** A unit comes to a territory that has too little; perhaps another goes in exchange. */
    private boolean fill(int t) {
        int[] around = near(state.centre[t] < instance.n ? state.centre[t] : state.size[t] == 0 ? 0 : member(t));
        int from = around[random.nextInt(around.length)];
        if (from == t || state.size[from] < 2) {
            return false;
        }
        int u = member(from);
        return shift(u, t) && (random.nextInt(3) > 0 || makeRoom(t, u));
    }

    /** Changes what was done with a unit that is away. */
    private boolean rework(int u) {
        int home = state.home(u);
        int was = state.owner[u];
        int to = target(u);
        return switch (random.nextInt(home == Instance.FREE ? 2 : 6)) {
            case 0 -> shift(u, to);
            case 1 -> shift(u, to) && makeRoom(to, u);
            case 2 -> shift(u, home);
            case 3 -> shift(u, home) && makeRoom(home, u);
            case 4 -> shift(u, home) && sendInstead(home, u, was);
            default -> shift(u, home) && bringHomeAnother(home) && makeRoom(home, u);
        };
    }

    /** Another unit of a territory leaves: to where it belongs, or somewhere near. */
    private boolean makeRoom(int t, int but) {
        int v = member(t);
        if (v == but) {
            return false;
        }
        int home = state.home(v);
        return shift(v, home != t && home != Instance.FREE && random.nextBoolean() ? home : target(v));
    }

    private boolean sendInstead(int from, int but, int to) {
        int v = member(from);
        return v != but && shift(v, to);
    }

    private boolean bringHomeAnother(int home) {
        for (int tries = 0; tries < 8; tries++) {
            int v = state.away.size() == 0 ? -1 : state.away.get(random.nextInt(state.away.size()));
            if (v >= 0 && state.home(v) == home) {
                return shift(v, home);
            }
        }
        return false;
    }

    private boolean shift(int u, int to) {
        if (!state.mayShift(u, to) || state.size[state.owner[u]] < 2) {
            return false;
        }
        state.shift(u, to);
        return true;
    }

    private int member(int t) {
        return state.members[t][random.nextInt(state.size[t])];
    }

    /** A territory that a unit may go to: one of the nearest, now and then any; with borders one that it borders on. */
    private int target(int u) {
        if (graph != null) {
            int[] neighbours = graph.neighbours[u];
            return neighbours.length == 0 ? state.owner[u] : state.owner[neighbours[random.nextInt(neighbours.length)]];
        }
        if (random.nextInt(20) == 0) {
            return random.nextInt(instance.k);
        }
        int[] around = near(u);
        return around[Math.min(random.nextInt(around.length), random.nextInt(around.length))];
    }

    private int[] near(int u) {
        if (near[u] == null) {
            near[u] = grid.near(u, NEAR);
        }
        return near[u];
    }
}
