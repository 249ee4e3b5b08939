package io.github.saleskit.territory.design.internal;

import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.core.definition.StopSignal;
import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.territory.design.DistanceTable;
import io.github.saleskit.territory.design.TerritoryPlan;
import io.github.saleskit.territory.design.TerritoryProblem;
import org.jspecify.annotations.Nullable;

/** Makes plans for one problem; immutable and thread-safe. */
public interface PlanSearch {

    /** A plan within a budget, but not more than so many units of work an account. */
    TerritoryPlan plan(WorkBudget budget, long unitsAnAccount, long seed, StopSignal stop, ProgressListener progress);

    /**
     * A search for a problem.
     *
     * @throws io.github.saleskit.core.definition.DefinitionException when the problem is not sound
     */
    static PlanSearch of(TerritoryProblem problem, @Nullable DistanceTable distances) {
        ProblemCheck.requireSound(problem, distances != null);
        if (problem.count().isEmpty()) {
            return new DesignSearch(problem, distances);
        }
        return (budget, unitsAnAccount, seed, stop, progress) -> {
            long units = Math.min(budget.units(), problem.accounts().size() * unitsAnAccount);
            return new CountSearch(problem, distances, units, seed, stop, progress).plan();
        };
    }
}
