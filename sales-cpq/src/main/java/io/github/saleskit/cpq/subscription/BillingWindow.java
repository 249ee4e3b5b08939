package io.github.saleskit.cpq.subscription;

/**
 * A billing period and the part of it that the subscription runs.
 *
 * @param from where the whole period begins by which the part is measured
 * @param until where that ends
 * @param servedFrom where the part begins
 * @param servedUntil where it ends
 * @param anchorAfter where the next period begins
 * @param period how long it is by rule
 */
record BillingWindow(
        Moment from, Moment until, Moment servedFrom, Moment servedUntil, Moment anchorAfter, BillingPeriod period) {}
