package io.github.saleskit.core.staffing;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.explain.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says how many agents each interval of a day takes for a target, by {@link ErlangC}, or {@link ErlangA} where who
 * waits gives up.
 *
 * <pre>{@code
 * StaffingPlan plan = StaffingPlanner.of(demand).plan(StaffingTarget.of(.8, Duration.ofSeconds(20)));
 * plan.agents();      // 5, 11, 14, ...
 * }</pre>
 *
 * <p>The formulas know exponential handling times only; log-normal ones of the demand are for {@link DaySimulation}.
 * Takes time linear in the agents of each interval, times the logarithm of that. Immutable and thread-safe.
 */
public final class StaffingPlanner {

    private final StaffingDemand demand;

    private StaffingPlanner(StaffingDemand demand) {
        this.demand = demand;
    }

    /** A planner for a day. */
    public static StaffingPlanner of(StaffingDemand demand) {
        return new StaffingPlanner(requireNonNull(demand, "demand"));
    }

    /**
     * The fewest agents for a target.
     *
     * @throws IllegalArgumentException when an interval would take more than 10,000,000 agents
     */
    public StaffingPlan plan(StaffingTarget target) {
        List<StaffedInterval> intervals = new ArrayList<>();
        List<Reason> reasons = new ArrayList<>();
        Duration start = Duration.ZERO;
        for (DemandInterval interval : demand.intervals()) {
            Needs needs = new Needs(interval, target);
            int agents = needs.fewest();
            intervals.add(needs.staffed(start, agents));
            reasons.add(needs.reason(start, agents));
            start = start.plus(interval.length());
        }
        return new StaffingPlan(1, demand.name(), intervals, reasons);
    }

    /** What one interval needs. */
    private final class Needs {
        private final DemandInterval interval;
        private final StaffingTarget target;
        private final double load;

        Needs(DemandInterval interval, StaffingTarget target) {
            this.interval = interval;
            this.target = target;
            this.load = interval.arrivals() / interval.seconds() * demand.handlingSeconds();
            if (load >= Figures.MOST_AGENTS / 2.0) {
                throw new IllegalArgumentException("the load of an interval is " + load
                        + " erlangs, which takes more than " + Figures.MOST_AGENTS + " agents.");
            }
        }

        private Outcome of(int agents) {
            Traffic traffic = new Traffic(interval.arrivals() / interval.seconds(), demand.handlingSeconds());
            double within = Figures.seconds(target.within());
            if (demand.patience().isPresent()) {
                ErlangA queue = ErlangA.of(traffic, agents, demand.patienceSeconds());
                return new Outcome(queue.serviceLevel(within), queue.abandonProbability(), queue.occupancy());
            }
            ErlangC queue = ErlangC.of(traffic, agents);
            return queue.stable()
                    ? new Outcome(queue.serviceLevel(within), 0, queue.occupancy())
                    : new Outcome(0, 0, 1);
        }

        private boolean enough(int agents) {
            return unmet(agents) == null;
        }

        /** What so many agents do not achieve: the name of a component of the target, or null. */
        private @Nullable String unmet(int agents) {
            Outcome outcome = of(agents);
            if (demand.patience().isEmpty() && load >= agents) {
                return "load";
            } else if (outcome.serviceLevel < target.serviceLevel()) {
                return "serviceLevel";
            } else if (outcome.abandoned > target.mostAbandoned().orElse(1.0)) {
                return "mostAbandoned";
            }
            return outcome.occupancy > target.mostBusy().orElse(1.0) ? "mostBusy" : null;
        }

        /** By doubling, then halving what is between: more agents are never worse. */
        int fewest() {
            if (load == 0) {
                return 0;
            }
            int tooFew = 0;
            int enough = Math.max(1, (int) Math.ceil(load));
            while (!enough(enough)) {
                tooFew = enough;
                enough = (int) Math.min(Figures.MOST_AGENTS, enough + Math.max(1, (long) enough / 8));
                if (tooFew == enough) {
                    throw new IllegalArgumentException(
                            "an interval takes more than " + Figures.MOST_AGENTS + " agents for the target.");
                }
            }
            while (enough - tooFew > 1) {
                int middle = tooFew + (enough - tooFew) / 2;
                if (enough(middle)) {
                    enough = middle;
                } else {
                    tooFew = middle;
                }
            }
            return enough;
        }

        StaffedInterval staffed(Duration start, int agents) {
            Outcome outcome = agents == 0 ? new Outcome(1, 0, 0) : of(agents);
            double there = 1 - target.shrinkage().orElse(0.0);
            return new StaffedInterval(
                    start,
                    interval.length(),
                    interval.arrivals(),
                    agents,
                    (int) Math.min(Integer.MAX_VALUE, Math.ceil(agents / there - 1e-9)),
                    outcome.serviceLevel,
                    outcome.abandoned,
                    outcome.occupancy);
        }

        Reason reason(Duration start, int agents) {
            String unmet = agents <= 1 ? null : unmet(agents - 1);
            if (unmet == null) {
                return Reason.of(
                        "core.staffing.least",
                        "start",
                        start,
                        "agents",
                        agents,
                        "arrivals",
                        rounded(interval.arrivals()));
            }
            return Reason.of(
                    "core.staffing.fewest",
                    "start",
                    start,
                    "agents",
                    agents,
                    "arrivals",
                    rounded(interval.arrivals()),
                    "unmet",
                    unmet);
        }
    }

    private record Outcome(double serviceLevel, double abandoned, double occupancy) {}

    private static String rounded(double figure) {
        return BigDecimal.valueOf(figure)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
