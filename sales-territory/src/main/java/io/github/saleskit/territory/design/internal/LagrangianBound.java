package io.github.saleskit.territory.design.internal;

import io.github.saleskit.core.definition.WorkMeter;
import java.util.Arrays;
import java.util.Optional;

/**
 * A total distance that no plan can go below, by Lagrangian relaxation: that every account is in exactly one territory
 * is not demanded but priced, with one price an account; then each possible centre on its own takes the accounts worth
 * more than their distance, as far as its capacity goes, and the k best centres give a bound. Prices are mended by
 * subgradient steps (M. Held, P. Wolfe, H. P. Crowder, "Validation of Subgradient Optimization", 1974; for this problem
 * J. M. Mulvey, M. P. Beck, "Solving Capacitated Clustering Problems", 1984) that keep a part of their last direction
 * (P. M. Camerini, L. Fratta, F. Maffioli, "On Improving Relaxation Methods by Modified Gradient Techniques", 1975).
 *
 * <p>The knapsack of a centre is bounded through its continuous dual, so the bound holds whatever the rounding of the
 * order. Of the limits only the tightest maximum is used, and fixed assignments not at all: what is left out can only
 * raise the true least distance. A price is never above the reach of its account, so that only near pairs matter.
 */
final class LagrangianBound {

    private static final int MOST_ACCOUNTS = 20_000;
    private static final int MOST_PAIRS = 10_000_000;
    private static final int REACH_IN_CENTRES = 4;
    private static final long STEPS_A_PAIR = 3;
    /** The shortest steps, as a share of the first ones, and the least gain that counts. */
    private static final double FINEST = 1e-3;

    private static final double NOTABLE = 1e-5;
    /** Rounds without gain before the steps are halved. */
    private static final int PATIENCE = 6;
    /** How much of the last direction a step keeps. */
    private static final double MEMORY = .8;

    /** What is taken off the bound for the rounding of sums. */
    static final double ROUNDING = 1e-9;

    /**
     * What is taken off, for each term, of prices and values that nearly cancel out where places lie in distant
     * clusters.
     */
    private static final double ROUNDING_A_TERM = 0x1p-51;

    private final Instance instance;
    private final double upperBound;
    private final double capacity;
    private final double[] load;
    private final double[] reach;

    /** The accounts near centre j are at start[j] to start[j + 1] - 1. */
    private final int[] start;

    private int[] account = new int[0];
    private double[] distance = new double[0];
    private final double[] price;
    private final double[] bestPrice;
    private final double[] value;
    /** The value an account must have for its load to be taken by each centre. */
    private final double[] threshold;

    private final double[] served;
    private final double[] direction;
    private final long[] order;

    private double best = Double.NEGATIVE_INFINITY;

    private LagrangianBound(Instance instance, Layout plan) {
        this.instance = instance;
        this.upperBound = plan.totalCost();
        int q = tightest(instance);
        this.capacity = q < 0 ? Double.POSITIVE_INFINITY : instance.demands.mostOfAll(q) + instance.demands.slack[q];
        this.load = new double[instance.n];
        for (int i = 0; i < instance.n && q >= 0; i++) {
            load[i] = instance.activity[i * instance.m + q];
        }
        this.reach = new double[instance.n];
        this.start = new int[instance.n + 1];
        this.price = new double[instance.n];
        this.bestPrice = new double[instance.n];
        this.value = new double[instance.n];
        this.threshold = new double[instance.n];
        this.order = new long[instance.n];
        this.served = new double[instance.n];
        this.direction = new double[instance.n];
        setReach(plan);
    }

    /**
     * The best bound that the units allow, empty when there is none: too many accounts, or not enough units to begin.
     *
     * @param plan a plan to aim at; a good one makes the bound better
     */
    static Optional<Double> of(Instance instance, Layout plan, WorkMeter meter, Phase phase) {
        long units = phase.units();
        long set = (long) instance.n * instance.n / RegionalSearch.STEPS_A_UNIT + 1;
        if (instance.n > MOST_ACCOUNTS || set > units || !meter.spend(set)) {
            return Optional.empty();
        }
        LagrangianBound bound = new LagrangianBound(instance, plan);
        if (!bound.findPairs()) {
            return Optional.empty();
        }
        bound.improve(meter, phase);
        return bound.best > 0 ? Optional.of(bound.best * (1 - ROUNDING)) : Optional.empty();
    }

    /** The measure that leaves the least room below its maximum, or -1. */
    private static int tightest(Instance instance) {
        int tightest = -1;
        for (int q = 0; q < instance.demands.limited.size(); q++) {
            boolean limited = instance.demands.mostOfAll(q) < Double.POSITIVE_INFINITY && instance.demands.mean[q] > 0;
            if (limited && (tightest < 0 || room(instance, q) < room(instance, tightest))) {
                tightest = q;
            }
        }
        return tightest;
    }

    private static double room(Instance instance, int q) {
        return instance.demands.mostOfAll(q) / instance.demands.mean[q];
    }

    private void setReach(Layout plan) {
        int count = Math.min(REACH_IN_CENTRES, instance.k);
        for (int i = 0; i < instance.n; i++) {
            int account = i;
            int[] near = Nearest.of(
                    count, instance.k, t -> instance.positions.squared(account, plan.centre[t]), plan.centre);
            boolean far = count < REACH_IN_CENTRES;
            reach[i] = far ? Double.POSITIVE_INFINITY : instance.positions.distance(i, near[count - 1]);
            price[i] = Math.min(reach[i], instance.positions.distance(i, near[Math.min(1, count - 1)]));
        }
    }

    /** Finds who is within reach of whom; false when there are too many. */
    private boolean findPairs() {
        for (int j = 0; j < instance.n && start[j] <= MOST_PAIRS; j++) {
            makeRoom(start[j] + instance.n);
            int end = start[j];
            for (int i = 0; i < instance.n; i++) {
                double d = instance.positions.distance(i, j);
                if (i != j && d < reach[i]) {
                    account[end] = i;
                    distance[end++] = d;
                }
            }
            start[j + 1] = end;
        }
        return start[instance.n] > 0 && start[instance.n] <= MOST_PAIRS;
    }

    private void makeRoom(int size) {
        if (size > account.length) {
            account = Arrays.copyOf(account, 2 * size);
            distance = Arrays.copyOf(distance, 2 * size);
        }
    }

    private void improve(WorkMeter meter, Phase phase) {
        long cost = STEPS_A_PAIR * start[instance.n] / RegionalSearch.STEPS_A_UNIT + 1;
        double scale = 1;
        int waiting = 0;
        while (!phase.over() && scale > FINEST && meter.spend(cost)) {
            double bound = bound();
            waiting = bound > best + Math.abs(best) * NOTABLE ? 0 : waiting + 1;
            remember(bound);
            if (waiting > PATIENCE) {
                scale /= 2;
                waiting = 0;
                returnToBest();
            } else if (!step(scale, bound)) {
                return;
            }
        }
    }

    private void remember(double bound) {
        if (bound > best) {
            best = bound;
            System.arraycopy(price, 0, bestPrice, 0, price.length);
        }
    }

    private void returnToBest() {
        System.arraycopy(bestPrice, 0, price, 0, price.length);
        Arrays.fill(direction, 0);
    }

    /** The bound for the current prices; leaves behind which centres are best and how often each account is served. */
    private double bound() {
        for (int j = 0; j < instance.n; j++) {
            value[j] = value(j);
        }
        double[] sorted = value.clone();
        Arrays.sort(sorted);
        double sum = Arrays.stream(price).sum();
        double size = Arrays.stream(price).map(Math::abs).sum();
        for (int c = 0; c < instance.k; c++) {
            sum += sorted[c];
            size += Math.abs(sorted[c]);
        }
        serve(sorted[instance.k - 1]);
        return sum - size * instance.n * ROUNDING_A_TERM;
    }

    /** The least that a centre can cost: distances minus prices of the accounts it takes, itself always among them. */
    private double value(int j) {
        if (load[j] > capacity) {
            return Double.POSITIVE_INFINITY;
        }
        double room = capacity - load[j];
        threshold[j] = threshold(j, room);
        double worth = threshold[j] == 0 ? 0 : threshold[j] * room;
        for (int at = start[j]; at < start[j + 1]; at++) {
            int i = account[at];
            worth += Math.max(0, price[i] - distance[at] - threshold[j] * load[i]);
        }
        return -price[j] - worth;
    }

    /**
     * The worth for each unit of load at which the accounts just fill the room; 0 when all that are worth anything fit.
     */
    private double threshold(int j, double room) {
        int count = 0;
        double sum = 0;
        for (int at = start[j]; at < start[j + 1]; at++) {
            int i = account[at];
            if (price[i] > distance[at] && load[i] > 0) {
                sum += load[i];
                order[count++] = key((price[i] - distance[at]) / load[i], at - start[j]);
            }
        }
        if (sum <= room) {
            return 0;
        }
        Arrays.sort(order, 0, count);
        double left = room;
        int last = count - 1;
        while (last > 0 && left >= load[accountOf(j, last)]) {
            left -= load[accountOf(j, last--)];
        }
        int at = start[j] + (int) order[last];
        return (price[account[at]] - distance[at]) / load[account[at]];
    }

    private int accountOf(int j, int place) {
        return account[start[j] + (int) order[place]];
    }

    private static long key(double ratio, int place) {
        return (long) Float.floatToIntBits((float) ratio) << 32 | place;
    }

    private void serve(double worst) {
        Arrays.fill(served, 0);
        int open = 0;
        for (int j = 0; j < instance.n && open < instance.k; j++) {
            if (value[j] < worst) {
                serveFrom(j);
                open++;
            }
        }
        for (int j = 0; j < instance.n && open < instance.k; j++) {
            if (value[j] == worst) {
                serveFrom(j);
                open++;
            }
        }
    }

    private void serveFrom(int j) {
        served[j]++;
        double left = capacity - load[j];
        int edge = -1;
        for (int at = start[j]; at < start[j + 1]; at++) {
            int i = account[at];
            double surplus = price[i] - distance[at] - threshold[j] * load[i];
            if (surplus > 0) {
                served[i]++;
                left -= load[i];
            } else if (surplus == 0 && threshold[j] > 0) {
                edge = i;
            }
        }
        if (edge >= 0 && left > 0) {
            served[edge] += Math.min(1, left / load[edge]);
        }
    }

    /** Raises the prices of accounts that nobody serves and lowers those of accounts served twice. */
    private boolean step(double scale, double bound) {
        double norm = 0;
        for (int i = 0; i < instance.n; i++) {
            direction[i] = 1 - served[i] + MEMORY * direction[i];
            norm += direction[i] * direction[i];
        }
        if (norm < 1e-12) {
            return false;
        }
        double length = scale * Math.max(upperBound * 1.005 - bound, upperBound * 1e-4) / norm;
        for (int i = 0; i < instance.n; i++) {
            price[i] = Math.min(reach[i], price[i] + length * direction[i]);
        }
        return true;
    }
}
