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
    /** The most that an exchange can save by taking an account out of the first territory into the second. */
    private final double[] promise;

    /** Number of accounts. */
    private int size;

    private int[] account = new int[0];
    private int[] now = new int[0];
    private boolean[] held = new boolean[0];
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
        }
    }

    private void grow() {
        int length = size * 2;
        account = Arrays.copyOf(account, length);
        now = Arrays.copyOf(now, length);
        held = Arrays.copyOf(held, length);
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

    private void moveCentre(SplittableRandom random) {
        int t = random.nextInt(r);
        int i = random.nextInt(size);
        boolean taken = held[i] && now[i] != t;
        for (int other = 0; other < r; other++) {
            taken |= centre[other] == account[i];
        }
        if (!taken) {
            centre[t] = account[i];
        }
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
                double urgency = regret(i) * (1 + random.nextDouble() * .2);
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
            if (load[t * limits + q] + activity(i, q) > instance.most[q] + instance.slack[q]) {
                return false;
            }
        }
        return true;
    }

    private double activity(int i, int q) {
        return instance.activity[account[i] * limits + q];
    }

    private void put(int i, int t) {
        now[i] = t;
        for (int q = 0; q < limits; q++) {
            load[t * limits + q] += activity(i, q);
        }
    }

    private void move(int i, int t) {
        changed[now[i]] = true;
        changed[t] = true;
        for (int q = 0; q < limits; q++) {
            load[now[i] * limits + q] -= activity(i, q);
        }
        put(i, t);
    }

    private void sumLoads() {
        Arrays.fill(load, 0, r * limits, 0);
        for (int i = 0; i < size; i++) {
            put(i, now[i]);
        }
    }

    /** Shifts, exchanges and moves centres until nothing is gained. */
    private void improve() {
        Arrays.fill(changed, 0, r, true);
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
            if (!held[i] && centre[now[i]] != account[i]) {
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
            if (to == from) {
                continue;
            }
            double dearer = distance[i * r + to] - distance[i * r + from];
            if (better(violationChange(i, from, to), dearer)) {
                move(i, to);
                return true;
            }
            if (dearer < promise[to * r + from] || violated(from) || violated(to)) {
                int partner = partner(i, from, to, dearer);
                if (partner >= 0) {
                    move(i, to);
                    move(partner, from);
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean better(double violation, double cost) {
        return violation < -TINY || (violation <= TINY && cost < -TINY);
    }

    /** The first account of the other territory in exchange for which both together gain, or -1. */
    private int partner(int i, int from, int to, double dearer) {
        steps += size / 2;
        for (int j = 0; j < size; j++) {
            if (now[j] == to && !held[j] && centre[to] != account[j]) {
                double cost = dearer + distance[j * r + from] - distance[j * r + to];
                if ((cost < -TINY || violated(from) || violated(to))
                        && better(exchangeViolationChange(i, j, from, to), cost)) {
                    return j;
                }
            }
        }
        return -1;
    }

    private boolean violated(int t) {
        for (int q = 0; q < limits; q++) {
            if (instance.violation(q, load[t * limits + q]) > 0) {
                return true;
            }
        }
        return false;
    }

    /** The violation of a territory after an account comes (1), goes (-1) or is left (0). */
    private double violationWith(int t, int i, int sign) {
        double sum = 0;
        for (int q = 0; q < limits; q++) {
            sum += instance.violation(q, load[t * limits + q] + sign * activity(i, q));
        }
        return sum;
    }

    private double violationChange(int i, int from, int to) {
        return violationWith(from, i, -1)
                - violationWith(from, i, 0)
                + violationWith(to, i, 1)
                - violationWith(to, i, 0);
    }

    private double exchangeViolationChange(int i, int j, int from, int to) {
        double sum = 0;
        for (int q = 0; q < limits; q++) {
            double difference = activity(i, q) - activity(j, q);
            double a = load[from * limits + q];
            double b = load[to * limits + q];
            sum += instance.violation(q, a - difference) - instance.violation(q, a);
            sum += instance.violation(q, b + difference) - instance.violation(q, b);
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
            for (int q = 0; q < limits; q++) {
                newViolation += instance.violation(q, load[t * limits + q]);
            }
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
