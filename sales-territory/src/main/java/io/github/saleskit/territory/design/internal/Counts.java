package io.github.saleskit.territory.design.internal;

import io.github.saleskit.territory.design.FixedAssignment;
import io.github.saleskit.territory.design.Territory;
import io.github.saleskit.territory.design.TerritoryProblem;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How many territories of a problem may be filled, and the same problem with so many. */
final class Counts {

    private Counts() {}

    /** How many territories there are at least. */
    static int fewest(TerritoryProblem problem) {
        return problem.count()
                .map(count -> count.fewest())
                .orElse(problem.territories().size());
    }

    /** How many territories can be filled at most, each with a fixed or a free account. */
    static int most(TerritoryProblem problem) {
        return Math.min(problem.territories().size(), fillable(problem));
    }

    private static int fillable(TerritoryProblem problem) {
        Set<String> accounts = new HashSet<>();
        Set<String> filled = new HashSet<>();
        for (FixedAssignment fixed : problem.fixed()) {
            accounts.add(fixed.account());
            filled.add(fixed.territory());
        }
        return problem.accounts().size() - accounts.size() + filled.size();
    }

    /** The problem with the first so many territories, all to be filled. */
    static TerritoryProblem of(TerritoryProblem problem, int count) {
        List<Territory> first = problem.territories().subList(0, count);
        Set<String> ids = first.stream().map(Territory::id).collect(Collectors.toSet());
        return problem.withTerritories(first)
                .withForbidden(problem.forbidden().stream()
                        .filter(forbidden -> ids.contains(forbidden.territory()))
                        .toList())
                .withCount(Optional.empty());
    }
}
