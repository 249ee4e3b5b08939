/**
 * What if: a rep leaves, two territories are merged, demand grows.
 *
 * <p>A {@link io.github.saleskit.territory.scenario.TerritoryScenario} is a value that says what is different from
 * today, with {@link io.github.saleskit.territory.scenario.ActivityChange}s for demand. A
 * {@link io.github.saleskit.territory.scenario.ScenarioPlanner} realigns the territories for each and answers with a
 * {@link io.github.saleskit.territory.scenario.ScenarioComparison}: a
 * {@link io.github.saleskit.territory.scenario.ScenarioOutcome} each, their figures side by side, and the
 * {@link io.github.saleskit.territory.scenario.AccountDifference}s between any two.
 */
@NullMarked
package io.github.saleskit.territory.scenario;

import org.jspecify.annotations.NullMarked;
