/**
 * Changes territories as little as today's data demands.
 *
 * <p>An {@link io.github.saleskit.territory.realign.EarlierPlan} says which territory each account was in. A
 * {@link io.github.saleskit.territory.realign.TerritoryRealigner} for today's problem, with a
 * {@link io.github.saleskit.territory.realign.RealignmentPolicy} if the standard is not what is wanted, answers with a
 * {@link io.github.saleskit.territory.realign.Realignment}: {@link io.github.saleskit.territory.realign.RealignedPlan}s
 * from the fewest moves to the shortest ways and the best balance, each with its
 * {@link io.github.saleskit.territory.realign.AccountMove}s and their reasons, and a number of moves that no plan can
 * go below.
 */
@NullMarked
package io.github.saleskit.territory.realign;

import org.jspecify.annotations.NullMarked;
