package io.github.saleskit.territory.design;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A few neighbouring territories taken out of a layout, laid out anew, and put back if that is wanted. What it costs depends on
 * the region alone, not on the size of the problem.
 *
 * <p>Accounts and territories of the region have local numbers, from 0.
 */
final class Region {

    private static final double TINY = 1e-9;
    /** By how much chance may raise the urgency of an account, so that the same region is not always shared out alike. */
    private static final double NOISE = .5;

    private static final int ROUNDS = 3;
    private static final int PASSES = 6;

    private final Layout layout;
    private final Instance instance;
    private final int limits;

    /** Number of territories. */
    private int r;

    private final int[] territory;
    private final int[] centre;
    private final double[] load;
    private final boolean[] changed;
    /** By how much each territory breaks limits. */
    private final double[] violation;
    /** The most that an exchange can save by taking an account out of the first territory into the second. */
    private final double[] promise;

    /** Number of accounts. */
    private int size;

    private int[] account = new int[0];
    private int[] now = new int[0];
    private boolean[] held = new boolean[0];
    private double[] activity = new double[0];
    private double[] distance = new double[0];
    private long[] order = new long[0];
    private int[] members = new int[0];

    private double oldCost;
    private double oldViolation;
    private double newCost;
    private double newViolation;
    private long steps;

    Region(Layout layout, int most) {
        this.layout = layout;
        this.instance = layout.instance;
        this.limits = instance.m;
        this.territory = new int[most];
        this.centre = new int[most];
        this.load = new double[most * limits];
        this.changed = new boolean[most];
        this.violation = new double[most];
        this.promise = new double[most * most];
    }

    /** Takes territories out of the layout, with their accounts. */
    void take(int[] territories, int count) {
        r = count;
        size = 0;
        steps = 0;
        oldCost = 0;
        oldViolation = 0;
        for (int t = 0; t < r; t++) {
            territory[t] = territories[t];
            centre[t] = layout.centre[territory[t]];
            oldCost += layout.cost[territory[t]];
            oldViolation += layout.violation[territory[t]];
            gather(t);
        }
    }

    private void gather(int t) {
        int from = size;
        size += layout.size[territory[t]];
        if (size > account.length) {
            grow();
        }
        layout.members(territory[t], account, from);
        for (int i = from; i < size; i++) {
            now[i] = t;
            held[i] = instance.fixed[account[i]] != Instance.FREE;
            System.arraycopy(instance.activity, account[i] * limits, activity, i * limits, limits);
        }
    }

    private void grow() {
        int length = size * 2;
        account = Arrays.copyOf(account, length);
        now = Arrays.copyOf(now, length);
        held = Arrays.copyOf(held, length);
        activity = Arrays.copyOf(activity, length * limits);
        distance = new double[length * territory.length];
        order = new long[length];
        members = new int[length];
    }

    /** Lays the region out anew: one centre moves to a random account, and all accounts are shared out again. */
    void recreate(SplittableRandom random) {
        moveCentre(random);
        measureDistances();
        shareOut(random);
        improve();
    }

    /** Gives a random territory another centre; when that is the centre of another territory, that one gets a new one too. */
    private void moveCentre(SplittableRandom random) {
        int t = random.nextInt(r);
        int i = random.nextInt(size);
        if (held[i] && now[i] != t) {
            return;
        }
        int other = now[i];
        if (other != t && centre[other] == account[i]) {
            int j = random.nextInt(size);
            if (now[j] != other || j == i) {
                return;
            }
            centre[other] = account[j];
        }
        centre[t] = account[i];
    }

    private void measureDistances() {
        for (int t = 0; t < r; t++) {
            measureDistances(t);
        }
    }

    private void measureDistances(int t) {
        for (int i = 0; i < size; i++) {
            distance[i * r + t] = instance.positions.distance(account[i], centre[t]);
        }
        steps += size;
    }

    /** Every account goes to the nearest territory with room, those first that lose most if they come too late. */
    private void shareOut(SplittableRandom random) {
        Arrays.fill(load, 0, r * limits, 0);
        int waiting = 0;
        for (int i = 0; i < size; i++) {
            int own = ownTerritory(i);
            if (own >= 0) {
                put(i, own);
            } else {
                double urgency = regret(i) * (1 + random.nextDouble() * NOISE);
                order[waiting++] = (long) Float.floatToIntBits((float) urgency) << 32 | i;
            }
        }
        Arrays.sort(order, 0, waiting);
        for (int at = waiting - 1; at >= 0; at--) {
            int i = (int) order[at];
            put(i, nearestWithRoom(i));
        }
        steps += 2L * waiting * r;
    }

    /** Where an account has to be, because it is fixed or a centre, or -1. */
    private int ownTerritory(int i) {
        for (int t = 0; t < r; t++) {
            if (centre[t] == account[i]) {
                return t;
            }
        }
        return held[i] ? now[i] : -1;
    }

    private double regret(int i) {
        double nearest = Double.POSITIVE_INFINITY;
        double second = Double.POSITIVE_INFINITY;
        for (int t = 0; t < r; t++) {
            double d = distance[i * r + t];
            if (d < nearest) {
                second = nearest;
                nearest = d;
            } else if (d < second) {
                second = d;
            }
        }
        return r == 1 ? nearest : second - nearest;
    }

    private int nearestWithRoom(int i) {
        int best = -1;
        for (int t = 0; t < r; t++) {
            if ((best < 0 || distance[i * r + t] < distance[i * r + best]) && hasRoom(i, t)) {
                best = t;
            }
        }
        return best >= 0 ? best : leastViolated(i);
    }

    private int leastViolated(int i) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int t = 0; t < r; t++) {
            double worse = violationWith(t, i, 1) - violationWith(t, i, 0);
            if (worse < least) {
                least = worse;
                best = t;
            }
        }
        return best;
    }

    private boolean hasRoom(int i, int t) {
        for (int q = 0; q < limits; q++) {
            if (load[t * limits + q] + activity[i * limits + q] > instance.most[q] + instance.slack[q]) {
                return false;
            }
        }
        return true;
    }

    private void put(int i, int t) {
        now[i] = t;
        for (int q = 0; q < limits; q++) {
            load[t * limits + q] += activity[i * limits + q];
        }
    }

    private void move(int i, int t) {
        int from = now[i];
        for (int q = 0; q < limits; q++) {
            load[from * limits + q] -= activity[i * limits + q];
        }
        put(i, t);
        touch(from);
        touch(t);
    }

    private void touch(int t) {
        changed[t] = true;
        violation[t] = violationWith(t, 0, 0);
    }

    private void sumLoads() {
        Arrays.fill(load, 0, r * limits, 0);
        for (int i = 0; i < size; i++) {
            put(i, now[i]);
        }
        for (int t = 0; t < r; t++) {
            touch(t);
        }
    }

    /** Shifts, exchanges and moves centres until nothing is gained. */
    private void improve() {
        sumLoads();
        for (int round = 0; round < ROUNDS; round++) {
            for (int pass = 0; pass < PASSES && shiftAndExchange(); pass++) {
                steps += size;
            }
            if (!moveCentres()) {
                break;
            }
        }
        sumLoads();
        measure();
    }

    private boolean shiftAndExchange() {
        computePromises();
        boolean any = false;
        for (int i = 0; i < size; i++) {
            if (movable(i)) {
                any |= shiftOrExchange(i);
            }
        }
        steps += (long) size * r;
        return any;
    }

    private void computePromises() {
        Arrays.fill(promise, 0, r * r, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < size; i++) {
            int from = now[i];
            for (int to = 0; to < r; to++) {
                double saved = distance[i * r + from] - distance[i * r + to];
                promise[from * r + to] = Math.max(promise[from * r + to], saved);
            }
        }
    }

    private boolean shiftOrExchange(int i) {
        int from = now[i];
        for (int to = 0; to < r; to++) {
            double dearer = distance[i * r + to] - distance[i * r + from];
            boolean kept = violation[from] == 0 && violation[to] == 0;
            if (to != from && (!kept || dearer < -TINY || dearer < promise[to * r + from])) {
                if (kept ? shiftKept(i, from, to, dearer) : shiftBroken(i, from, to, dearer)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Shifts or exchanges an account where no limit is broken and none may be. */
    private boolean shiftKept(int i, int from, int to, double dearer) {
        if (dearer < -TINY && hasRoom(i, to) && canSpare(i, from)) {
            move(i, to);
            return true;
        }
        steps += size / 2;
        for (int j = 0; j < size; j++) {
            if (now[j] == to
                    && dearer + distance[j * r + from] - distance[j * r + to] < -TINY
                    && movable(j)
                    && exchangeKeepsLimits(i, j, from, to)) {
                exchange(i, j);
                return true;
            }
        }
        return false;
    }

    /** Shifts or exchanges an account where limits are broken: less broken comes first, shorter distances second. */
    private boolean shiftBroken(int i, int from, int to, double dearer) {
        double before = violation[from] + violation[to];
        if (better(violationWith(from, i, -1) + violationWith(to, i, 1) - before, dearer)) {
            move(i, to);
            return true;
        }
        steps += size;
        for (int j = 0; j < size; j++) {
            if (now[j] == to && movable(j)) {
                double cost = dearer + distance[j * r + from] - distance[j * r + to];
                if (better(exchangeViolation(i, j, from, to) - before, cost)) {
                    exchange(i, j);
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean better(double violation, double cost) {
        return violation < -TINY || (violation <= TINY && cost < -TINY);
    }

    private boolean movable(int i) {
        return !held[i] && centre[now[i]] != account[i];
    }

    private void exchange(int i, int j) {
        int from = now[i];
        move(i, now[j]);
        move(j, from);
    }

    private boolean canSpare(int i, int t) {
        for (int q = 0; q < limits; q++) {
            if (load[t * limits + q] - activity[i * limits + q] < instance.least[q] - instance.slack[q]) {
                return false;
            }
        }
        return true;
    }

    private boolean exchangeKeepsLimits(int i, int j, int from, int to) {
        for (int q = 0; q < limits; q++) {
            double more = activity[i * limits + q] - activity[j * limits + q];
            if (!instance.keeps(q, load[from * limits + q] - more)
                    || !instance.keeps(q, load[to * limits + q] + more)) {
                return false;
            }
        }
        return true;
    }

    /** The violation of a territory after an account comes (1), goes (-1) or is left (0). */
    private double violationWith(int t, int i, int sign) {
        double sum = 0;
        for (int q = 0; q < limits; q++) {
            sum += instance.violation(q, load[t * limits + q] + sign * activity[i * limits + q]);
        }
        return sum;
    }

    private double exchangeViolation(int i, int j, int from, int to) {
        double sum = 0;
        for (int q = 0; q < limits; q++) {
            double more = activity[i * limits + q] - activity[j * limits + q];
            sum += instance.violation(q, load[from * limits + q] - more);
            sum += instance.violation(q, load[to * limits + q] + more);
        }
        return sum;
    }

    private boolean moveCentres() {
        boolean any = false;
        for (int t = 0; t < r; t++) {
            if (changed[t]) {
                any |= moveCentre(t);
                changed[t] = false;
            }
        }
        return any;
    }

    private boolean moveCentre(int t) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (now[i] == t) {
                members[count++] = account[i];
            }
        }
        steps += (long) count * Math.min(count, 256) / 2;
        int median = Median.of(instance.positions, members, count, centre[t]);
        if (median == centre[t]) {
            return false;
        }
        centre[t] = median;
        measureDistances(t);
        return true;
    }

    private void measure() {
        newCost = 0;
        for (int i = 0; i < size; i++) {
            newCost += distance[i * r + now[i]];
        }
        newViolation = 0;
        for (int t = 0; t < r; t++) {
            newViolation += violation[t];
        }
    }

    /** By how much the limits are broken more than before. */
    double violationChange() {
        return newViolation - oldViolation;
    }

    /** By how much the distances are longer than before. */
    double costChange() {
        return newCost - oldCost;
    }

    /** Elementary steps since the region was taken: distances measured and exchanges weighed, roughly. */
    long steps() {
        return steps;
    }

    int size() {
        return size;
    }

    int account(int i) {
        return account[i];
    }

    /** Puts the region back into the layout as it now is. */
    void commit() {
        for (int t = 0; t < r; t++) {
            layout.clear(territory[t]);
            layout.centre[territory[t]] = centre[t];
        }
        for (int i = size - 1; i >= 0; i--) {
            layout.add(account[i], territory[now[i]]);
        }
        for (int t = 0; t < r; t++) {
            layout.measure(territory[t]);
        }
    }
}
