package io.github.saleskit.territory.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.definition.WorkBudget;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

class TerritoryPlannerPropertyTest {

    @Provide
    Arbitrary<TerritoryProblem> problems() {
        return problems(40, 8);
    }

    @Provide
    Arbitrary<TerritoryProblem> tinyProblems() {
        return problems(8, 3);
    }

    private static Arbitrary<TerritoryProblem> problems(int accounts, int territories) {
        Arbitrary<Integer> count = Arbitraries.integers().between(territories, accounts);
        Arbitrary<Integer> kind = Arbitraries.integers().between(0, 4);
        return Combinators.combine(
                        count,
                        Arbitraries.integers().between(1, territories),
                        Arbitraries.longs(),
                        kind,
                        Arbitraries.integers().between(0, 3))
                .as(TerritoryPlannerPropertyTest::problem);
    }

    private static TerritoryProblem problem(int count, int territories, long seed, int kind, int fixed) {
        List<TerritoryAccount> accounts =
                kind == 4 ? DesignSamples.aroundFiji(count, seed) : DesignSamples.random(count, seed);
        double mean = accounts.stream().mapToDouble(a -> a.activity("visits")).sum() / territories;
        ActivityLimit limit = switch (kind) {
            case 0 -> ActivityLimit.withinShareOfMean("visits", .1);
            case 1 -> ActivityLimit.atMost("visits", Math.ceil(mean * 1.1));
            case 2 -> ActivityLimit.between("visits", Math.floor(mean * .8), Math.ceil(mean * 1.3));
            default -> ActivityLimit.withinShareOfMean("visits", .5);
        };
        TerritoryProblem problem = DesignSamples.problem(accounts, territories, limit);
        List<FixedAssignment> fixes = new ArrayList<>();
        for (int f = 0; f < Math.min(fixed, count - territories); f++) {
            String territory = problem.territories().get(f % territories).id();
            fixes.add(new FixedAssignment("A" + f, territory));
        }
        return problem.withFixed(fixes);
    }

    @Tag("long")
    @Property(tries = 150)
    void ofManyProblemsPlansKeepTheirPromises(
            @ForAll("problems") TerritoryProblem problem,
            @ForAll("tinyProblems") TerritoryProblem tiny,
            @ForAll @IntRange(max = 300) int units,
            @ForAll long seed) {
        everyAccountIsInOneTerritoryAndAFeasiblePlanKeepsEveryLimit(problem, units);
        theBestPlanOfATinyProblemIsFound(tiny);
        neitherTheOrderOfAccountsNorARepetitionChangesThePlan(problem, seed);
    }

    @Property(tries = 60)
    void everyAccountIsInOneTerritoryAndAFeasiblePlanKeepsEveryLimit(
            @ForAll("problems") TerritoryProblem problem, @ForAll @IntRange(max = 300) int units) {
        TerritoryPlan plan = TerritoryPlanner.compile(problem).plan(WorkBudget.ofUnits(units), 1);
        assertThat(plan.assignment().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        problem.accounts().stream().map(TerritoryAccount::id).toList());
        assertThat(plan.workUnits()).isLessThanOrEqualTo(units);
        problem.fixed()
                .forEach(fixed -> assertThat(plan.territoryOf(fixed.account())).isEqualTo(fixed.territory()));
        assertThat(plan.reasons()).isNotEmpty();
        for (PlannedTerritory territory : plan.territories()) {
            PlanChecks.assertFiguresAreRight(problem, plan, territory);
        }
        assertThat(plan.feasible()).isEqualTo(PlanChecks.keepsEveryLimit(problem, plan));
        assertThat(plan.totalDistance())
                .isCloseTo(
                        plan.territories().stream()
                                .mapToDouble(PlannedTerritory::distance)
                                .sum(),
                        within(1e-6));
    }

    /**
     * One seed may have bad luck: some ten in a hundred do where fixed accounts leave hardly a way from plan to plan.
     */
    @Property(tries = 20)
    void theBestPlanOfATinyProblemIsFound(@ForAll("tinyProblems") TerritoryProblem problem) {
        OptionalDouble least = BruteForce.least(problem);
        TerritoryPlanner planner = TerritoryPlanner.compile(problem);
        TerritoryPlan plan = planner.plan(WorkBudget.ofUnits(2_000), 3);
        for (long seed = 4; seed <= 6 && least.isPresent() && !isBest(plan, least.getAsDouble()); seed++) {
            plan = planner.plan(WorkBudget.ofUnits(2_000), seed);
        }
        assertThat(plan.feasible()).isEqualTo(least.isPresent());
        if (least.isPresent()) {
            assertThat(plan.totalDistance()).isCloseTo(least.getAsDouble(), within(1e-6));
            assertThat(plan.lowerBound().orElse(0.0)).isLessThanOrEqualTo(least.getAsDouble());
        }
        if (plan.status() == PlanStatus.IMPOSSIBLE) {
            assertThat(least).isEmpty();
        }
    }

    private static boolean isBest(TerritoryPlan plan, double least) {
        return plan.feasible() && plan.totalDistance() <= least + 1e-6;
    }

    @Property(tries = 15)
    void neitherTheOrderOfAccountsNorARepetitionChangesThePlan(
            @ForAll("problems") TerritoryProblem problem, @ForAll long seed) {
        List<TerritoryAccount> shuffled = new ArrayList<>(problem.accounts());
        Collections.shuffle(shuffled, new Random(seed));
        WorkBudget budget = WorkBudget.ofUnits(200);
        TerritoryPlan plan = TerritoryPlanner.compile(problem).plan(budget, seed);
        assertThat(TerritoryPlanner.compile(problem).plan(budget, seed)).isEqualTo(plan);
        assertThat(TerritoryPlanner.compile(problem.withAccounts(shuffled)).plan(budget, seed))
                .isEqualTo(plan);
    }
}
