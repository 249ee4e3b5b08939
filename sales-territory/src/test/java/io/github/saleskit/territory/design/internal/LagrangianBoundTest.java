package io.github.saleskit.territory.design.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.core.definition.StopSignal;
import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.core.definition.WorkMeter;
import io.github.saleskit.territory.design.DesignSamples;
import io.github.saleskit.territory.design.DistanceTable;
import io.github.saleskit.territory.design.TerritoryAccount;
import io.github.saleskit.territory.design.TerritoryPlan;
import io.github.saleskit.territory.design.TerritoryPlanner;
import io.github.saleskit.territory.design.TerritoryProblem;
import io.github.saleskit.territory.geo.PlanePoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LagrangianBoundTest {

    @ParameterizedTest
    @CsvSource({"SJC1,17288.99,.96", "SJC3a,45335.16,.985", "SJC4a,61925.51,.985", "lin318_015,88901.56,.98"})
    void theBoundIsBelowThePublishedOptimumAndNearIt(String name, double optimum, double near) {
        assertBoundIsNear(name, optimum, near, 10_000);
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({"SJC1,17288.99,.96", "SJC3a,45335.16,.985", "SJC4a,61925.51,.985", "lin318_015,88901.56,.98"})
    void theBoundIsBelowThePublishedOptimumAlsoWithMoreWork(String name, double optimum, double near) {
        assertBoundIsNear(name, optimum, near, 20_000);
    }

    private static void assertBoundIsNear(String name, double optimum, double near, long units) {
        Instance instance = new Instance(DesignSamples.benchmark(name), null);
        Layout layout = FirstLayout.of(instance);
        double bound =
                LagrangianBound.of(instance, layout, meter(units), phase(units)).orElseThrow();
        assertThat(bound).isBetween(optimum * near, optimum);
    }

    @Test
    void anEasyProblemIsProvenOptimalAndEndsEarly() {
        TerritoryProblem problem = DesignSamples.problem(DesignSamples.aroundFiji(60, 2), 6);
        TerritoryPlan plan = TerritoryPlanner.compile(problem).plan(WorkBudget.ofUnits(100_000), 1);
        assertThat(plan.gap()).hasValueSatisfying(gap -> assertThat(gap).isBetween(0.0, 1e-7));
        assertThat(plan.workUnits()).isLessThan(20_000);
    }

    @ParameterizedTest
    @CsvSource({"1e6,2", "1e6,4", "1e9,2"})
    void theBoundHoldsWhereClustersAreFarApartForTheirSize(double apart, int clusters) {
        List<TerritoryAccount> accounts = new ArrayList<>();
        for (int cluster = 0; cluster < clusters; cluster++) {
            for (int i = 0; i < 7; i++) {
                PlanePoint place = PlanePoint.of(i * (cluster == 0 ? 1e-6 : 3e-7), cluster * apart);
                accounts.add(TerritoryAccount.of("a" + cluster + i, place, "visits", 1));
            }
        }
        TerritoryPlan plan = TerritoryPlanner.compile(DesignSamples.problem(accounts, clusters))
                .plan(WorkBudget.ofUnits(4_000), 7);
        assertThat(plan.totalDistance()).isCloseTo(12e-6 + (clusters - 1) * 3.6e-6, within(1e-12));
        assertThat(plan.lowerBound().orElse(0.0)).isLessThanOrEqualTo(plan.totalDistance());
    }

    @Test
    void theBoundHoldsWhereTheHostsDistancesHaveNothingToDoWithThePlaces() {
        for (int trial = 0; trial < 40; trial++) {
            SplittableRandom random = new SplittableRandom(trial);
            Map<String, Double> drawn = new HashMap<>();
            DistanceTable table = (account, centre) -> drawn.computeIfAbsent(
                    account.compareTo(centre) < 0 ? account + centre : centre + account,
                    pair -> random.nextInt(3) == 0 ? 1.0 : 100.0);
            TerritoryProblem problem = DesignSamples.problem(DesignSamples.random(12, trial), 4);
            TerritoryPlan plan = TerritoryPlanner.compile(problem, table).plan(WorkBudget.ofUnits(500), 1);
            assertThat(plan.lowerBound().orElse(0.0)).isLessThanOrEqualTo(plan.totalDistance());
        }
    }

    @Test
    void withoutUnitsThereIsNoBound() {
        Instance instance = new Instance(DesignSamples.problem(DesignSamples.random(100, 1), 4), null);
        Optional<Double> bound = LagrangianBound.of(instance, FirstLayout.of(instance), meter(5), phase(5));
        assertThat(bound).isEmpty();
    }

    private static WorkMeter meter(long units) {
        return new WorkMeter(WorkBudget.ofUnits(units), StopSignal.never(), ProgressListener.none());
    }

    private static Phase phase(long units) {
        return new Schedule(WorkMeter.unlimited(), StopSignal.never(), units).phase("proving a bound", 1);
    }
}
