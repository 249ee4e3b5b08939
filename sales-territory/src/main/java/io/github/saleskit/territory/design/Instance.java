package io.github.saleskit.territory.design;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A sound problem as arrays: accounts sorted by id and numbered from 0, territories numbered in their order, limits as loads.
 */
final class Instance {

    private static final double ROUNDING = 1e-9;
    static final int FREE = -1;

    final List<TerritoryAccount> accounts;
    final List<Territory> territories;
    final List<ActivityLimit> limits;
    /** Every measure that occurs, in alphabetical order. */
    final List<String> measures;

    final Positions positions;
    /** Number of accounts. */
    final int n;
    /** Number of territories. */
    final int k;
    /** Number of limited measures. */
    final int m;

    /** Activity of account i in limited measure q at i * m + q. */
    final double[] activity;
    /** Mean load of a territory in each limited measure. */
    final double[] mean;

    final double[] least;
    final double[] most;
    /** What is small enough to be a rounding error, in each limited measure. */
    final double[] slack;
    /** The territory an account is fixed to, or {@link #FREE}. */
    final int[] fixed;

    Instance(TerritoryProblem problem) {
        accounts = problem.accounts().stream()
                .sorted(Comparator.comparing(TerritoryAccount::id))
                .toList();
        territories = problem.territories();
        limits = problem.limits();
        measures = measures(accounts);
        positions = new Positions(accounts.stream().map(TerritoryAccount::place).toList());
        n = accounts.size();
        k = territories.size();
        m = limits.size();
        activity = new double[n * m];
        mean = new double[m];
        least = new double[m];
        most = new double[m];
        slack = new double[m];
        for (int q = 0; q < m; q++) {
            measure(q);
        }
        fixed = fixed(problem);
    }

    private static List<String> measures(List<TerritoryAccount> accounts) {
        TreeSet<String> names = new TreeSet<>();
        accounts.forEach(account -> names.addAll(account.activity().keySet()));
        return List.copyOf(names);
    }

    private void measure(int q) {
        ActivityLimit limit = limits.get(q);
        double total = 0;
        for (int i = 0; i < n; i++) {
            activity[i * m + q] = accounts.get(i).activity(limit.measure());
            total += activity[i * m + q];
        }
        mean[q] = total / k;
        least[q] = limit.least(mean[q]);
        most[q] = limit.most(mean[q]);
        slack[q] = mean[q] * ROUNDING;
    }

    private int[] fixed(TerritoryProblem problem) {
        Map<String, Integer> territoryNumbers = new HashMap<>();
        for (int t = 0; t < k; t++) {
            territoryNumbers.put(territories.get(t).id(), t);
        }
        Map<String, Integer> byAccount = new HashMap<>();
        problem.fixed().forEach(fix -> byAccount.put(fix.account(), territoryNumbers.get(fix.territory())));
        return accounts.stream()
                .mapToInt(account -> byAccount.getOrDefault(account.id(), FREE))
                .toArray();
    }

    /** By how much a load breaks a limit, as a share of the mean; 0 when it keeps it. */
    double violation(int q, double load) {
        if (load > most[q] + slack[q]) {
            return (load - most[q]) / scale(q);
        }
        return load < least[q] - slack[q] ? (least[q] - load) / scale(q) : 0;
    }

    boolean keeps(int q, double load) {
        return load <= most[q] + slack[q] && load >= least[q] - slack[q];
    }

    private double scale(int q) {
        return mean[q] > 0 ? mean[q] : 1;
    }
}
