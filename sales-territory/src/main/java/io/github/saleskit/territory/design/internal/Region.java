package io.github.saleskit.territory.design.internal;

import java.util.Arrays;

/**
 * A few neighbouring territories taken out of a layout, to be laid out anew and put back if that is wanted. What it
 * costs depends on the region alone, not on the size of the problem.
 *
 * <p>Units and territories of the region have local numbers, from 0.
 */
final class Region {

    final Layout layout;
    final Instance instance;
    final Demands demands;
    /** Number of demands. */
    final int m;

    /** Number of territories. */
    int r;

    final int[] territory;
    final int[] centre;
    final double[] load;
    final boolean[] changed;
    /** By how much each territory breaks demands. */
    final double[] violation;

    /** Number of units. */
    int size;

    /** The unit of the whole problem. */
    int[] unit = new int[0];
    /** The local territory each unit is in now. */
    int[] now = new int[0];

    boolean[] held = new boolean[0];
    double[] activity = new double[0];
    /** The cost of unit i in territory t at i * r + t. */
    double[] cost = new double[0];

    /** The units of territory t, at t * size to t * size + count[t] - 1. */
    int[] members = new int[0];

    final int[] count;
    /** Where each unit stands among those of its territory. */
    private int[] place = new int[0];

    private double oldCost;
    private double oldViolation;
    private double newCost;
    private double newViolation;
    /** Elementary steps since the region was taken: distances measured and exchanges weighed, roughly. */
    long steps;

    Region(Layout layout, int largest) {
        this.layout = layout;
        this.instance = layout.instance;
        this.demands = instance.demands;
        this.m = instance.m;
        this.territory = new int[largest];
        this.centre = new int[largest];
        this.load = new double[largest * m];
        this.changed = new boolean[largest];
        this.violation = new double[largest];
        this.count = new int[largest];
    }

    /** Takes territories out of the layout, with their units. */
    void take(int[] territories, int number) {
        r = number;
        size = 0;
        steps = 0;
        oldCost = 0;
        oldViolation = 0;
        for (int t = 0; t < r; t++) {
            size += layout.size[territories[t]];
        }
        if (size > unit.length) {
            grow();
        }
        int from = 0;
        for (int t = 0; t < r; t++) {
            territory[t] = territories[t];
            centre[t] = layout.centre[territory[t]];
            changed[t] = false;
            oldCost += layout.cost[territory[t]];
            oldViolation += layout.violation[territory[t]];
            from = gather(t, from);
        }
    }

    private int gather(int t, int from) {
        int end = from + layout.size[territory[t]];
        layout.members(territory[t], unit, from);
        for (int i = from; i < end; i++) {
            now[i] = t;
            held[i] = instance.fixed[unit[i]] != Instance.FREE;
            System.arraycopy(instance.activity, unit[i] * m, activity, i * m, m);
        }
        return end;
    }

    private void grow() {
        int length = size + size / 2;
        unit = Arrays.copyOf(unit, length);
        now = new int[length];
        place = new int[length];
        held = new boolean[length];
        activity = new double[length * m];
        cost = new double[length * territory.length];
        members = new int[length * territory.length];
    }

    void measureCosts() {
        for (int t = 0; t < r; t++) {
            measureCosts(t);
        }
    }

    void measureCosts(int t) {
        for (int i = 0; i < size; i++) {
            cost[i * r + t] = instance.cost(unit[i], territory[t], centre[t]);
        }
        steps += size;
    }

    /** Leaves all territories empty. */
    void empty() {
        Arrays.fill(load, 0, r * m, 0);
        Arrays.fill(count, 0, r, 0);
    }

    /** Puts a unit that is nowhere into a territory. */
    void put(int i, int t) {
        now[i] = t;
        place[i] = count[t];
        members[t * size + count[t]++] = i;
        for (int q = 0; q < m; q++) {
            load[t * m + q] += activity[i * m + q];
        }
    }

    private void remove(int i) {
        int t = now[i];
        int last = members[t * size + --count[t]];
        members[t * size + place[i]] = last;
        place[last] = place[i];
        for (int q = 0; q < m; q++) {
            load[t * m + q] -= activity[i * m + q];
        }
    }

    void move(int i, int t) {
        int from = now[i];
        remove(i);
        put(i, t);
        violation[from] = violationOf(from);
        violation[t] = violationOf(t);
        changed[from] = true;
        changed[t] = true;
    }

    /** Sums the loads anew, free of the rounding errors of many moves. */
    void sumLoads() {
        Arrays.fill(load, 0, r * m, 0);
        for (int i = 0; i < size; i++) {
            for (int q = 0; q < m; q++) {
                load[now[i] * m + q] += activity[i * m + q];
            }
        }
        for (int t = 0; t < r; t++) {
            violation[t] = violationOf(t);
        }
    }

    private double violationOf(int t) {
        double sum = 0;
        for (int q = 0; q < m; q++) {
            sum += demands.violation(territory[t], q, load[t * m + q]);
        }
        return sum;
    }

    /** The violation of a territory after a unit comes (1), goes (-1) or is left (0). */
    double violationWith(int t, int i, int sign) {
        double sum = 0;
        for (int q = 0; q < m; q++) {
            sum += demands.violation(territory[t], q, load[t * m + q] + sign * activity[i * m + q]);
        }
        return sum;
    }

    boolean hasRoom(int i, int t) {
        for (int q = 0; q < m; q++) {
            if (load[t * m + q] + activity[i * m + q] > demands.most[territory[t] * m + q] + demands.slack[q]) {
                return false;
            }
        }
        return true;
    }

    boolean canSpare(int i, int t) {
        for (int q = 0; q < m; q++) {
            if (load[t * m + q] - activity[i * m + q] < demands.least[territory[t] * m + q] - demands.slack[q]) {
                return false;
            }
        }
        return true;
    }

    boolean hasHome(int t) {
        return instance.home[territory[t]] != Instance.FREE;
    }

    /** Compares the region as it is with how it was taken. */
    void measure() {
        sumLoads();
        newCost = 0;
        for (int i = 0; i < size; i++) {
            newCost += cost[i * r + now[i]];
        }
        newViolation = 0;
        for (int t = 0; t < r; t++) {
            newViolation += violation[t];
        }
    }

    /** By how much the demands are broken more than before. */
    double violationChange() {
        return newViolation - oldViolation;
    }

    /** By how much the costs are higher than before. */
    double costChange() {
        return newCost - oldCost;
    }

    /** Puts the region back into the layout as it now is. */
    void commit() {
        for (int t = 0; t < r; t++) {
            layout.clear(territory[t]);
            layout.centre[territory[t]] = centre[t];
        }
        for (int i = size - 1; i >= 0; i--) {
            layout.add(unit[i], territory[now[i]]);
        }
        for (int t = 0; t < r; t++) {
            layout.measure(territory[t]);
        }
    }
}
