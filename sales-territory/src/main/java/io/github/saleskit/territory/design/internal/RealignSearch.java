package io.github.saleskit.territory.design.internal;

import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.core.definition.StopSignal;
import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.core.definition.WorkMeter;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.territory.design.DistanceTable;
import io.github.saleskit.territory.design.TerritoryProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes earlier plans so that they keep the demands of today's problem; immutable and thread-safe. */
public final class RealignSearch {

    private final Instance instance;
    private final List<Reason> impossible;

    /**
     * A search for today's problem.
     *
     * @throws io.github.saleskit.core.definition.DefinitionException when the problem is not sound
     */
    public RealignSearch(TerritoryProblem problem, @Nullable DistanceTable distances) {
        ProblemCheck.requireSound(problem, distances != null);
        this.instance = new Instance(problem, distances);
        this.impossible = Impossibility.of(instance);
    }

    /** The plans that are worth choosing from. */
    public RealignOutcome search(
            RealignTask task,
            WorkBudget budget,
            long unitsAnAccount,
            long seed,
            StopSignal stop,
            ProgressListener progress) {
        long units = Math.min(budget.units(), instance.n * unitsAnAccount);
        WorkMeter meter = new WorkMeter(WorkBudget.ofUnits(units), stop, progress);
        return new RealignRun(instance, impossible, task, new Schedule(meter, stop, units), meter, seed, stop).run();
    }
}
