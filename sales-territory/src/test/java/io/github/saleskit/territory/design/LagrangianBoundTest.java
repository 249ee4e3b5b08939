package io.github.saleskit.territory.design;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.core.definition.WorkMeter;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LagrangianBoundTest {

    @ParameterizedTest
    @CsvSource({"SJC1,17288.99,.96", "SJC3a,45335.16,.985", "SJC4a,61925.51,.985", "lin318_015,88901.56,.98"})
    void theBoundIsBelowThePublishedOptimumAndNearIt(String name, double optimum, double near) {
        Instance instance = new Instance(DesignSamples.benchmark(name));
        Layout layout = FirstLayout.of(instance);
        double bound = LagrangianBound.of(instance, layout, WorkMeter.unlimited(), 20_000)
                .orElseThrow();
        assertThat(bound).isBetween(optimum * near, optimum);
    }

    @Test
    void anEasyProblemIsProvenOptimalAndEndsEarly() {
        TerritoryProblem problem = DesignSamples.problem(DesignSamples.aroundFiji(60, 2), 6);
        TerritoryPlan plan = TerritoryPlanner.compile(problem).plan(WorkBudget.ofUnits(100_000), 1);
        assertThat(plan.gap()).hasValueSatisfying(gap -> assertThat(gap).isBetween(-1e-7, 1e-7));
        assertThat(plan.workUnits()).isLessThan(20_000);
    }

    @Test
    void withoutUnitsThereIsNoBound() {
        Instance instance = new Instance(DesignSamples.problem(DesignSamples.random(100, 1), 4));
        Optional<Double> bound = LagrangianBound.of(instance, FirstLayout.of(instance), WorkMeter.unlimited(), 5);
        assertThat(bound).isEmpty();
    }
}
