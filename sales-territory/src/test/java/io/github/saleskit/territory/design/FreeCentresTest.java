package io.github.saleskit.territory.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.territory.geo.Border;
import io.github.saleskit.territory.geo.Place;
import io.github.saleskit.territory.geo.PlanePoint;
import io.github.saleskit.territory.realign.EarlierPlan;
import io.github.saleskit.territory.realign.RealignedPlan;
import io.github.saleskit.territory.realign.Realignment;
import io.github.saleskit.territory.realign.TerritoryRealigner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FreeCentresTest {

    private static final WorkBudget BUDGET = WorkBudget.ofUnits(3_000);

    private static TerritoryAccount at(String id, double x, double y) {
        return new TerritoryAccount(id, PlanePoint.of(x, y), Map.of("visits", 1.0));
    }

    /** Two squares of side 2, far from each other. */
    private static List<TerritoryAccount> squares() {
        List<TerritoryAccount> accounts = new ArrayList<>();
        for (int square = 0; square < 2; square++) {
            for (int corner = 0; corner < 4; corner++) {
                accounts.add(at("S" + square + corner, 100 * square + 2 * (corner & 1), corner & 2));
            }
        }
        return accounts;
    }

    private static TerritoryProblem anywhere(List<TerritoryAccount> accounts, int territories, ActivityLimit limit) {
        return DesignSamples.problem(accounts, territories, limit).withCentres(CentrePlacement.ANYWHERE);
    }

    private static void assertDistancesToPlaces(TerritoryProblem problem, TerritoryPlan plan) {
        double sum = 0;
        for (TerritoryAccount account : problem.accounts()) {
            Place centre = plan.territory(plan.territoryOf(account.id())).place();
            sum += account.place().distanceTo(centre);
        }
        assertThat(plan.totalDistance()).isCloseTo(sum, within(1e-6 * (1 + sum)));
    }

    @Test
    void centresLieInTheMiddleOfSquares() {
        TerritoryProblem problem = anywhere(squares(), 2, ActivityLimit.atMost("visits", 4));
        TerritoryPlan plan = TerritoryPlanner.compile(problem).plan(BUDGET, 1);
        assertThat(plan.feasible()).isTrue();
        assertThat(plan.totalDistance()).isCloseTo(8 * Math.sqrt(2), within(1e-6));
        assertThat(plan.territory("T1").place().distanceTo(PlanePoint.of(1, 1))).isLessThan(1e-3);
        assertThat(plan.territory("T2").centre()).isEqualTo("T2");
        assertThat(plan.lowerBound()).isEmpty();
        assertDistancesToPlaces(problem, plan);
    }

    @Test
    void distancesAreShorterThanWithCentresAtAccounts() {
        List<TerritoryAccount> accounts = DesignSamples.random(60, 4);
        TerritoryProblem free = anywhere(accounts, 5, ActivityLimit.withinShareOfMean("visits", .1));
        TerritoryPlan plan = TerritoryPlanner.compile(free).plan(BUDGET, 1);
        TerritoryPlan onAccounts = TerritoryPlanner.compile(free.withCentres(CentrePlacement.ON_ACCOUNTS))
                .plan(BUDGET, 1);
        assertThat(plan.feasible()).isTrue();
        assertThat(plan.totalDistance()).isLessThan(onAccounts.totalDistance());
        assertDistancesToPlaces(free, plan);
        assertDistancesToPlaces(free, onAccounts);
        assertThat(TerritoryPlanner.compile(free).plan(BUDGET, 1)).isEqualTo(plan);
    }

    @Test
    void homesStayAndGroupsAndTheAntimeridianAreNothingSpecial() {
        List<TerritoryAccount> accounts = DesignSamples.aroundFiji(30, 2);
        Place home = accounts.get(3).place();
        TerritoryProblem problem = anywhere(accounts, 3, ActivityLimit.withinShareOfMean("visits", .3))
                .withTogether(new AccountGroup(List.of("A1", "A2", "A5")));
        problem = problem.withTerritories(
                problem.territories().get(0).withHome(home),
                problem.territories().get(1),
                Territory.of("T3"));
        TerritoryPlan plan = TerritoryPlanner.compile(problem).plan(BUDGET, 3);
        assertThat(plan.territory("T1").place()).isEqualTo(home);
        assertThat(plan.territoryOf("A1")).isEqualTo(plan.territoryOf("A5"));
        assertDistancesToPlaces(problem, plan);
    }

    @Test
    void territoriesThatNobodyMayEnterAreStillFilled() {
        List<TerritoryAccount> accounts = DesignSamples.random(12, 3);
        TerritoryProblem problem = anywhere(accounts, 3, ActivityLimit.atMost("visits", 60));
        problem = problem.withTerritories(
                Territory.of("T1"),
                Territory.of("T2"),
                Territory.of("T3").withLimits(ActivityLimit.atMost("visits", 0)));
        TerritoryPlan plan = TerritoryPlanner.compile(problem).plan(BUDGET, 1);
        assertThat(plan.feasible()).isFalse();
        assertThat(plan.territory("T3").accounts()).isPositive();
        assertDistancesToPlaces(problem, plan);
    }

    @Test
    void connectedTerritoriesHaveFreeCentresToo() {
        List<TerritoryAccount> line = new ArrayList<>();
        List<Border> borders = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            line.add(at("L" + i, 10.0 * i, i % 2));
            if (i > 0) {
                borders.add(Border.of("L" + (i - 1), "L" + i));
            }
        }
        TerritoryProblem problem =
                anywhere(line, 2, ActivityLimit.atMost("visits", 4)).withBorders(borders);
        TerritoryPlan plan = TerritoryPlanner.compile(problem).plan(BUDGET, 1);
        assertThat(plan.feasible()).isTrue();
        assertThat(plan.contiguity().orElseThrow().cutBorders()).isEqualTo(1);
        assertDistancesToPlaces(problem, plan);
    }

    @Test
    void realignedPlansHaveFreeCentresToo() {
        TerritoryProblem problem = anywhere(squares(), 2, ActivityLimit.atMost("visits", 4));
        TerritoryPlan plan = TerritoryPlanner.compile(problem).plan(BUDGET, 1);
        Realignment realignment = TerritoryRealigner.compile(problem).realign(EarlierPlan.of(plan), BUDGET, 1);
        RealignedPlan same = realignment.fewestMoves();
        assertThat(same.moves()).isEmpty();
        assertThat(same.distance()).isCloseTo(plan.totalDistance(), within(1e-6));
        assertDistancesToPlaces(problem, same.plan());
        TerritoryProblem counted = problem.withCount(TerritoryCount.atLeast(1));
        assertThatThrownBy(() -> TerritoryRealigner.compile(counted))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("count.notChosen");
    }

    @Test
    void distancesOfTheHostAllowNoFreeCentres() {
        TerritoryProblem problem = anywhere(squares(), 2, ActivityLimit.atMost("visits", 4));
        assertThatThrownBy(() -> TerritoryPlanner.compile(problem, (from, to) -> 1))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("centres.noDistances");
    }
}
