/**
 * What is forecast: values at regular distances in time.
 *
 * <p>A {@link io.github.saleskit.forecast.series.TimePeriod} is one month, quarter or other
 * {@link io.github.saleskit.forecast.series.Granularity}; a {@link io.github.saleskit.forecast.series.TimeSeries} has
 * one value for each of consecutive periods, or none where it is missing; a
 * {@link io.github.saleskit.forecast.series.TimeSeriesBuilder} sums dated observations, such as single sales, into
 * periods; a {@link io.github.saleskit.forecast.series.DateRange} is any first and last day.
 * {@link io.github.saleskit.forecast.series.FiscalPeriods} make series of the periods of a fiscal calendar.
 */
@NullMarked
package io.github.saleskit.forecast.series;

import org.jspecify.annotations.NullMarked;
