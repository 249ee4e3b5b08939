/**
 * How forecasts do that are in use: what came outside of its interval, whether they lean to one side, and whether each
 * step of the process makes them better.
 *
 * <p>A {@link io.github.saleskit.forecast.monitoring.ForecastMonitor} keeps the forecasts of a series as
 * {@link io.github.saleskit.forecast.monitoring.PastForecast}s in an
 * {@link io.github.saleskit.forecast.monitoring.AccuracyHistory}, and answers what comes with a
 * {@link io.github.saleskit.forecast.monitoring.MonitorReport} of
 * {@link io.github.saleskit.forecast.monitoring.Alert}s, by its
 * {@link io.github.saleskit.forecast.monitoring.MonitorDefinition}. The history tells how good forecasts were by how
 * far ahead they were made ({@link io.github.saleskit.forecast.monitoring.StepAccuracy}). A
 * {@link io.github.saleskit.forecast.monitoring.TrackingSignal} tells a lasting bias from chance.
 * {@link io.github.saleskit.forecast.monitoring.ForecastValueAdded} compares the steps of a process, such as a model
 * and the overrides of managers, each as a {@link io.github.saleskit.forecast.monitoring.ProcessStep}.
 */
@NullMarked
package io.github.saleskit.forecast.monitoring;

import org.jspecify.annotations.NullMarked;
