/**
 * Forecasts that add up: of regions, teams and reps, of product families, of groupings that cross each other.
 *
 * <p>A {@link io.github.saleskit.forecast.hierarchy.Hierarchy} of
 * {@link io.github.saleskit.forecast.hierarchy.HierarchyNode}s says which nodes are sums of which;
 * {@link io.github.saleskit.forecast.hierarchy.HierarchySums} checks it and adds up histories. A
 * {@link io.github.saleskit.forecast.hierarchy.Reconciler}, made for a
 * {@link io.github.saleskit.forecast.hierarchy.ReconciliationDefinition} with its
 * {@link io.github.saleskit.forecast.hierarchy.ReconciliationMethod}, takes forecasts of the nodes that do not add up
 * and, as {@link io.github.saleskit.forecast.hierarchy.NodeEvidence}, how wrong they were in the past, and gives a
 * {@link io.github.saleskit.forecast.hierarchy.ReconciledForecast} that adds up, or
 * {@link io.github.saleskit.forecast.hierarchy.CoherentPaths} of which every single one does. A
 * {@link io.github.saleskit.forecast.hierarchy.HierarchyForecaster} does all of it from the histories of the bottom
 * series.
 */
@NullMarked
package io.github.saleskit.forecast.hierarchy;

import org.jspecify.annotations.NullMarked;
