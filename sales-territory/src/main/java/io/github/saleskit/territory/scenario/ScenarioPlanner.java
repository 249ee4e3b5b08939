package io.github.saleskit.territory.scenario;

import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.core.definition.StopSignal;
import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.territory.design.TerritoryProblem;
import io.github.saleskit.territory.internal.Figures;
import io.github.saleskit.territory.realign.EarlierPlan;
import io.github.saleskit.territory.realign.Realignment;
import io.github.saleskit.territory.realign.RealignmentPolicy;
import io.github.saleskit.territory.realign.TerritoryRealigner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Plays scenarios through: realigns today's territories for each.
 *
 * <pre>{@code
 * ScenarioPlanner planner = ScenarioPlanner.compile(problem, EarlierPlan.of(plan));
 * ScenarioComparison comparison = planner.compare(
 *         List.of(TerritoryScenario.of("as it is"), growth, merger), WorkBudget.ofUnits(20_000), 7);
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class ScenarioPlanner {

    private final TerritoryProblem today;
    private final EarlierPlan current;
    private final RealignmentPolicy policy;

    private ScenarioPlanner(TerritoryProblem today, EarlierPlan current, RealignmentPolicy policy) {
        this.today = today;
        this.current = current;
        this.policy = policy;
    }

    /**
     * A planner that starts from today's territories, under the standard policy.
     *
     * @throws io.github.saleskit.core.definition.DefinitionException when the problem is not sound
     */
    public static ScenarioPlanner compile(TerritoryProblem today, EarlierPlan current) {
        return compile(today, current, RealignmentPolicy.standard());
    }

    /**
     * A planner that starts from today's territories.
     *
     * @param policy how moves are weighed
     * @throws io.github.saleskit.core.definition.DefinitionException when the problem is not sound
     */
    public static ScenarioPlanner compile(TerritoryProblem today, EarlierPlan current, RealignmentPolicy policy) {
        TerritoryRealigner.compile(today);
        return new ScenarioPlanner(today, current, policy);
    }

    /** The scenarios side by side, without a listener or a stop signal. */
    public ScenarioComparison compare(List<TerritoryScenario> scenarios, WorkBudget budgetEach, long seed) {
        return compare(scenarios, budgetEach, seed, StopSignal.never(), ProgressListener.none());
    }

    /**
     * The scenarios side by side.
     *
     * @param scenarios at least one, with different names
     * @param budgetEach most units of work for each, as {@link TerritoryRealigner} counts them
     * @param seed of all chance, the same for each scenario
     * @param stop ends the work early with the best plans so far
     * @param progress hears about the phases of {@link TerritoryRealigner}, scenario after scenario
     * @throws io.github.saleskit.core.definition.DefinitionException when a scenario names what today's problem does
     *     not have, or makes it meaningless
     * @throws IllegalArgumentException when there is no scenario, or two have the same name
     */
    public ScenarioComparison compare(
            List<TerritoryScenario> scenarios,
            WorkBudget budgetEach,
            long seed,
            StopSignal stop,
            ProgressListener progress) {
        requireNames(scenarios);
        List<ScenarioOutcome> outcomes = new ArrayList<>();
        List<Reason> reasons = new ArrayList<>();
        for (TerritoryScenario scenario : scenarios) {
            ScenarioOutcome outcome = new ScenarioOutcome(
                    scenario.name(),
                    TerritoryRealigner.compile(scenario.applyTo(today), policy)
                            .realign(before(scenario), budgetEach, seed, stop, progress));
            outcomes.add(outcome);
            reasons.add(reason(outcome));
        }
        return new ScenarioComparison(1, outcomes, reasons);
    }

    private static void requireNames(List<TerritoryScenario> scenarios) {
        if (scenarios.isEmpty()) {
            throw new IllegalArgumentException("scenarios are empty, but there must be at least one.");
        }
        Set<String> names = new HashSet<>();
        for (TerritoryScenario scenario : scenarios) {
            if (!names.add(scenario.name())) {
                throw new IllegalArgumentException(
                        "scenarios has \"" + scenario.name() + "\" twice.\nMaybe give one of them another name?");
            }
        }
    }

    /** Today's territories; those that are merged go on in another one. */
    private EarlierPlan before(TerritoryScenario scenario) {
        EarlierPlan before = EarlierPlan.of(current.assignment());
        for (Map.Entry<String, String> successor : current.successors().entrySet()) {
            String now = scenario.merged().getOrDefault(successor.getValue(), successor.getValue());
            if (!scenario.closed().contains(now)) {
                before = before.withSuccessor(successor.getKey(), now);
            }
        }
        for (Map.Entry<String, String> merger : scenario.merged().entrySet()) {
            before = before.withSuccessor(merger.getKey(), merger.getValue());
        }
        return before;
    }

    private static Reason reason(ScenarioOutcome outcome) {
        Realignment realignment = outcome.realignment();
        if (!realignment.feasible()) {
            return Reason.of("territory.scenario.limitsBroken", "scenario", outcome.scenario())
                    .withDetails(realignment.reasons());
        }
        return Reason.of(
                        "territory.scenario.limitsKept",
                        "scenario",
                        outcome.scenario(),
                        "moves",
                        outcome.plan().moves().size(),
                        "distance",
                        Figures.plain(outcome.plan().distance()),
                        "imbalance",
                        Figures.percent(outcome.plan().imbalance()))
                .withDetails(realignment.reasons());
    }
}
