package io.github.saleskit.territory.scenario;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.territory.realign.RealignedPlan;
import io.github.saleskit.territory.realign.Realignment;

/**
 * What a scenario would lead to.
 *
 * <p>Immutable and thread-safe.
 *
 * @param scenario name of the scenario
 * @param realignment the ways to realign the territories
 */
public record ScenarioOutcome(
        @Required String scenario, @Required Realignment realignment) implements StrictDocument {

    /** The plan with the fewest moves, which scenarios are compared by. */
    public RealignedPlan plan() {
        return realignment.fewestMoves();
    }

    /** The figures of the plan with the fewest moves. */
    public ScenarioFigures figures() {
        RealignedPlan plan = plan();
        return new ScenarioFigures(
                scenario,
                plan.feasible(),
                plan.plan().territories().size(),
                plan.moves().size(),
                plan.moved(),
                realignment.movesLowerBound(),
                plan.distance(),
                plan.imbalance(),
                plan.cutBorders());
    }
}
