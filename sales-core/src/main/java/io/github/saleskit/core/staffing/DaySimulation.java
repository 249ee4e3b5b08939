package io.github.saleskit.core.staffing;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.definition.WorkMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Simulates days: arrivals at random, more or fewer by the interval, first come first served, by agents whose number
 * changes with the intervals; handling times exponential or log-normal; who waits too long gives up.
 *
 * <pre>{@code
 * DayEstimate day = DaySimulation.of(demand, plan.agents())
 *         .simulate(Duration.ofSeconds(20), 500, seed, WorkMeter.unlimited());
 * day.intervals().get(3).serviceLevel();
 * }</pre>
 *
 * <p>A day begins with nobody waiting. Agents whose shift ends finish what they have in hand; who still waits at the
 * end of the last interval is served by its agents or gives up. Each day takes time in proportion to its arrivals times
 * the logarithm of the number of agents. Immutable and thread-safe.
 */
public final class DaySimulation {

    private final StaffingDemand demand;
    private final List<Integer> agents;

    private DaySimulation(StaffingDemand demand, List<Integer> agents) {
        this.demand = demand;
        this.agents = agents;
    }

    /**
     * A day.
     *
     * @param agents of each interval, from 0 to 10,000,000
     * @throws IllegalArgumentException when there are not as many numbers as intervals, one is out of range, or the
     *     last one is 0 while nobody ever gives up
     */
    public static DaySimulation of(StaffingDemand demand, List<Integer> agents) {
        requireNonNull(demand, "demand");
        if (agents.size() != demand.intervals().size()) {
            throw new IllegalArgumentException("agents has " + agents.size() + " numbers, but the day has "
                    + demand.intervals().size() + " intervals.");
        }
        agents.forEach(number -> {
            if (number < 0 || number > Figures.MOST_AGENTS) {
                throw new IllegalArgumentException(
                        "agents has " + number + ", but each must be from 0 to " + Figures.MOST_AGENTS + ".");
            }
        });
        if (agents.get(agents.size() - 1) == 0 && demand.patience().isEmpty()) {
            throw new IllegalArgumentException(
                    "agents ends with 0, so who waits then would wait for ever.\nMaybe give the demand a patience?");
        }
        return new DaySimulation(demand, List.copyOf(agents));
    }

    /**
     * Simulates some days.
     *
     * @param within what answered in time means, not negative
     * @param days how many, at least 2, from which standard errors are seen
     * @param seed the same seed and budget give the same answer
     * @param meter one unit is one arrival; when the budget ends, so does the run after two days at the soonest
     */
    public DayEstimate simulate(Duration within, int days, long seed, WorkMeter meter) {
        double threshold = Figures.requireNotNegative("within", Figures.seconds(within));
        if (days < 2) {
            throw new IllegalArgumentException("days is " + days + ", but must be at least 2.");
        }
        meter.phase("simulating", days);
        SplittableRandom seeds = new SplittableRandom(seed);
        List<DayTally> tallies = new ArrayList<>();
        boolean more = true;
        while (tallies.size() < days && (more || tallies.size() < 2)) {
            DayTally tally = new DayRun(demand, agents, threshold, seeds.split()).run();
            tallies.add(tally);
            more = meter.spend(Math.max(1, tally.arrivals()));
        }
        return DayTally.estimate(tallies);
    }
}
