package io.github.saleskit.territory.realign;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.territory.design.DesignSamples;
import io.github.saleskit.territory.design.TerritoryAccount;
import io.github.saleskit.territory.design.TerritoryPlan;
import io.github.saleskit.territory.design.TerritoryPlanner;
import io.github.saleskit.territory.design.TerritoryProblem;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Benchmark instances of the capacitated p-median problem whose demands have changed by up to 30 %. */
class RealignedBenchmarksTest {

    @ParameterizedTest
    @ValueSource(strings = {"SJC3a", "SJC4a", "lin318_015", "u724_030"})
    void movesAreWithinAFifthOfTheProvenMinimumAndWaysHardlyLonger(String name) {
        assertFewMoves(name, 1);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(strings = {"SJC3a", "SJC4a", "lin318_015", "u724_030"})
    void movesAreWithinAFifthOfTheProvenMinimumInSeveralDraws(String name) {
        assertFewMoves(name, 3);
    }

    private static void assertFewMoves(String name, int draws) {
        TerritoryProblem before = DesignSamples.benchmark(name);
        TerritoryPlan plan = TerritoryPlanner.compile(before)
                .plan(WorkBudget.ofUnits(10L * before.accounts().size()), 1);
        for (int seed = 1; seed <= draws; seed++) {
            Realignment realignment = TerritoryRealigner.compile(
                            changed(before, seed),
                            RealignmentPolicy.builder().mostPlans(1).build())
                    .realign(EarlierPlan.of(plan), WorkBudget.ofUnits(4_000), seed);
            if (realignment.feasible()) {
                assertThat(realignment.fewestMoves().moved()).isLessThanOrEqualTo(1.2 * realignment.movesLowerBound());
                assertThat(realignment.fewestMoves().distance()).isLessThan(1.03 * plan.totalDistance());
            }
        }
    }

    private static TerritoryProblem changed(TerritoryProblem problem, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<TerritoryAccount> accounts = problem.accounts().stream()
                .map(account -> TerritoryAccount.of(
                        account.id(),
                        account.place(),
                        "demand",
                        Math.rint(account.activity("demand") * (.7 + .6 * random.nextDouble()))))
                .toList();
        return problem.withAccounts(accounts);
    }
}
