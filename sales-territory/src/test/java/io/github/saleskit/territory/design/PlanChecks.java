package io.github.saleskit.territory.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

/** Derives the figures of a plan again, from the problem and the assignment alone. */
final class PlanChecks {

    private PlanChecks() {}

    static void assertFiguresAreRight(TerritoryProblem problem, TerritoryPlan plan, PlannedTerritory territory) {
        List<TerritoryAccount> members = members(problem, plan, territory);
        assertThat(members).isNotEmpty().hasSize(territory.accounts());
        TerritoryAccount centre = members.stream()
                .filter(account -> account.id().equals(territory.centre()))
                .findFirst()
                .orElseThrow();
        assertThat(territory.distance())
                .isCloseTo(
                        members.stream()
                                .mapToDouble(account -> account.place().distanceTo(centre.place()))
                                .sum(),
                        within(1e-6));
        territory
                .loads()
                .forEach((measure, load) -> assertThat(load).isCloseTo(sum(members, measure), within(1e-9 * load)));
    }

    static boolean keepsEveryLimit(TerritoryProblem problem, TerritoryPlan plan) {
        return problem.limits().stream()
                .allMatch(limit -> plan.territories().stream()
                        .allMatch(territory ->
                                keeps(problem, limit, sum(members(problem, plan, territory), limit.measure()))));
    }

    private static boolean keeps(TerritoryProblem problem, ActivityLimit limit, double load) {
        double mean =
                sum(problem.accounts(), limit.measure()) / problem.territories().size();
        double rounding = 1e-9 * mean;
        return load >= limit.minimum().orElse(0.0) - rounding
                && load <= limit.maximum().orElse(Double.MAX_VALUE) + rounding
                && Math.abs(load - mean) <= limit.tolerance().orElse(1e9) * mean + rounding;
    }

    private static List<TerritoryAccount> members(
            TerritoryProblem problem, TerritoryPlan plan, PlannedTerritory territory) {
        return problem.accounts().stream()
                .filter(account -> plan.territoryOf(account.id()).equals(territory.id()))
                .toList();
    }

    private static double sum(List<TerritoryAccount> accounts, String measure) {
        return accounts.stream()
                .mapToDouble(account -> account.activity(measure))
                .sum();
    }
}
