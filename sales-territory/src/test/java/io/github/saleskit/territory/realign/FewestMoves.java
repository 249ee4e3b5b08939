package io.github.saleskit.territory.realign;

import io.github.saleskit.territory.design.AccountGroup;
import io.github.saleskit.territory.design.ActivityLimit;
import io.github.saleskit.territory.design.TerritoryAccount;
import io.github.saleskit.territory.design.TerritoryProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Tries every way to share out a handful of accounts; written from the definition, without the engine's classes. */
final class FewestMoves {

    private final TerritoryProblem problem;
    private final EarlierPlan earlier;
    private int best = Integer.MAX_VALUE;

    private FewestMoves(TerritoryProblem problem, EarlierPlan earlier) {
        this.problem = problem;
        this.earlier = earlier;
    }

    /** The fewest accounts that leave their territory in any plan that keeps every limit; empty when there is none. */
    static OptionalInt of(TerritoryProblem problem, EarlierPlan earlier) {
        FewestMoves search = new FewestMoves(problem, earlier);
        List<List<TerritoryAccount>> groups = new ArrayList<>();
        problem.territories().forEach(territory -> groups.add(new ArrayList<>()));
        search.place(0, 0, groups);
        return search.best == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(search.best);
    }

    private void place(int at, int moves, List<List<TerritoryAccount>> groups) {
        if (moves >= best) {
            return;
        }
        if (at == problem.accounts().size()) {
            if (groups.stream().allMatch(this::keepsLimits) && keepsGroups(groups)) {
                best = moves;
            }
            return;
        }
        TerritoryAccount account = problem.accounts().get(at);
        for (int t = 0; t < groups.size(); t++) {
            String territory = problem.territories().get(t).id();
            if (allowed(account, territory)) {
                groups.get(t).add(account);
                place(at + 1, moves + (moves(account, territory) ? 1 : 0), groups);
                groups.get(t).remove(account);
            }
        }
    }

    private boolean moves(TerritoryAccount account, String territory) {
        String before = earlier.assignment().get(account.id());
        return before != null
                && !earlier.successors().getOrDefault(before, before).equals(territory);
    }

    private boolean allowed(TerritoryAccount account, String territory) {
        return problem.fixed().stream()
                        .allMatch(fixed -> !fixed.account().equals(account.id())
                                || fixed.territory().equals(territory))
                && problem.forbidden().stream()
                        .noneMatch(forbidden -> forbidden.account().equals(account.id())
                                && forbidden.territory().equals(territory));
    }

    private boolean keepsLimits(List<TerritoryAccount> group) {
        return !group.isEmpty() && problem.limits().stream().allMatch(limit -> keeps(limit, group));
    }

    private boolean keeps(ActivityLimit limit, List<TerritoryAccount> group) {
        double load = sum(group, limit.measure());
        double mean =
                sum(problem.accounts(), limit.measure()) / problem.territories().size();
        return load >= limit.minimum().orElse(0.0)
                && load <= limit.maximum().orElse(Double.MAX_VALUE)
                && Math.abs(load - mean) <= limit.tolerance().orElse(1e9) * mean + 1e-9 * mean;
    }

    private boolean keepsGroups(List<List<TerritoryAccount>> groups) {
        return problem.together().stream().allMatch(group -> territories(group, groups) == 1)
                && problem.apart().stream()
                        .allMatch(group ->
                                territories(group, groups) == group.accounts().size());
    }

    private static int territories(AccountGroup group, List<List<TerritoryAccount>> groups) {
        Set<Integer> found = new HashSet<>();
        for (int t = 0; t < groups.size(); t++) {
            for (TerritoryAccount account : groups.get(t)) {
                if (group.accounts().contains(account.id())) {
                    found.add(t);
                }
            }
        }
        return found.size();
    }

    private static double sum(List<TerritoryAccount> accounts, String measure) {
        return accounts.stream()
                .mapToDouble(account -> account.activity(measure))
                .sum();
    }
}
