package io.github.saleskit.territory.design.internal;

import io.github.saleskit.territory.design.FixedAssignment;
import io.github.saleskit.territory.design.Territory;
import io.github.saleskit.territory.design.TerritoryProblem;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Tries whether units can be shared out so that all demands but the borders are kept: depth first, those that may go to
 * few territories first, then the large ones, giving up after {@value #MOST_NODES} tries. Finds every contradiction of
 * a few units or of totals; others only in small problems.
 */
final class Contradiction {

    private static final int MOST_NODES = 20_000;
    private static final int MOST_UNITS = 2_000;
    private static final int MOST_TERRITORIES = 500;

    private final Units units;
    private final Demands demands;
    private final int n;
    private final int k;
    private final int m;
    private final int[] fixed;
    private final boolean[] named;
    private final int[] order;
    private final double[] load;
    private final int[] size;
    /** What the units from each place of the order on have of each demand. */
    private final double[] rest;

    private int nodes;

    private Contradiction(TerritoryProblem problem) {
        units = Units.of(problem, true);
        demands = new Demands(problem, units);
        n = units.count();
        k = problem.territories().size();
        m = demands.count;
        fixed = new int[n];
        named = new boolean[k];
        load = new double[k * m];
        size = new int[k];
        readNames(problem);
        order = order();
        rest = new double[(n + 1) * m];
        for (int at = n - 1; at >= 0; at--) {
            for (int q = 0; q < m; q++) {
                rest[at * m + q] = rest[(at + 1) * m + q] + demands.activity[order[at] * m + q];
            }
        }
    }

    private void readNames(TerritoryProblem problem) {
        Arrays.fill(fixed, Instance.FREE);
        Map<String, Integer> territories = Demands.territoryNumbers(problem.territories());
        Map<String, Integer> accounts = Units.numbers(units.accounts);
        for (FixedAssignment fix : problem.fixed()) {
            int t = territories.getOrDefault(fix.territory(), 0);
            fixed[units.unitOf[accounts.getOrDefault(fix.account(), 0)]] = t;
            named[t] = true;
        }
        for (int t = 0; t < k; t++) {
            Territory territory = problem.territories().get(t);
            named[t] |= demands.forbids[t]
                    || territory.weight().isPresent()
                    || !territory.limits().isEmpty();
        }
    }

    /** Fixed units, those that are named in demands, and the others, each from the largest on. */
    private int[] order() {
        return IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingInt((Integer u) -> fixed[u] != Instance.FREE ? 0 : isNamed(u) ? 1 : 2)
                        .thenComparingDouble(u -> -bulk(u))
                        .thenComparingInt(u -> u))
                .mapToInt(u -> u)
                .toArray();
    }

    private boolean isNamed(int u) {
        return IntStream.range(demands.limited.size(), m).anyMatch(q -> demands.activity[u * m + q] > 0);
    }

    private double bulk(int u) {
        return IntStream.range(0, demands.limited.size())
                .mapToDouble(q -> demands.activity[u * m + q] / demands.scale(q))
                .max()
                .orElse(0);
    }

    /** Whether it is proven that the demands cannot all be kept; false when they can, or nobody knows. */
    static boolean proven(TerritoryProblem problem) {
        if (problem.accounts().size() > MOST_UNITS || problem.territories().size() > MOST_TERRITORIES) {
            return false;
        }
        Contradiction search = new Contradiction(problem);
        return search.someUnitFitsNowhere() || !(search.place(0) || search.nodes > MOST_NODES);
    }

    private boolean someUnitFitsNowhere() {
        return IntStream.range(0, n).anyMatch(u -> IntStream.range(0, k).noneMatch(t -> fits(u, t)));
    }

    private boolean fits(int u, int t) {
        if (fixed[u] != Instance.FREE && fixed[u] != t) {
            return false;
        }
        for (int q = 0; q < m; q++) {
            double with = load[t * m + q] + demands.activity[u * m + q];
            if (with > demands.most[t * m + q] + demands.slack[q]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the units from a place of the order on find territories, or so many were tried that it is given up. */
    private boolean place(int at) {
        if (++nodes > MOST_NODES) {
            return true;
        }
        if (!mayStillFit(at)) {
            return false;
        }
        if (at == n) {
            return true;
        }
        int u = order[at];
        boolean triedEmpty = false;
        for (int t = 0; t < k; t++) {
            boolean alike = size[t] == 0 && !named[t];
            if (!(alike && triedEmpty) && fits(u, t)) {
                triedEmpty |= alike;
                add(u, t, 1);
                boolean done = place(at + 1);
                add(u, t, -1);
                if (done) {
                    return true;
                }
            }
        }
        return false;
    }

    private void add(int u, int t, int sign) {
        size[t] += sign;
        for (int q = 0; q < m; q++) {
            load[t * m + q] += sign * demands.activity[u * m + q];
        }
    }

    /** Whether what is left could fill what territories need, and has room in them. */
    private boolean mayStillFit(int at) {
        if (IntStream.range(0, k).filter(t -> size[t] == 0).count() > n - at) {
            return false;
        }
        for (int q = 0; q < m; q++) {
            double needed = 0;
            double room = 0;
            for (int t = 0; t < k; t++) {
                needed += Math.max(0, demands.least[t * m + q] - demands.slack[q] - load[t * m + q]);
                room += Math.max(0, demands.most[t * m + q] + demands.slack[q] - load[t * m + q]);
            }
            double tiny = demands.slack[q] * (k + 1);
            if (needed > rest[at * m + q] + tiny || room < rest[at * m + q] - tiny) {
                return false;
            }
        }
        return true;
    }
}
