/**
 * What recurs: {@link io.github.saleskit.cpq.subscription.BillingCalendar} cuts a subscription into
 * {@link io.github.saleskit.cpq.subscription.BilledPeriod}s of a {@link io.github.saleskit.cpq.subscription.BillingPeriod}, charged by
 * {@link io.github.saleskit.cpq.subscription.BillingMode}.
 */
@NullMarked
package io.github.saleskit.cpq.subscription;

import org.jspecify.annotations.NullMarked;
