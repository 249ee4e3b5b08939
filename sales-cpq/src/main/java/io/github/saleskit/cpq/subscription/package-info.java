/**
 * What recurs: who pays when how much, and what a change in the middle of it costs.
 *
 * <p>A {@link io.github.saleskit.cpq.subscription.BillingCalendar} cuts time into
 * {@link io.github.saleskit.cpq.subscription.BillingPeriod}s that begin on a
 * {@link io.github.saleskit.cpq.subscription.BillingAnchor}. A
 * {@link io.github.saleskit.cpq.subscription.BillingPolicy} adds how parts of them are priced
 * ({@link io.github.saleskit.cpq.subscription.Proration}), rounded and credited
 * ({@link io.github.saleskit.cpq.subscription.CreditPolicy}).
 *
 * <p>A {@link io.github.saleskit.cpq.subscription.Subscription} has
 * {@link io.github.saleskit.cpq.subscription.SubscriptionItem}s whose
 * {@link io.github.saleskit.cpq.subscription.SubscriptionStep}s say quantity and price over time. The
 * {@link io.github.saleskit.cpq.subscription.SubscriptionEngine} compiles the policy and answers with a
 * {@link io.github.saleskit.cpq.subscription.BillingSchedule} of
 * {@link io.github.saleskit.cpq.subscription.ScheduledCharge}s; with an
 * {@link io.github.saleskit.cpq.subscription.AmendedSubscription} and its signed deltas to an
 * {@link io.github.saleskit.cpq.subscription.Amendment} of
 * {@link io.github.saleskit.cpq.subscription.SubscriptionChange}s, a
 * {@link io.github.saleskit.cpq.subscription.Cancellation} or a
 * {@link io.github.saleskit.cpq.subscription.RenewalPolicy}; with a
 * {@link io.github.saleskit.cpq.subscription.CoTermination}; and with a
 * {@link io.github.saleskit.cpq.subscription.SubscriptionValue}: MRR, ARR, TCV and ACV.
 */
@NullMarked
package io.github.saleskit.cpq.subscription;

import org.jspecify.annotations.NullMarked;
