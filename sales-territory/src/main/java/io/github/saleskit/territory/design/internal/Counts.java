package io.github.saleskit.territory.design.internal;

import io.github.saleskit.territory.design.FixedAssignment;
import io.github.saleskit.territory.design.Territory;
import io.github.saleskit.territory.design.TerritoryProblem;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
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

    /** How many territories can be filled at most, each with what is fixed to it or with a free account or group. */
    static int most(TerritoryProblem problem) {
        return Math.min(problem.territories().size(), filledByFixed(problem) + free(problem));
    }

    /** How many territories have fixed accounts. */
    static int filledByFixed(TerritoryProblem problem) {
        return (int) problem.fixed().stream()
                .map(FixedAssignment::territory)
                .distinct()
                .count();
    }

    /** How many accounts, or groups that stay together, can each go into a territory that has none yet. */
    static int free(TerritoryProblem problem) {
        Units units = Units.of(problem, true);
        Map<String, Integer> numbers = Units.numbers(units.accounts);
        BitSet held = new BitSet();
        for (FixedAssignment fixed : problem.fixed()) {
            held.set(units.unitOf[numbers.getOrDefault(fixed.account(), 0)]);
        }
        return units.count() - held.cardinality();
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
