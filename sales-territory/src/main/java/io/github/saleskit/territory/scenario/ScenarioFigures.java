package io.github.saleskit.territory.scenario;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;

/**
 * A row of a table that shows scenarios side by side.
 *
 * <p>Immutable and thread-safe.
 *
 * @param scenario name of the scenario
 * @param feasible whether every limit is kept
 * @param territories how many there are
 * @param moves how many accounts move
 * @param moved the weight of these moves
 * @param movesLowerBound a weight of moves that is proven to be needed
 * @param distance sum of the distances from all accounts to the centre of their territory
 * @param imbalance the largest deviation of a load from the territory's share, as a share of it
 * @param cutBorders how many borders are between different territories
 */
public record ScenarioFigures(
        @Required String scenario,
        @Required boolean feasible,
        @Required int territories,
        @Required int moves,
        @Required double moved,
        @Required double movesLowerBound,
        @Required double distance,
        @Required double imbalance,
        @Required int cutBorders)
        implements StrictDocument {}
