/**
 * How many people it takes.
 *
 * <p>{@link io.github.saleskit.core.staffing.Traffic} is how much comes in. {@link io.github.saleskit.core.staffing.ErlangC} says
 * what waits so many agents mean, {@link io.github.saleskit.core.staffing.ErlangA} the same where callers give up. The
 * {@link io.github.saleskit.core.staffing.FirstComeQueue} simulates what ErlangC computes and gives a
 * {@link io.github.saleskit.core.staffing.QueueEstimate} of {@link io.github.saleskit.core.staffing.Estimate}s.
 */
@NullMarked
package io.github.saleskit.core.staffing;

import org.jspecify.annotations.NullMarked;
