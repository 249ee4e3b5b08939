package io.github.saleskit.territory.design.internal;

import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.core.definition.StopSignal;
import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.core.definition.WorkMeter;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.territory.design.DistanceTable;
import io.github.saleskit.territory.design.TerritoryPlan;
import io.github.saleskit.territory.design.TerritoryProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes plans for one problem; immutable and thread-safe. */
public final class DesignSearch {

    private final Instance instance;
    private final List<Reason> impossible;

    /**
     * A search for a problem.
     *
     * @throws io.github.saleskit.core.definition.DefinitionException when the problem is not sound
     */
    public DesignSearch(TerritoryProblem problem, @Nullable DistanceTable distances) {
        ProblemCheck.requireSound(problem);
        this.instance = new Instance(problem, distances);
        this.impossible = Impossibility.of(instance);
    }

    /** A plan within a budget, but not more than so many units of work an account. */
    public TerritoryPlan plan(
            WorkBudget budget, long unitsAnAccount, long seed, StopSignal stop, ProgressListener progress) {
        long units = Math.min(budget.units(), instance.n * unitsAnAccount);
        WorkMeter meter = new WorkMeter(WorkBudget.ofUnits(units), stop, progress);
        Schedule schedule = new Schedule(meter, stop, units);
        return instance.problem.borders().isEmpty()
                ? planFreely(schedule, meter, seed)
                : planConnected(schedule, meter, seed);
    }

    private TerritoryPlan planFreely(Schedule schedule, WorkMeter meter, long seed) {
        RegionalSearch search = new RegionalSearch(FirstLayout.of(instance), meter, seed);
        schedule.keepTimeForReport();
        search.run(schedule.phase("starting", .05), 0);
        Optional<Double> bound = Optional.empty();
        if (impossible.isEmpty() && instance.hasNoHome()) {
            Layout plain = search.best().plain();
            bound = LagrangianBound.of(plain.instance, plain, meter, schedule.phase("proving a bound", .175));
        }
        search.run(schedule.phase("improving", 1), bound.orElse(0.0));
        Layout best = search.best();
        return PlanReport.of(best, Impossibility.of(best, impossible), bound, meter.spent());
    }

    private TerritoryPlan planConnected(Schedule schedule, WorkMeter meter, long seed) {
        DistrictSearch search = new DistrictSearch(instance, meter, seed);
        search.run(schedule.phase("improving", 1));
        Layout best = search.best();
        List<Reason> proofs = new ArrayList<>(Impossibility.of(best, impossible));
        if (search.pieces() > instance.k) {
            proofs.add(
                    Reason.of("territory.design.tooManyPieces", "pieces", search.pieces(), "territories", instance.k));
        }
        return PlanReport.of(best, proofs, Optional.empty(), meter.spent());
    }
}
