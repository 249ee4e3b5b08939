/**
 * Forecasts without choosing a model by hand.
 *
 * <p>An {@link io.github.saleskit.forecast.selection.AutoForecaster} fits several models, holds them against the past
 * and combines them by the {@link io.github.saleskit.forecast.selection.Combination} of its
 * {@link io.github.saleskit.forecast.selection.AutoDefinition}; an
 * {@link io.github.saleskit.forecast.selection.IntervalCalibration} says from many series how wide intervals have to
 * be.
 */
@NullMarked
package io.github.saleskit.forecast.selection;

import org.jspecify.annotations.NullMarked;
