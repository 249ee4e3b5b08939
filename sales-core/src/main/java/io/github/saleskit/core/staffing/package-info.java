/**
 * How many people it takes.
 *
 * <p>{@link io.github.saleskit.core.staffing.Traffic} is how much comes in.
 * {@link io.github.saleskit.core.staffing.ErlangC} says what waits so many agents mean,
 * {@link io.github.saleskit.core.staffing.ErlangA} the same where callers give up. The
 * {@link io.github.saleskit.core.staffing.FirstComeQueue} simulates what ErlangC computes and gives a
 * {@link io.github.saleskit.core.staffing.QueueEstimate} of {@link io.github.saleskit.core.staffing.Estimate}s.
 *
 * <p>A {@link io.github.saleskit.core.staffing.StaffingDemand} is a day of
 * {@link io.github.saleskit.core.staffing.DemandInterval}s; a {@link io.github.saleskit.core.staffing.StaffingPlanner}
 * makes a {@link io.github.saleskit.core.staffing.StaffingPlan} of it for a
 * {@link io.github.saleskit.core.staffing.StaffingTarget}, and a {@link io.github.saleskit.core.staffing.DaySimulation}
 * shows in a {@link io.github.saleskit.core.staffing.DayEstimate} what such days are like.
 */
@NullMarked
package io.github.saleskit.core.staffing;

import org.jspecify.annotations.NullMarked;
