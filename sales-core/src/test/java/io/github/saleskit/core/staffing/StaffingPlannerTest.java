package io.github.saleskit.core.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.core.definition.StopSignal;
import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.core.definition.WorkMeter;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.support.GoldenFile;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StaffingPlannerTest {

    private static final Duration HALF = Duration.ofMinutes(30);
    private static final StaffingTarget EIGHTY_TWENTY = StaffingTarget.of(.8, Duration.ofSeconds(20));

    private static StaffingDemand demand(double... arrivals) {
        StaffingDemand.Builder demand = StaffingDemand.builder().name("Monday").handling(Duration.ofMinutes(3));
        for (double number : arrivals) {
            demand.addIntervals(new DemandInterval(HALF, number));
        }
        return demand.build();
    }

    /** 100 in half an hour at three minutes are 10 erlangs; at 14 agents the level is .8884, at 13 it is .7948. */
    @Test
    void tenErlangsTakeFourteenAgentsForEightyPercentInTwentySeconds() {
        StaffingPlan plan = StaffingPlanner.of(demand(100)).plan(EIGHTY_TWENTY);
        assertThat(plan.agents()).containsExactly(14);
        assertThat(plan.intervals().get(0).serviceLevel()).isCloseTo(.8884, within(.00005));
        assertThat(plan.intervals().get(0).occupancy()).isCloseTo(10 / 14.0, within(1e-12));
        assertThat(plan.reasons().get(0).text(Locale.ENGLISH))
                .isEqualTo("From PT0S: 100 arrivals take 14 agents; with one less the target would be missed"
                        + " (serviceLevel).");
    }

    @Test
    void eachIntervalHasTheFewestAgentsThatMeetEveryPartOfTheTarget() {
        Random random = new Random(3);
        for (int i = 0; i < 60; i++) {
            boolean patient = random.nextBoolean();
            double arrivals = 1 + random.nextInt(400);
            StaffingDemand demand = demand(arrivals)
                    .withPatience(
                            patient ? Optional.empty() : Optional.of(Duration.ofSeconds(30 + random.nextInt(200))));
            StaffingTarget target = EIGHTY_TWENTY
                    .withServiceLevel(.5 + random.nextInt(49) / 100.0)
                    .withMostBusy(random.nextBoolean() ? Optional.empty() : Optional.of(.85))
                    .withMostAbandoned(random.nextBoolean() ? Optional.empty() : Optional.of(.02));
            int agents = StaffingPlanner.of(demand).plan(target).agents().get(0);
            assertThat(meets(demand, target, arrivals, agents)).isTrue();
            assertThat(agents == 1 || !meets(demand, target, arrivals, agents - 1))
                    .as("%s agents for %s, %s", agents, demand, target)
                    .isTrue();
        }
    }

    private static boolean meets(StaffingDemand demand, StaffingTarget target, double arrivals, int agents) {
        Traffic traffic = new Traffic(arrivals / 1_800, 180);
        double busy = target.mostBusy().orElse(1.0);
        if (demand.patience().isEmpty()) {
            ErlangC queue = ErlangC.of(traffic, agents);
            return queue.stable() && queue.serviceLevel(20) >= target.serviceLevel() && queue.occupancy() <= busy;
        }
        ErlangA queue = ErlangA.of(traffic, agents, demand.patience().get().toSeconds());
        return queue.serviceLevel(20) >= target.serviceLevel()
                && queue.occupancy() <= busy
                && queue.abandonProbability() <= target.mostAbandoned().orElse(1.0);
    }

    @Test
    void anIntervalWithoutArrivalsTakesNobodyAndShrinkageIsPaidFor() {
        StaffingPlan plan = StaffingPlanner.of(demand(0, 100)).plan(EIGHTY_TWENTY.withShrinkage(.3));
        assertThat(plan.intervals())
                .extracting(StaffedInterval::agents, StaffedInterval::scheduled, StaffedInterval::start)
                .containsExactly(tuple(0, 0, Duration.ZERO), tuple(14, 20, HALF));
        assertThat(plan.reasons()).extracting(Reason::code).startsWith("core.staffing.least");
    }

    @Test
    void impatientCustomersTakeFewerAgents() {
        int patient =
                StaffingPlanner.of(demand(100)).plan(EIGHTY_TWENTY).agents().get(0);
        int impatient = StaffingPlanner.of(demand(100).withPatience(Duration.ofMinutes(1)))
                .plan(EIGHTY_TWENTY)
                .agents()
                .get(0);
        assertThat(impatient).isLessThan(patient);
    }

    /** 400 hours at 95 % load on each of four days; the start with nobody waiting plays no part. */
    @Test
    void aLongDayIsLikeErlangA() {
        StaffingDemand demand = StaffingDemand.builder()
                .name("long")
                .addIntervals(new DemandInterval(Duration.ofHours(400), 76_000))
                .handling(Duration.ofMinutes(3))
                .patience(Duration.ofMinutes(2))
                .build();
        ErlangA expected = ErlangA.of(new Traffic(76_000 / 1_440_000.0, 180), 10, 120);
        IntervalEstimate seen = DaySimulation.of(demand, List.of(10))
                .simulate(Duration.ofSeconds(20), 4, 1, WorkMeter.unlimited())
                .all();
        near(seen.serviceLevel(), expected.serviceLevel(20), .01);
        near(seen.abandoned(), expected.abandonProbability(), .02);
        near(seen.waitSeconds(), expected.meanWait(), .02);
    }

    /**
     * Pollaczek and Khinchine: the mean wait of one agent is load (1 + variation squared) / (2 (1 - load)) handling
     * times.
     */
    @Test
    void logNormalHandlingIsLikePollaczekAndKhinchine() {
        StaffingDemand demand = StaffingDemand.builder()
                .name("one agent")
                .addIntervals(new DemandInterval(Duration.ofHours(1_000), 36_000))
                .handling(Duration.ofSeconds(60))
                .variation(1.5)
                .build();
        IntervalEstimate seen = DaySimulation.of(demand, List.of(1))
                .simulate(Duration.ofSeconds(20), 6, 2, WorkMeter.unlimited())
                .all();
        near(seen.waitSeconds(), .6 * (1 + 2.25) / (2 * .4) * 60, .04);
        IntervalEstimate even = DaySimulation.of(demand.withVariation(0.0), List.of(1))
                .simulate(Duration.ofSeconds(20), 6, 2, WorkMeter.unlimited())
                .all();
        near(even.waitSeconds(), .6 / (2 * .4) * 60, .03);
    }

    private static void near(Optional<Estimate> seen, double expected, double tolerance) {
        assertThat(seen.orElseThrow().value() / expected).isCloseTo(1, within(tolerance));
    }

    @Test
    void aRushAfterTooFewAgentsIsServedByThoseWhoComeLater() {
        StaffingDemand demand = demand(100, 10, 0);
        DayEstimate day = DaySimulation.of(demand, List.of(0, 14, 14))
                .simulate(Duration.ofSeconds(20), 50, 7, WorkMeter.unlimited());
        assertThat(day.intervals().get(0).serviceLevel().orElseThrow().value()).isLessThan(.05);
        assertThat(day.intervals().get(0).waitSeconds().orElseThrow().value()).isGreaterThan(900);
        assertThat(day.intervals().get(0).abandoned().orElseThrow().value()).isZero();
        assertThat(day.intervals().get(2).serviceLevel()).isEmpty();
        assertThat(day.all().arrivals()).isCloseTo(110, within(5.0));
    }

    @Test
    void theSameSeedGivesTheSameDaysAndABudgetEndsThem() {
        DaySimulation simulation = DaySimulation.of(demand(100, 50), List.of(12, 8));
        Duration twenty = Duration.ofSeconds(20);
        DayEstimate day = simulation.simulate(twenty, 5, 7, WorkMeter.unlimited());
        assertThat(simulation.simulate(twenty, 5, 7, WorkMeter.unlimited())).isEqualTo(day);
        assertThat(simulation.simulate(twenty, 5, 8, WorkMeter.unlimited())).isNotEqualTo(day);
        WorkMeter meter = new WorkMeter(WorkBudget.ofUnits(100), StopSignal.never(), ProgressListener.none());
        assertThat(simulation.simulate(twenty, 1_000, 7, meter).days()).isEqualTo(2);
    }

    @Test
    void badNumbersAreNamed() {
        assertThatThrownBy(() -> new DemandInterval(HALF, Double.NaN)).hasMessageContaining("arrivals is NaN");
        assertThatThrownBy(() -> new DemandInterval(Duration.ZERO, 1)).hasMessageContaining("length is PT0S");
        assertThatThrownBy(() -> demand()).hasMessageContaining("at least one");
        assertThatThrownBy(() -> demand(1).withVariation(-1.0)).hasMessageContaining("variation is -1.0");
        assertThatThrownBy(() -> demand(1).withHandling(Duration.ZERO)).hasMessageContaining("handling");
        assertThatThrownBy(() -> StaffingTarget.of(1, HALF)).hasMessageContaining("serviceLevel");
        assertThatThrownBy(() -> EIGHTY_TWENTY.withMostBusy(0.0)).hasMessageContaining("mostBusy is 0.0");
        assertThatThrownBy(() -> DaySimulation.of(demand(1), List.of())).hasMessageContaining("1 intervals");
        assertThatThrownBy(() -> DaySimulation.of(demand(1), List.of(-1))).hasMessageContaining("agents has -1");
        assertThatThrownBy(() -> DaySimulation.of(demand(1), List.of(0))).hasMessageContaining("wait for ever");
        assertThatThrownBy(() -> StaffingPlanner.of(StaffingDemand.builder()
                                .name("much")
                                .addIntervals(new DemandInterval(Duration.ofSeconds(1), 1e7))
                                .handling(Duration.ofDays(1))
                                .build())
                        .plan(EIGHTY_TWENTY))
                .hasMessageContaining("10000000 agents");
    }

    @Test
    void documentsRoundTripAndStayReadable() {
        StaffingDemand demand =
                demand(40, 100).withPatience(Duration.ofMinutes(2)).withVariation(1.25);
        StaffingPlan plan = new StaffingPlan(
                1,
                "Monday",
                List.of(new StaffedInterval(Duration.ZERO, HALF, 40, 6, 8, .84375, .03125, .65625)),
                List.of(Reason.of("core.staffing.least", "start", Duration.ZERO, "agents", 6, "arrivals", 40)));
        IntervalEstimate all = new IntervalEstimate(
                39.5, Optional.of(new Estimate(.75, .125)), Optional.of(new Estimate(.25, .0625)), Optional.empty());
        GoldenFile.assertReads(StaffingPlannerTest.class, "staffing-demand-v1.json", demand, StaffingDemand.class);
        GoldenFile.assertReads(
                StaffingPlannerTest.class,
                "staffing-target-v1.json",
                EIGHTY_TWENTY.withShrinkage(.25),
                StaffingTarget.class);
        GoldenFile.assertReads(StaffingPlannerTest.class, "staffing-plan-v1.json", plan, StaffingPlan.class);
        GoldenFile.assertReads(
                StaffingPlannerTest.class,
                "day-estimate-v1.json",
                new DayEstimate(1, 20, all, List.of(all)),
                DayEstimate.class);
    }
}
