package io.github.saleskit.territory.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.support.JsonLine;
import io.github.saleskit.territory.geo.Border;
import io.github.saleskit.territory.geo.PlanePoint;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemandsTest {

    private static final WorkBudget BUDGET = WorkBudget.ofUnits(2_000);

    private static TerritoryPlan plan(TerritoryProblem problem) {
        return TerritoryPlanner.compile(problem).plan(BUDGET, 3);
    }

    private static TerritoryProblem problem(int accounts, int territories) {
        return DesignSamples.problem(
                DesignSamples.random(accounts, 9), territories, ActivityLimit.withinShareOfMean("visits", .3));
    }

    @Test
    void groupsStayTogetherAndRivalsApart() {
        TerritoryProblem problem = problem(60, 4)
                .withTogether(AccountGroup.of("A1", "A2", "A3"), AccountGroup.of("A3", "A4"))
                .withApart(AccountGroup.of("A5", "A6", "A7", "A8"));
        TerritoryPlan plan = plan(problem);
        assertThat(plan.status()).isEqualTo(PlanStatus.FEASIBLE);
        assertThat(List.of("A2", "A3", "A4"))
                .allMatch(id -> plan.territoryOf(id).equals(plan.territoryOf("A1")));
        assertThat(List.of("A5", "A6", "A7", "A8").stream()
                        .map(plan::territoryOf)
                        .distinct())
                .hasSize(4);
        assertThat(plan.assignment()).hasSize(60);
        JsonLine.assertRoundTrip(problem, TerritoryProblem.class);
    }

    @Test
    void forbiddenTerritoriesAreLeftAlone() {
        TerritoryProblem problem = problem(60, 3)
                .withForbidden(
                        new ForbiddenAssignment("A1", "T1"),
                        new ForbiddenAssignment("A1", "T2"),
                        new ForbiddenAssignment("A2", "T3"));
        TerritoryPlan plan = plan(problem);
        assertThat(plan.feasible()).isTrue();
        assertThat(plan.territoryOf("A1")).isEqualTo("T3");
        assertThat(plan.territoryOf("A2")).isNotEqualTo("T3");
    }

    @Test
    void weightsAndLimitsOfATerritoryCount() {
        TerritoryProblem problem = problem(90, 1)
                .withTerritories(
                        Territory.builder().id("half").weight(.5).build(),
                        Territory.builder().id("full").build(),
                        Territory.builder()
                                .id("capped")
                                .addLimits(ActivityLimit.atMost("visits", 20))
                                .build())
                .withLimits(ActivityLimit.withinShareOfMean("visits", .9));
        TerritoryPlan plan = plan(problem);
        double total =
                plan.territories().stream().mapToDouble(t -> t.load("visits")).sum();
        assertThat(plan.feasible()).isTrue();
        assertThat(plan.territory("capped").load("visits")).isLessThanOrEqualTo(20);
        assertThat(plan.territory("half").load("visits")).isBetween(total * .2 * .1, total * .2 * 1.9);
    }

    @Test
    void distancesAreMeasuredToTheHomeOfTheRep() {
        List<TerritoryAccount> accounts = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            accounts.add(TerritoryAccount.of("A" + i, PlanePoint.of(i, 0), "visits", 1));
        }
        TerritoryProblem problem = TerritoryProblem.builder()
                .addAllAccounts(accounts)
                .addTerritories(
                        Territory.builder().id("east").home(PlanePoint.of(9, 3)).build(),
                        Territory.builder().id("west").home(PlanePoint.of(0, 3)).build())
                .addLimits(ActivityLimit.withinShareOfMean("visits", 0))
                .build();
        TerritoryPlan plan = plan(problem);
        assertThat(plan.territoryOf("A0")).isEqualTo("west");
        assertThat(plan.territoryOf("A9")).isEqualTo("east");
        double west = 0;
        for (int i = 0; i < 5; i++) {
            west += Math.hypot(i, 3);
        }
        assertThat(plan.territory("west").distance()).isCloseTo(west, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(plan.territory("west").centre()).isEqualTo("west");
    }

    @Test
    void theHostsOwnDistancesReplaceStraightLines() {
        List<TerritoryAccount> accounts = DesignSamples.random(20, 2);
        TerritoryProblem problem = DesignSamples.problem(accounts, 3);
        DistanceTable ones = (account, centre) -> 1;
        TerritoryPlan plan = TerritoryPlanner.compile(problem, ones).plan(BUDGET, 1);
        assertThat(plan.totalDistance()).isEqualTo(17);
        assertThatThrownBy(() -> TerritoryPlanner.compile(problem, (account, centre) -> Double.NaN)
                        .plan(BUDGET, 1))
                .hasMessageContaining("NaN");
    }

    @Test
    void contradictoryDemandsAreNamed() {
        TerritoryProblem problem = problem(20, 3)
                .withFixed(
                        new FixedAssignment("A1", "T1"),
                        new FixedAssignment("A2", "T2"),
                        new FixedAssignment("A3", "T1"))
                .withForbidden(new ForbiddenAssignment("A1", "T1"), new ForbiddenAssignment("A9", "T9"))
                .withTogether(AccountGroup.of("A1", "A2"), AccountGroup.of("A4", "B"))
                .withBorders(Border.of("A1", "A1"));
        DefinitionException e =
                catchThrowableOfType(DefinitionException.class, () -> TerritoryPlanner.compile(problem));
        assertThat(e.problems())
                .extracting(p -> p.pointer() + " " + p.code())
                .containsExactly(
                        "/forbidden/0 forbidden.fixed",
                        "/forbidden/1/territory territory.unknown",
                        "/together/0 together.contradictory",
                        "/together/1/accounts/1 account.unknown",
                        "/borders/0 border.toItself");
    }

    @Test
    void tooManyRivalsAreImpossible() {
        TerritoryPlan plan = plan(problem(20, 3).withApart(AccountGroup.of("A1", "A2", "A3", "A4")));
        assertThat(plan.status()).isEqualTo(PlanStatus.IMPOSSIBLE);
        assertThat(plan.reasons().get(0).details())
                .extracting(Reason::code)
                .contains("territory.design.tooManyApart", "territory.design.notApart");
        assertThat(plan.assignment()).hasSize(20);
    }

    /** A grid of equal units: the fewest cut borders between two halves of a 6 by 6 grid are 6. */
    private static TerritoryProblem grid(int side, int territories, boolean torn) {
        TerritoryProblem.Builder builder = TerritoryProblem.builder();
        for (int x = 0; x < side; x++) {
            for (int y = 0; y < side; y++) {
                builder.addAccounts(TerritoryAccount.of(x + "-" + y, PlanePoint.of(x, y), "people", 1));
                if (x + 1 < side && !(torn && x == 2)) {
                    builder.addBorders(Border.of(x + "-" + y, (x + 1) + "-" + y));
                }
                if (y + 1 < side && !(torn && x > 2)) {
                    builder.addBorders(Border.of(x + "-" + y, x + "-" + (y + 1)));
                }
            }
        }
        return builder.addAllTerritories(Territory.numbered(territories))
                .addLimits(ActivityLimit.withinShareOfMean("people", 0))
                .objective(PlanObjective.CUT_BORDERS)
                .build();
    }

    @Test
    void connectedTerritoriesCutFewBorders() {
        TerritoryPlan plan = TerritoryPlanner.compile(grid(6, 2, false)).plan(WorkBudget.ofUnits(1_500), 1);
        assertThat(plan.status()).isEqualTo(PlanStatus.FEASIBLE);
        assertThat(plan.contiguity()).contains(new Contiguity(true, 6, 6));
        assertThat(TerritoryPlanner.compile(grid(6, 2, false)).plan(WorkBudget.ofUnits(1_500), 1))
                .isEqualTo(plan);
        TerritoryPlan four = TerritoryPlanner.compile(grid(6, 4, false)).plan(WorkBudget.ofUnits(3_000), 1);
        assertThat(four.contiguity()).contains(new Contiguity(true, 12, 12));
    }

    @Test
    void aGraphInTooManyPiecesIsImpossibleAndEveryUnitIsStillSomewhere() {
        TerritoryPlan plan = TerritoryPlanner.compile(grid(6, 2, true)).plan(WorkBudget.ofUnits(200), 1);
        assertThat(plan.status()).isEqualTo(PlanStatus.IMPOSSIBLE);
        assertThat(plan.assignment()).hasSize(36);
        assertThat(plan.contiguity()).get().matches(lie -> !lie.contiguous());
        assertThat(plan.reasons().get(0).details())
                .extracting(Reason::code)
                .contains("territory.design.tooManyPieces", "territory.design.inPieces");
    }

    @Test
    void hugeActivitiesAreRefusedByName() {
        assertThatThrownBy(() -> TerritoryAccount.of("A", PlanePoint.of(0, 0), "visits", 1e308))
                .hasMessageContaining("activity visits is 1.0E308");
    }
}
