package io.github.saleskit.examples.evaluation;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.territory.design.TerritoryPlan;
import io.github.saleskit.territory.design.TerritoryPlanner;
import io.github.saleskit.territory.design.TerritoryProblem;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how long a plan may take, and the planning itself. */
final class PlanRun {

    private static final long UNITS_AN_ACCOUNT = 200;

    @Option(
            names = "--units-of-work",
            paramLabel = "N",
            description = "Most units of work; 200 an account when neither these nor seconds are given.")
    private @Nullable Long units;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Seed of all chance; 1 when absent.")
    private long seed;

    long seed() {
        return seed;
    }

    /** How much work the user allows. */
    WorkBudget budget(Run run, int accounts) {
        if (units != null) {
            if (units < 0) {
                throw new IllegalArgumentException("--units-of-work is " + units + ", but must be at least 0");
            }
            return WorkBudget.ofUnits(units);
        }
        return run.timed() ? WorkBudget.unlimited() : WorkBudget.ofUnits(UNITS_AN_ACCOUNT * accounts);
    }

    /** Plans, and tells why the plan is not feasible if it is not. */
    TerritoryPlan plan(TerritoryProblem problem, Run run) {
        WorkBudget budget = budget(run, problem.accounts().size());
        TerritoryPlan plan = run.measure(() -> compile(problem).plan(budget, seed, run.pacedStop(), run.progress()));
        if (!plan.feasible()) {
            for (Reason reason : plan.reasons()) {
                run.tell(reason.fullText(Locale.ENGLISH));
            }
        }
        return plan;
    }

    private static TerritoryPlanner compile(TerritoryProblem problem) {
        try {
            return TerritoryPlanner.compile(problem);
        } catch (DefinitionException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
