package io.github.saleskit.territory.design.internal;

import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.core.definition.StopSignal;
import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.core.definition.WorkMeter;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.territory.design.DistanceTable;
import io.github.saleskit.territory.design.PlanObjective;
import io.github.saleskit.territory.design.TerritoryPlan;
import io.github.saleskit.territory.design.TerritoryProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes plans that fill all territories of one problem; immutable and thread-safe. */
final class DesignSearch implements PlanSearch {

    /** The share of the effort for centres at accounts, where they may be anywhere in the end. */
    private static final double ON_ACCOUNTS = .7;
    /** The first temperature of accounts that are shared out anew among free centres. */
    private static final double WARM = .02;

    /** The share of the effort for a start, how many there are, and for how many units. */
    private static final double STARTING = .05;

    private static final int STARTS = 5;
    private static final int MOST_FOR_STARTS = 2_000;
    private static final long OTHER_SEED = 0x9E3779B97F4A7C15L;

    private final Instance instance;
    private final List<Reason> impossible;

    /** A search for a sound problem, all of whose territories are to be filled. */
    DesignSearch(TerritoryProblem problem, @Nullable DistanceTable distances) {
        this.instance = new Instance(problem, distances);
        this.impossible = Impossibility.of(instance);
    }

    @Override
    public TerritoryPlan plan(
            WorkBudget budget, long unitsAnAccount, long seed, StopSignal stop, ProgressListener progress) {
        long units = Math.min(budget.units(), instance.n * unitsAnAccount);
        return plan(WorkBudget.ofUnits(units), seed, stop, progress, false);
    }

    /**
     * A plan within a budget.
     *
     * @param untilFeasible whether any plan that keeps the demands will do
     */
    TerritoryPlan plan(
            WorkBudget budget, long seed, StopSignal stop, ProgressListener progress, boolean untilFeasible) {
        WorkMeter meter = new WorkMeter(budget, stop, progress);
        Schedule schedule = new Schedule(meter, stop, budget.units());
        if (untilFeasible) {
            return feasible(schedule, meter, seed);
        }
        return instance.problem.borders().isEmpty()
                ? planFreely(schedule, meter, seed)
                : planConnected(schedule, meter, seed);
    }

    /** The first plan found that keeps the demands, or else the nearest; none where it is proven that none can. */
    private TerritoryPlan feasible(Schedule schedule, WorkMeter meter, long seed) {
        Phase phase = schedule.phase("looking for a plan", impossible.isEmpty() ? 1 : 0);
        if (instance.problem.borders().isEmpty()) {
            RegionalSearch search = new RegionalSearch(FirstLayout.of(instance), meter, seed);
            search.run(phase, Double.POSITIVE_INFINITY);
            Layout best = search.best();
            return PlanReport.of(best, Impossibility.of(best, impossible), Optional.empty(), meter.spent());
        }
        DistrictSearch search = new DistrictSearch(instance, meter, seed);
        search.runUntilFeasible(phase);
        return connected(search, search.best(), meter);
    }

    /** How a plan of this search breaks the limits of measures. */
    Breach breach(TerritoryPlan plan) {
        return Breach.of(instance.demands, plan.territories());
    }

    private TerritoryPlan planFreely(Schedule schedule, WorkMeter meter, long seed) {
        Layout first = FirstLayout.of(instance);
        schedule.keepTimeForReport();
        RegionalSearch search = started(first, schedule, meter, seed);
        Optional<Double> bound = Optional.empty();
        if (impossible.isEmpty() && instance.hasNoHome() && !instance.centresAnywhere()) {
            Layout plain = search.best().plain();
            bound = LagrangianBound.of(
                    plain.instance, plain, meter, schedule.phase("proving a bound", schedule.share() + .125));
        }
        search.run(schedule.phase("improving", instance.centresAnywhere() ? ON_ACCOUNTS : 1), bound.orElse(0.0));
        Layout best = search.best();
        if (instance.centresAnywhere()) {
            best = FreeCentres.improve(
                    best,
                    meter,
                    schedule.phase("placing centres", 1),
                    (layout, part) -> shared(layout, part, meter, seed));
        }
        return PlanReport.of(best, Impossibility.of(best, impossible), bound, meter.spent());
    }

    /**
     * The best of some searches from one layout: where centres are in the large is hardly ever mended later. Where two
     * come to the same, the problem is easy, and there are no more.
     */
    private RegionalSearch started(Layout first, Schedule schedule, WorkMeter meter, long seed) {
        int starts = instance.n <= MOST_FOR_STARTS ? STARTS : 1;
        Phase phase = schedule.phase("starting", STARTING * starts);
        RegionalSearch best = new RegionalSearch(first, meter, seed);
        best.run(phase.part(0, starts), 0);
        for (int start = 1; start < starts && !meter.stopped() && !phase.over(); start++) {
            RegionalSearch other = new RegionalSearch(FirstLayout.of(instance), meter, seed + start * OTHER_SEED);
            other.run(phase.part(start, starts), 0);
            if (!other.betterThan(best) && !best.betterThan(other)) {
                break;
            }
            best = other.betterThan(best) ? other : best;
        }
        return best;
    }

    private static Layout shared(Layout layout, Phase part, WorkMeter meter, long seed) {
        Layout copy = Layout.of(layout.instance, layout.owner, layout.centre);
        RegionalSearch search = new RegionalSearch(copy, meter, seed, WARM);
        search.run(part, 0);
        return search.best();
    }

    private TerritoryPlan planConnected(Schedule schedule, WorkMeter meter, long seed) {
        DistrictSearch search = new DistrictSearch(instance, meter, seed);
        boolean free = instance.centresAnywhere() && instance.goal == PlanObjective.DISTANCE;
        search.run(schedule.phase("improving", free ? ON_ACCOUNTS : 1));
        Layout best = search.best();
        if (free) {
            best = FreeCentres.improve(
                    best,
                    meter,
                    schedule.phase("placing centres", 1),
                    (layout, part) -> sharedConnected(layout, part, meter, seed));
        }
        return connected(search, best, meter);
    }

    private TerritoryPlan connected(DistrictSearch search, Layout best, WorkMeter meter) {
        List<Reason> proofs = new ArrayList<>(Impossibility.of(best, impossible));
        if (search.pieces() > instance.k) {
            proofs.add(
                    Reason.of("territory.design.tooManyPieces", "pieces", search.pieces(), "territories", instance.k));
        }
        return PlanReport.of(best, proofs, Optional.empty(), meter.spent());
    }

    private static Layout sharedConnected(Layout layout, Phase part, WorkMeter meter, long seed) {
        DistrictSearch search = new DistrictSearch(layout.instance, meter, seed, layout.owner);
        search.run(part);
        return search.best();
    }
}
