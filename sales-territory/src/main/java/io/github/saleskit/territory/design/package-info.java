/**
 * Balanced design of territories.
 *
 * <p>A {@link io.github.saleskit.territory.design.TerritoryProblem} has
 * {@link io.github.saleskit.territory.design.TerritoryAccount}s with places and activity, the
 * {@link io.github.saleskit.territory.design.Territory}s to fill,
 * {@link io.github.saleskit.territory.design.ActivityLimit}s that each territory keeps, and
 * {@link io.github.saleskit.territory.design.FixedAssignment}s; centres are at accounts, homes or
 * {@linkplain io.github.saleskit.territory.design.CentrePlacement anywhere}, and the planner may choose
 * {@linkplain io.github.saleskit.territory.design.TerritoryCount how many territories} are filled. A
 * {@link io.github.saleskit.territory.design.TerritoryPlanner} answers with a
 * {@link io.github.saleskit.territory.design.TerritoryPlan}: the territory of each account, the
 * {@link io.github.saleskit.territory.design.PlannedTerritory}s with their centres and loads, and a
 * {@link io.github.saleskit.territory.design.PlanStatus}.
 */
@NullMarked
package io.github.saleskit.territory.design;

import org.jspecify.annotations.NullMarked;
