package io.github.saleskit.territory.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problem;
import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.core.definition.StopSignal;
import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.territory.geo.GeoPoint;
import io.github.saleskit.territory.geo.PlanePoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerritoryPlannerTest {

    private static final WorkBudget SMALL = WorkBudget.ofUnits(300);

    private static TerritoryPlan plan(TerritoryProblem problem) {
        return TerritoryPlanner.compile(problem).plan(SMALL, 7);
    }

    private static List<String> problemsOf(TerritoryProblem problem) {
        DefinitionException e =
                catchThrowableOfType(DefinitionException.class, () -> TerritoryPlanner.compile(problem));
        return e.problems().stream().map(p -> p.pointer() + " " + p.code()).toList();
    }

    private static List<String> codes(List<Reason> reasons) {
        return reasons.stream().map(Reason::code).toList();
    }

    private static TerritoryAccount account(String id, double x, double y, double visits) {
        return TerritoryAccount.of(id, PlanePoint.of(x, y), "visits", visits);
    }

    @Test
    void twoTownsBecomeTwoTerritoriesNamedFromWestToEast() {
        List<TerritoryAccount> accounts = List.of(
                account("e1", 100, 0, 1),
                account("e2", 101, 0, 1),
                account("e3", 103, 0, 1),
                account("w1", 0, 0, 1),
                account("w2", 1, 0, 1),
                account("w3", 3, 0, 1));
        TerritoryPlan plan = plan(DesignSamples.problem(accounts, 2, ActivityLimit.atMost("visits", 3)));
        assertThat(plan.status()).isEqualTo(PlanStatus.FEASIBLE);
        assertThat(plan.assignment())
                .isEqualTo(Map.of("w1", "T1", "w2", "T1", "w3", "T1", "e1", "T2", "e2", "T2", "e3", "T2"));
        assertThat(plan.territory("T1").centre()).isEqualTo("w2");
        assertThat(plan.territory("T2").load("visits")).isEqualTo(3);
        assertThat(plan.totalDistance()).isEqualTo(6);
        assertThat(plan.worstDeviation("visits")).isZero();
    }

    @Test
    void aTownOnTheAntimeridianIsNotTornApart() {
        List<TerritoryAccount> accounts = List.of(
                geo("a", -17, 179.9),
                geo("b", -17, -179.9),
                geo("c", -17.1, 180),
                geo("d", -17, 170.0),
                geo("e", -17.1, 170.1),
                geo("f", -16.9, 170.0));
        TerritoryPlan plan = plan(DesignSamples.problem(accounts, 2, ActivityLimit.atMost("visits", 3)));
        assertThat(plan.territoryOf("a")).isEqualTo(plan.territoryOf("b")).isEqualTo(plan.territoryOf("c"));
        assertThat(plan.territoryOf("d")).isEqualTo(plan.territoryOf("e")).isNotEqualTo(plan.territoryOf("a"));
    }

    private static TerritoryAccount geo(String id, double latitude, double longitude) {
        return TerritoryAccount.of(id, GeoPoint.of(latitude, longitude), "visits", 1);
    }

    @Test
    void duplicatedCoordinatesAreNoTrouble() {
        List<TerritoryAccount> accounts = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            accounts.add(account("A" + i, 5, 5, 1));
        }
        TerritoryPlan plan = plan(DesignSamples.problem(accounts, 5, ActivityLimit.withinShareOfMean("visits", 0)));
        assertThat(plan.feasible()).isTrue();
        assertThat(plan.totalDistance()).isZero();
        assertThat(plan.gap()).isEmpty();
    }

    @Test
    void severalMeasuresAreBalancedAtOnce() {
        List<TerritoryAccount> accounts = new ArrayList<>();
        for (TerritoryAccount account : DesignSamples.random(120, 5)) {
            double visits = account.activity("visits");
            accounts.add(new TerritoryAccount(
                    account.id(), account.place(), Map.of("visits", visits, "potential", (visits * 37) % 11)));
        }
        TerritoryProblem problem = DesignSamples.problem(
                accounts,
                6,
                ActivityLimit.withinShareOfMean("visits", .05),
                ActivityLimit.withinShareOfMean("potential", .05));
        TerritoryPlan plan = TerritoryPlanner.compile(problem).plan(WorkBudget.ofUnits(2_000), 1);
        assertThat(plan.status()).isEqualTo(PlanStatus.FEASIBLE);
        assertThat(plan.worstDeviation("visits")).isLessThanOrEqualTo(.05 + 1e-9);
        assertThat(plan.worstDeviation("potential")).isLessThanOrEqualTo(.05 + 1e-9);
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        TerritoryProblem problem = TerritoryProblem.builder()
                .addAccounts(account("A", 0, 0, 1), account("A", 1, 1, 1))
                .addAccounts(TerritoryAccount.of("B", GeoPoint.of(1, 1), "potential", 1))
                .addTerritories(Territory.of("N"), Territory.of("N"))
                .addLimits(ActivityLimit.atMost("visits", 9), ActivityLimit.atMost("visits", 8))
                .addLimits(ActivityLimit.atMost("potentail", 9))
                .addFixed(new FixedAssignment("C", "N"), new FixedAssignment("A", "M"))
                .addFixed(new FixedAssignment("A", "N"))
                .build();
        assertThat(problemsOf(problem))
                .containsExactly(
                        "/accounts/1/id account.duplicate",
                        "/accounts/2/place account.otherKindOfPlace",
                        "/territories/1/id territory.duplicate",
                        "/accounts/2/activity activity.missing",
                        "/limits/1/measure limit.duplicate",
                        "/limits/2/measure measure.unknown",
                        "/fixed/0/account account.unknown",
                        "/fixed/1/territory territory.unknown",
                        "/fixed/2 fixed.contradictory");
        assertThatThrownBy(() -> TerritoryPlanner.compile(problem)).hasMessageContaining("Maybe \"potential\"?");
    }

    @Test
    void emptyAndOverfullProblemsAreNamed() {
        assertThat(problemsOf(TerritoryProblem.builder().build()))
                .containsExactly("/accounts accounts.none", "/territories territories.none");
        assertThat(problemsOf(DesignSamples.problem(DesignSamples.random(3, 1), 4)))
                .containsExactly("/territories territories.tooMany");
        TerritoryProblem emptied = DesignSamples.problem(DesignSamples.random(3, 1), 3)
                .withFixed(new FixedAssignment("A0", "T1"), new FixedAssignment("A1", "T1"));
        assertThat(problemsOf(emptied)).containsExactly("/territories territories.leftEmpty");
    }

    @Test
    void theSameFixedAssignmentTwiceIsNoContradiction() {
        TerritoryProblem problem = DesignSamples.problem(DesignSamples.random(5, 1), 2)
                .withFixed(new FixedAssignment("A0", "T2"), new FixedAssignment("A0", "T2"));
        assertThat(plan(problem).territoryOf("A0")).isEqualTo("T2");
    }

    @Test
    void anAccountLargerThanTheCapacityGivesTheNearestPlanAndTheReason() {
        List<TerritoryAccount> accounts =
                List.of(account("big", 0, 0, 50), account("b", 1, 0, 1), account("c", 9, 0, 1));
        TerritoryPlan plan = plan(DesignSamples.problem(accounts, 2, ActivityLimit.atMost("visits", 30)));
        assertThat(plan.status()).isEqualTo(PlanStatus.IMPOSSIBLE);
        assertThat(plan.assignment()).hasSize(3);
        assertThat(plan.territory(plan.territoryOf("big")).accounts()).isEqualTo(1);
        assertThat(codes(plan.reasons().get(0).details()))
                .containsExactly("territory.design.accountOverLimit", "territory.design.loadOverLimit");
        assertThat(plan.reasons().get(0).fullText(Locale.ENGLISH)).isEqualTo("""
                        No plan can keep all limits; in the nearest one found, 1 are broken.
                          Account big alone has 50 of visits; a territory may have at most 30.
                          Territory %s has 50 of visits; allowed are at most 30.""".formatted(plan.territoryOf("big")));
    }

    @Test
    void totalsOutsideTheLimitsAreImpossible() {
        List<TerritoryAccount> accounts = DesignSamples.random(20, 1);
        double total = accounts.stream().mapToDouble(a -> a.activity("visits")).sum();
        TerritoryPlan over = plan(DesignSamples.problem(accounts, 4, ActivityLimit.atMost("visits", total / 4 - 1)));
        assertThat(over.status()).isEqualTo(PlanStatus.IMPOSSIBLE);
        assertThat(codes(over.reasons().get(0).details())).contains("territory.design.totalOverLimits");
        TerritoryPlan under =
                plan(DesignSamples.problem(accounts, 4, ActivityLimit.between("visits", total / 4 + 1, total)));
        assertThat(under.status()).isEqualTo(PlanStatus.IMPOSSIBLE);
        assertThat(codes(under.reasons().get(0).details()))
                .contains("territory.design.totalUnderLimits", "territory.design.loadUnderLimit");
    }

    @Test
    void fixedAccountsBeyondTheCapacityAreImpossible() {
        TerritoryProblem problem = DesignSamples.problem(
                        List.of(account("a", 0, 0, 6), account("b", 9, 0, 6), account("c", 5, 0, 1)),
                        2,
                        ActivityLimit.atMost("visits", 10))
                .withFixed(new FixedAssignment("a", "T1"), new FixedAssignment("b", "T1"));
        TerritoryPlan plan = plan(problem);
        assertThat(plan.status()).isEqualTo(PlanStatus.IMPOSSIBLE);
        assertThat(plan.territoryOf("b")).isEqualTo("T1");
        assertThat(codes(plan.reasons().get(0).details())).contains("territory.design.fixedOverLimit");
    }

    @Test
    void whatIsImpossibleForSubtleReasonsIsProven() {
        List<TerritoryAccount> accounts = List.of(account("a", 0, 0, 2), account("b", 1, 0, 2), account("c", 2, 0, 2));
        TerritoryPlan plan = plan(DesignSamples.problem(accounts, 2, ActivityLimit.atMost("visits", 3)));
        assertThat(plan.status()).isEqualTo(PlanStatus.IMPOSSIBLE);
        assertThat(plan.gap()).isEmpty();
        assertThat(codes(plan.reasons().get(0).details()))
                .containsExactly("territory.design.clash", "territory.design.loadOverLimit");
    }

    @Test
    void reasonsCanBeReadInJapanese() {
        TerritoryPlan plan = plan(DesignSamples.problem(DesignSamples.aroundFiji(20, 1), 3));
        assertThat(plan.reasons().get(0).text(Locale.JAPANESE)).contains("20 件の取引先");
        assertThat(plan.reasons())
                .allSatisfy(reason -> assertThat(reason.text(Locale.JAPANESE)).doesNotContain("{", "territory.design"));
        assertThat(plan.reasons().get(1).text(Locale.ENGLISH)).contains(" km");
    }

    @Test
    void aStopEndsTheWorkWithAWholePlan() {
        TerritoryPlanner planner = TerritoryPlanner.compile(
                DesignSamples.problem(DesignSamples.random(200, 3), 10, ActivityLimit.withinShareOfMean("visits", .1)));
        AtomicInteger asked = new AtomicInteger();
        StopSignal soon = () -> asked.incrementAndGet() > 3;
        TerritoryPlan plan = planner.plan(WorkBudget.unlimited(), 1, soon, ProgressListener.none());
        assertThat(plan.assignment()).hasSize(200);
        assertThat(plan.workUnits()).isLessThan(100_000);
    }

    @Test
    void anUnlimitedBudgetEnds() {
        TerritoryPlan plan = TerritoryPlanner.compile(DesignSamples.problem(DesignSamples.random(3, 3), 2))
                .plan(WorkBudget.unlimited(), 1);
        assertThat(plan.workUnits()).isLessThanOrEqualTo(3 * 10_000);
    }

    @Test
    void progressIsHeard() {
        Map<String, List<Long>> done = new LinkedHashMap<>();
        TerritoryPlanner.compile(DesignSamples.problem(DesignSamples.random(60, 3), 6))
                .plan(
                        SMALL,
                        1,
                        StopSignal.never(),
                        (phase, units, total) -> done.computeIfAbsent(phase, p -> new ArrayList<>())
                                .add(units));
        assertThat(done.keySet()).containsExactly("starting", "proving a bound", "improving");
        assertThat(done.values())
                .allSatisfy(units -> assertThat(units).isSorted().first().isEqualTo(0L));
        assertThat(done.get("improving")).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 10})
    void anyNumberOfTerritoriesUpToOneAnAccountWorks(int territories) {
        TerritoryPlan plan = plan(DesignSamples.problem(DesignSamples.random(10, 4), territories));
        assertThat(plan.territories()).hasSize(territories).allMatch(territory -> territory.accounts() > 0);
    }

    @Test
    void wronglyNamedAccountsAndTerritoriesAreACallersMistake() {
        TerritoryPlan plan = plan(DesignSamples.problem(DesignSamples.random(10, 4), 2));
        assertThatThrownBy(() -> plan.territoryOf("X"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("X");
        assertThatThrownBy(() -> plan.territory("X"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("X");
    }

    @Test
    void anUnknownMeasureIsACallersMistake() {
        TerritoryPlan plan = plan(DesignSamples.problem(DesignSamples.random(10, 4), 2));
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> plan.worstDeviation("vists"), () -> plan.territory("T1").load("vists"))) {
            assertThatThrownBy(call)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("measure is \"vists\", which no account of the plan has.\nMaybe \"visits\"?");
        }
    }

    @ParameterizedTest
    @CsvSource({"SJC1,17288.99", "SJC3a,45335.16", "SJC4a,61925.51", "lin318_015,88901.56"})
    void publishedInstancesComeWithinTwoPercentOfTheOptimum(String name, double optimum) {
        assertWithinTwoPercent(name, optimum, 6_000);
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({"SJC1,17288.99", "SJC3a,45335.16", "SJC4a,61925.51", "lin318_015,88901.56"})
    void publishedInstancesComeWithinTwoPercentOfTheOptimumAlsoWithMoreWork(String name, double optimum) {
        assertWithinTwoPercent(name, optimum, 30_000);
    }

    private static void assertWithinTwoPercent(String name, double optimum, long units) {
        TerritoryPlan plan =
                TerritoryPlanner.compile(DesignSamples.benchmark(name)).plan(WorkBudget.ofUnits(units), 1);
        assertThat(plan.feasible()).isTrue();
        assertThat(PlanChecks.keepsEveryLimit(DesignSamples.benchmark(name), plan))
                .isTrue();
        assertThat(plan.totalDistance()).isBetween(optimum - .01, optimum * 1.02);
    }

    @Test
    void problemsPointIntoTheDocument() {
        Problem problem = catchThrowableOfType(
                        DefinitionException.class,
                        () -> TerritoryPlanner.compile(DesignSamples.problem(DesignSamples.random(3, 1), 2)
                                .withLimits(ActivityLimit.atMost("visit", 1))))
                .problems()
                .get(0);
        assertThat(problem.toString())
                .isEqualTo(
                        "/limits/0/measure: no account has the measure \"visit\" (measure.unknown). Maybe \"visits\"?");
    }
}
