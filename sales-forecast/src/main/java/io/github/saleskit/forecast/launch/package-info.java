/**
 * Forecasts of what has little or no history: new products, new shops, the first months of a plan.
 *
 * <p>An {@link io.github.saleskit.forecast.launch.AnalogyForecaster} learns from other series how such a one usually
 * goes on, by an {@link io.github.saleskit.forecast.launch.AnalogyDefinition}: by the time of the year or by the time
 * since the launch. A {@link io.github.saleskit.forecast.launch.LaunchProfile} spreads a total that somebody expects
 * over the periods after a launch; it is given, learned from earlier launches, or that of a
 * {@link io.github.saleskit.forecast.launch.BassCurve}. {@link io.github.saleskit.forecast.launch.Cannibalisation}
 * takes from forecasts of existing products what the new one will sell in their place.
 */
@NullMarked
package io.github.saleskit.forecast.launch;

import org.jspecify.annotations.NullMarked;
