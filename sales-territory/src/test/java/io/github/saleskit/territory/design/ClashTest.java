package io.github.saleskit.territory.design;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.territory.geo.PlanePoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Demands that clash are named, and each of them is needed for the contradiction. */
class ClashTest {

    private static TerritoryProblem problem(int accounts, int territories, ActivityLimit... limits) {
        List<TerritoryAccount> list = new ArrayList<>();
        for (int i = 0; i < accounts; i++) {
            Map<String, Double> activity = new LinkedHashMap<>();
            activity.put("visits", 1.0);
            activity.put("potential", 10.0);
            list.add(new TerritoryAccount(String.valueOf((char) ('a' + i)), PlanePoint.of(i, 0), activity));
        }
        return DesignSamples.problem(list, territories, limits);
    }

    private static TerritoryPlan plan(TerritoryProblem problem) {
        return TerritoryPlanner.compile(problem).plan(WorkBudget.ofUnits(100), 1);
    }

    private static List<String> clash(TerritoryProblem problem) {
        TerritoryPlan plan = plan(problem);
        assertThat(plan.status()).isEqualTo(PlanStatus.IMPOSSIBLE);
        assertThat(plan.assignment()).hasSize(problem.accounts().size());
        Reason reason = plan.reasons().get(0).details().stream()
                .filter(detail -> detail.code().equals("territory.design.clash"))
                .findFirst()
                .orElseThrow();
        return reason.details().stream()
                .map(detail -> detail.text(Locale.ENGLISH))
                .toList();
    }

    @Test
    void onlyTheDemandsThatClashAreNamed() {
        TerritoryProblem problem = problem(
                        6, 2, ActivityLimit.between("visits", 1, 4), ActivityLimit.atMost("potential", 60))
                .withFixed(List.of(new FixedAssignment("a", "T1"), new FixedAssignment("f", "T2")))
                .withForbidden(List.of(new ForbiddenAssignment("b", "T2"), new ForbiddenAssignment("c", "T1")))
                .withApart(List.of(AccountGroup.of("a", "b"), AccountGroup.of("d", "f")));
        assertThat(clash(problem))
                .containsExactly(
                        "Account a is fixed to territory T1.",
                        "Account b must not be in territory T2.",
                        "These accounts are apart: a, b.");
    }

    @Test
    void aMinimumAndAMaximumOfDifferentMeasuresMayClash() {
        TerritoryProblem problem = problem(6, 2, ActivityLimit.between("visits", 1, 6))
                .withTerritories(List.of(
                        Territory.builder()
                                .id("T1")
                                .addLimits(ActivityLimit.between("visits", 4, 6))
                                .build(),
                        Territory.builder()
                                .id("T2")
                                .addLimits(ActivityLimit.between("potential", 30, 60))
                                .build()));
        assertThat(clash(problem))
                .containsExactly(
                        "Territory T1 keeps its own limit of visits.",
                        "Territory T2 keeps its own limit of potential.");
    }

    @Test
    void whatNoPlanKeepsIsProvenAndEachDemandThatIsNamedIsNeeded() {
        int clashes = 0;
        for (long seed = 1; seed <= 60; seed++) {
            TerritoryProblem problem = random(seed);
            TerritoryPlan plan = plan(problem);
            assertThat(plan.feasible()).isEqualTo(BruteForceDemands.feasible(problem));
            if (!plan.feasible()) {
                clashes++;
                List<Reason> named = plan.reasons().get(0).details().get(0).details();
                assertThat(BruteForceDemands.feasible(only(problem, named, -1))).isFalse();
                for (int left = 0; left < named.size(); left++) {
                    assertThat(BruteForceDemands.feasible(only(problem, named, left)))
                            .isTrue();
                }
            }
        }
        assertThat(clashes).isBetween(5, 55);
    }

    /** The problem with none of its demands but those that are named, one of which may be left out. */
    private static TerritoryProblem only(TerritoryProblem problem, List<Reason> named, int left) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            if (i != left) {
                kept.add(named.get(i).code() + named.get(i).parameters().getOrDefault("account", ""));
            }
        }
        return problem.withLimits(kept.contains("territory.design.demandedAtMost") ? problem.limits() : List.of())
                .withTogether(kept.contains("territory.design.demandedTogether") ? problem.together() : List.of())
                .withApart(kept.contains("territory.design.demandedApart") ? problem.apart() : List.of())
                .withForbidden(problem.forbidden().stream()
                        .filter(no -> kept.contains("territory.design.demandedForbidden" + no.account()))
                        .toList());
    }

    private static TerritoryProblem random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TerritoryProblem problem = problem(6, 2, ActivityLimit.atMost("visits", 3 + random.nextInt(2)));
        List<ForbiddenAssignment> forbidden = new ArrayList<>();
        for (char id = 'a'; id <= 'e'; id++) {
            if (random.nextInt(3) == 0) {
                forbidden.add(new ForbiddenAssignment(String.valueOf(id), "T" + (1 + random.nextInt(2))));
            }
        }
        return problem.withForbidden(forbidden)
                .withTogether(List.of(AccountGroup.of("a", "b", "c")))
                .withApart(List.of(AccountGroup.of("d", "f")));
    }
}
