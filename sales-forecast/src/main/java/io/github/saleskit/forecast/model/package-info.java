/**
 * Forecasts of one series at a time.
 *
 * <p>A {@link io.github.saleskit.forecast.model.ForecastDefinition} names a model; a
 * {@link io.github.saleskit.forecast.model.Forecaster} applies it to series and answers with a
 * {@link io.github.saleskit.forecast.model.Forecast}: mean, any quantile, reasons, and a
 * {@link io.github.saleskit.forecast.model.FitSummary}; for many series, a
 * {@link io.github.saleskit.forecast.model.BatchForecast}.
 */
@NullMarked
package io.github.saleskit.forecast.model;

import org.jspecify.annotations.NullMarked;
