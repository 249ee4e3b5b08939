/**
 * What a period, usually a quarter, will bring from the deals in the pipeline.
 *
 * <p>A {@link io.github.saleskit.forecast.pipeline.PipelineModel} says what each stage is worth
 * ({@link io.github.saleskit.forecast.pipeline.StageOutlook}, with a
 * {@link io.github.saleskit.forecast.pipeline.ClosingPace} for deals whose close date nobody knows). A
 * {@link io.github.saleskit.forecast.pipeline.PipelineForecaster} applies it to
 * {@link io.github.saleskit.forecast.pipeline.PipelineDeal}s and answers with a
 * {@link io.github.saleskit.forecast.pipeline.QuarterForecast}. A
 * {@link io.github.saleskit.forecast.pipeline.PipelineTrainer} learns the model from
 * {@link io.github.saleskit.forecast.pipeline.DealHistory}.
 */
@NullMarked
package io.github.saleskit.forecast.pipeline;

import org.jspecify.annotations.NullMarked;
