/**
 * Forecasts of one series at a time.
 *
 * <p>A {@link io.github.saleskit.forecast.model.ForecastDefinition} names a model; a
 * {@link io.github.saleskit.forecast.model.Forecaster} applies it to series and answers with a
 * {@link io.github.saleskit.forecast.model.Forecast}: mean, any quantile, reasons, and a
 * {@link io.github.saleskit.forecast.model.FitSummary}; for many series, a
 * {@link io.github.saleskit.forecast.model.BatchForecast}. The model may see the series transformed
 * ({@link io.github.saleskit.forecast.model.BoxCox}), {@linkplain io.github.saleskit.forecast.model.SeriesCleaner
 * cleaned} ({@link io.github.saleskit.forecast.model.CleanedSeries}) or together with
 * {@link io.github.saleskit.forecast.model.Regressors}.
 */
@NullMarked
package io.github.saleskit.forecast.model;

import org.jspecify.annotations.NullMarked;
