package io.github.saleskit.territory.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.core.definition.StopSignal;
import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.core.support.JsonLine;
import io.github.saleskit.territory.geo.Border;
import io.github.saleskit.territory.geo.PlanePoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerritoryCountTest {

    private static final WorkBudget BUDGET = WorkBudget.ofUnits(2_000);

    /** Five towns of six accounts with a visit each, 100 apart, every account 1 away from the next. */
    private static List<TerritoryAccount> towns() {
        List<TerritoryAccount> accounts = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            PlanePoint place = PlanePoint.of(100.0 * (i / 6) + i % 6, 0);
            accounts.add(TerritoryAccount.of("A" + i, place, "visits", 1));
        }
        return accounts;
    }

    private static TerritoryProblem towns(int most, TerritoryCount count, ActivityLimit... limits) {
        return DesignSamples.problem(towns(), most, limits).withCount(count);
    }

    private static TerritoryPlan plan(TerritoryProblem problem) {
        return TerritoryPlanner.compile(problem).plan(BUDGET, 1);
    }

    private static String told(TerritoryPlan plan) {
        return plan.reasons().stream()
                .map(reason -> reason.fullText(Locale.ENGLISH))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void asFewAreFilledAsTheLimitsAllow() {
        TerritoryPlan plan = plan(towns(12, TerritoryCount.atLeast(2), ActivityLimit.atMost("visits", 7)));
        assertThat(plan.feasible()).isTrue();
        assertThat(plan.territories())
                .hasSize(5)
                .extracting(PlannedTerritory::id)
                .contains("T01", "T05");
        assertThat(plan.assignment()).hasSize(30);
        assertThat(plan.workUnits()).isLessThanOrEqualTo(BUDGET.units());
        assertThat(told(plan))
                .contains("From 2 to 12 territories were allowed; 5 are the fewest found")
                .contains("With 4 territories no plan can keep every limit.");
        JsonLine.assertRoundTrip(plan, TerritoryPlan.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "10, 5", "200, 5", "1000, 2", "100000, 1"})
    void moreAreFilledWhereEachSavesItsPrice(double price, int territories) {
        TerritoryPlan plan = plan(towns(10, TerritoryCount.atLeast(1).withPrice(price)));
        assertThat(plan.territories()).hasSize(territories);
        double[] shortest = shortestOnALine();
        double cheapest = IntStream.rangeClosed(1, 10)
                .mapToDouble(k -> shortest[k] + price * k)
                .min()
                .orElseThrow();
        assertThat(plan.totalDistance() + price * territories).isEqualTo(cheapest);
        assertThat(told(plan)).contains("cost least of those tried: " + Math.round(cheapest));
    }

    /**
     * The least distance for each number of territories; on a line territories are stretches, by dynamic programming.
     */
    private static double[] shortestOnALine() {
        double[] x = towns().stream()
                .mapToDouble(account -> ((PlanePoint) account.place()).x())
                .toArray();
        double[] shortest = new double[11];
        double[] least = new double[x.length + 1];
        Arrays.fill(least, 1, least.length, Double.POSITIVE_INFINITY);
        for (int k = 1; k <= 10; k++) {
            double[] next = new double[x.length + 1];
            for (int to = 0; to <= x.length; to++) {
                next[to] = Double.POSITIVE_INFINITY;
                for (int from = 0; from < to; from++) {
                    double centre = x[(from + to) / 2];
                    double stretch = Arrays.stream(x, from, to)
                            .map(place -> Math.abs(place - centre))
                            .sum();
                    next[to] = Math.min(next[to], least[from] + stretch);
                }
            }
            least = next;
            shortest[k] = least[x.length];
        }
        return shortest;
    }

    @Test
    void onlyOneNumberIsNoChoice() {
        TerritoryPlan plan = plan(towns(5, TerritoryCount.atLeast(5)));
        assertThat(plan.territories()).hasSize(5);
        assertThat(plan.totalDistance()).isEqualTo(45);
    }

    @Test
    void whereNoNumberKeepsTheLimitsThePlanSaysSo() {
        TerritoryPlan plan = plan(towns(4, TerritoryCount.atLeast(2), ActivityLimit.atMost("visits", 7)));
        assertThat(plan.status()).isEqualTo(PlanStatus.IMPOSSIBLE);
        assertThat(plan.territories()).hasSize(4);
        assertThat(told(plan)).contains("with none of the numbers tried").contains("With 2 territories no plan can");
    }

    @Test
    void neverMoreThanThereAreAccounts() {
        List<TerritoryAccount> three = towns().subList(0, 3);
        TerritoryProblem problem = DesignSamples.problem(three, 9)
                .withCount(TerritoryCount.atLeast(1).withPrice(0));
        assertThat(plan(problem).territories()).hasSize(3);
    }

    @Test
    void stoppedAtOnceOrWithoutWorkItStillPlans() {
        TerritoryProblem problem = towns(12, TerritoryCount.atLeast(2), ActivityLimit.atMost("visits", 7));
        TerritoryPlanner planner = TerritoryPlanner.compile(problem);
        StopSignal stopped = () -> true;
        assertThat(planner.plan(BUDGET, 1, stopped, ProgressListener.none()).assignment())
                .hasSize(30);
        assertThat(planner.plan(WorkBudget.ofUnits(0), 1).assignment()).hasSize(30);
        PacedStop over = PacedStop.of(() -> 1);
        assertThat(planner.plan(BUDGET, 1, over, ProgressListener.none()).assignment())
                .hasSize(30);
    }

    @Test
    void whatIsProvenOfOneNumberIsNotSaidOfAll() {
        ActivityLimit atLeastSix = new ActivityLimit("visits", Optional.of(6.0), Optional.empty(), Optional.empty());
        TerritoryProblem problem = towns(30, TerritoryCount.atLeast(1).withPrice(0), atLeastSix);
        TerritoryPlan none = TerritoryPlanner.compile(problem).plan(WorkBudget.ofUnits(0), 1);
        assertThat(none.status()).isEqualTo(PlanStatus.NOT_FOUND);
        assertThat(told(none))
                .contains("A larger budget may find one.")
                .doesNotContain("No plan can keep all limits", "less than 30");
        TerritoryPlan plan = plan(towns(12, TerritoryCount.atLeast(3), ActivityLimit.atMost("visits", 10)));
        assertThat(plan.lowerBound()).isPresent();
        assertThat(told(plan)).contains("No plan within the limits with 3 territories is more than");
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2", "40"})
    void whereNoPlanIsFoundTheBudgetIsKept(long units) {
        List<TerritoryAccount> threes = towns().stream()
                .map(account -> TerritoryAccount.of(account.id(), account.place(), "visits", 3))
                .toList();
        TerritoryProblem problem = DesignSamples.problem(threes, 29, ActivityLimit.atMost("visits", 5))
                .withCount(TerritoryCount.atLeast(18));
        for (TerritoryCount count :
                List.of(TerritoryCount.atLeast(18), TerritoryCount.atLeast(18).withPrice(1))) {
            TerritoryPlan plan =
                    TerritoryPlanner.compile(problem.withCount(count)).plan(WorkBudget.ofUnits(units), 1);
            assertThat(plan.assignment()).hasSize(30);
            assertThat(plan.workUnits()).isLessThanOrEqualTo(units);
        }
    }

    @ParameterizedTest
    @CsvSource({"13, , 2", "4, 5, 6", "6, 6, 5", "1.5, 2, 15"})
    void whereTerritoriesMustNotHaveTooLittleThereAreNotTooMany(double least, @Nullable Double most, int territories) {
        ActivityLimit limit =
                new ActivityLimit("visits", Optional.of(least), Optional.ofNullable(most), Optional.empty());
        TerritoryProblem problem = towns(30, TerritoryCount.atLeast(most == null ? 2 : 1), limit);
        assertThat(plan(problem).territories()).hasSize(territories);
        TerritoryPlan priced = plan(problem.withCount(TerritoryCount.atLeast(1).withPrice(1)));
        assertThat(priced.feasible()).isTrue();
    }

    @Test
    void effortThatTrialsDidNotNeedIsLeftForTheChosenNumber() {
        AtomicInteger asked = new AtomicInteger();
        PacedStop pace = PacedStop.of(() -> asked.incrementAndGet() / 200.0);
        List<Double> improving = new ArrayList<>();
        ProgressListener listener = (phase, done, total) -> {
            if (phase.equals("improving") && done == 0) {
                improving.add(pace.shareOver());
            }
        };
        TerritoryProblem problem = towns(12, TerritoryCount.atLeast(2), ActivityLimit.atMost("visits", 7));
        TerritoryPlanner.compile(problem).plan(WorkBudget.unlimited(), 1, pace, listener);
        assertThat(improving).hasSize(1);
        assertThat(improving.get(0)).isLessThan(.5);
    }

    @Test
    void groupsFillOneTerritoryEach() {
        List<TerritoryAccount> six = towns().subList(0, 6);
        TerritoryProblem problem = DesignSamples.problem(six, 5)
                .withTogether(new AccountGroup(List.of("A0", "A1", "A2")), new AccountGroup(List.of("A3", "A4")))
                .withFixed(new FixedAssignment("A1", "T1"))
                .withCount(TerritoryCount.atLeast(1).withPrice(0));
        TerritoryPlan plan = plan(problem);
        assertThat(plan.territories()).hasSize(3);
        assertThat(plan.territoryOf("A2")).isEqualTo("T1");
        assertThatThrownBy(() -> TerritoryPlanner.compile(problem.withCount(Optional.empty())))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("leave 2 accounts and groups for 4 territories");
        assertThatThrownBy(() -> TerritoryPlanner.compile(problem.withFixed().withCount(TerritoryCount.atLeast(4))))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("there are only 3 accounts and groups for 4 territories");
    }

    @Test
    void aPartOfADeadlineBeginsAtNothingAndEndsAtOne() {
        PacedStop deadline = PacedStop.of(() -> .625);
        assertThat(deadline.between(.25, 1).shareOver()).isEqualTo(.5);
        assertThat(deadline.between(.7, 1).shareOver()).isZero();
        assertThat(deadline.between(.2, .5).stopRequested()).isTrue();
        assertThat(deadline.between(.8, .8).stopRequested()).isTrue();
    }

    @Test
    void bordersAndCountsGoTogether() {
        List<Border> borders = new ArrayList<>();
        for (int i = 1; i < 30; i++) {
            borders.add(Border.of("A" + (i - 1), "A" + i));
        }
        TerritoryProblem problem = towns(9, TerritoryCount.atLeast(2), ActivityLimit.atMost("visits", 7))
                .withBorders(borders)
                .withObjective(PlanObjective.CUT_BORDERS);
        TerritoryPlan plan = plan(problem);
        assertThat(plan.feasible()).isTrue();
        assertThat(plan.territories()).hasSize(5);
        assertThat(plan.contiguity().orElseThrow().cutBorders()).isEqualTo(4);
    }

    @Test
    void whatCannotBeIsReported() {
        TerritoryProblem tooMany = towns(4, TerritoryCount.atLeast(5));
        assertThatThrownBy(() -> TerritoryPlanner.compile(tooMany))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("the fewest are 5, but there are only 4 territories");
        TerritoryProblem fixed = towns(4, TerritoryCount.atLeast(2)).withFixed(new FixedAssignment("A1", "T3"));
        assertThatThrownBy(() -> TerritoryPlanner.compile(fixed))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("\"T3\" is not among the first 2");
    }
}
