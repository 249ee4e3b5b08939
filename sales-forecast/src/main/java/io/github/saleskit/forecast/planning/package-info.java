/**
 * What plans need from a sales history: seasons to spread quotas by, revenue that follows bookings, and recurring
 * revenue by when customers came.
 *
 * <p>{@link io.github.saleskit.forecast.planning.SeasonalIndices} say how strong each month is and divide an annual
 * amount accordingly. A {@link io.github.saleskit.forecast.planning.RecognitionPattern} turns bookings into a
 * {@link io.github.saleskit.forecast.planning.RevenueSchedule} of
 * {@link io.github.saleskit.forecast.planning.RevenuePeriod}s.
 * {@link io.github.saleskit.forecast.planning.RecurringRevenue} tells from
 * {@link io.github.saleskit.forecast.planning.RecurringAmount}s what was gained, expanded, contracted and lost in each
 * {@link io.github.saleskit.forecast.planning.RevenueMovement}, and a
 * {@link io.github.saleskit.forecast.planning.RetentionCurve} what will be left of it. A
 * {@link io.github.saleskit.forecast.planning.WorkingDayAdjustment} forecasts by working day what is sold by the day.
 */
@NullMarked
package io.github.saleskit.forecast.planning;

import org.jspecify.annotations.NullMarked;
