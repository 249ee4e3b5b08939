/**
 * How good forecasts were: the measures of the forecasting competitions.
 *
 * <p>An {@link io.github.saleskit.forecast.accuracy.AccuracyEvaluator} takes in forecasts with what then came and gives
 * an {@link io.github.saleskit.forecast.accuracy.Accuracy} over all;
 * {@link io.github.saleskit.forecast.accuracy.ErrorMeasures} has each measure by itself.
 */
@NullMarked
package io.github.saleskit.forecast.accuracy;

import org.jspecify.annotations.NullMarked;
