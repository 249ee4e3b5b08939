package io.github.saleskit.territory.design.internal;

import io.github.saleskit.territory.design.PlanObjective;
import java.util.Arrays;

/**
 * Connected territories that a {@link DistrictSearch} works on: who is where, what each territory has, by how much it
 * breaks demands, and what a change does to the objective. Whether territories stay connected is up to the search.
 */
final class Districts {

    private final Instance instance;
    private final Demands demands;
    private final BorderGraph graph;
    private final int n;
    private final int k;
    private final int m;
    private final boolean byDistance;

    final int[] owner;
    final int[] size;
    /** By how much each territory breaks demands. */
    final double[] violation;

    double objective;

    private final double[] load;
    private int[] centre;

    Districts(Instance instance, BorderGraph graph) {
        this.instance = instance;
        this.demands = instance.demands;
        this.graph = graph;
        this.n = instance.n;
        this.k = instance.k;
        this.m = instance.m;
        this.byDistance = instance.goal == PlanObjective.DISTANCE;
        this.owner = new int[n];
        this.size = new int[k];
        this.violation = new double[k];
        this.load = new double[k * m];
        this.centre = new int[k];
    }

    void restore(int[] owners) {
        System.arraycopy(owners, 0, owner, 0, n);
        count();
    }

    /** Sums everything anew from the owners. */
    void count() {
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

    /** By how much the objective grows when a unit goes to another territory. */
    double flipChange(int u, int to) {
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

    void move(int u, int to) {
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

    /** Brings units into a territory; by how much the objective grows. */
    double relabel(int[] units, int to) {
        double change = 0;
        for (int u : units) {
            change += shift(u, to);
        }
        return change;
    }

    double shift(int u, int to) {
        if (owner[u] == to) {
            return 0;
        }
        double change = flipChange(u, to);
        move(u, to);
        return change;
    }

    double totalViolation() {
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
}
