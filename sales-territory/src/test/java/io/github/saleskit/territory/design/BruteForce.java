package io.github.saleskit.territory.design;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Tries every way to share out a handful of accounts; written from the definition, without the engine's classes. */
final class BruteForce {

    private final TerritoryProblem problem;
    private double best = Double.POSITIVE_INFINITY;

    private BruteForce(TerritoryProblem problem) {
        this.problem = problem;
    }

    /** The least total distance of all plans that keep every limit; empty when there is none. */
    static OptionalDouble least(TerritoryProblem problem) {
        BruteForce search = new BruteForce(problem);
        List<List<TerritoryAccount>> groups = new ArrayList<>();
        problem.territories().forEach(territory -> groups.add(new ArrayList<>()));
        search.place(0, groups);
        return Double.isInfinite(search.best) ? OptionalDouble.empty() : OptionalDouble.of(search.best);
    }

    private void place(int at, List<List<TerritoryAccount>> groups) {
        if (at == problem.accounts().size()) {
            double cost = groups.stream().mapToDouble(this::cost).sum();
            best = Math.min(best, cost);
            return;
        }
        TerritoryAccount account = problem.accounts().get(at);
        for (int t = 0; t < groups.size(); t++) {
            if (allowed(account, problem.territories().get(t).id())) {
                groups.get(t).add(account);
                place(at + 1, groups);
                groups.get(t).remove(account);
            }
        }
    }

    private boolean allowed(TerritoryAccount account, String territory) {
        return problem.fixed().stream()
                .allMatch(fixed -> !fixed.account().equals(account.id())
                        || fixed.territory().equals(territory));
    }

    private double cost(List<TerritoryAccount> group) {
        for (ActivityLimit limit : problem.limits()) {
            double load = sum(group, limit.measure());
            double mean = sum(problem.accounts(), limit.measure())
                    / problem.territories().size();
            boolean kept = load >= limit.minimum().orElse(0.0)
                    && load <= limit.maximum().orElse(Double.MAX_VALUE)
                    && Math.abs(load - mean) <= limit.tolerance().orElse(1e9) * mean + 1e-9 * mean;
            if (!kept) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return group.stream()
                .mapToDouble(centre -> group.stream()
                        .mapToDouble(account -> account.place().distanceTo(centre.place()))
                        .sum())
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static double sum(List<TerritoryAccount> accounts, String measure) {
        return accounts.stream()
                .mapToDouble(account -> account.activity(measure))
                .sum();
    }
}
