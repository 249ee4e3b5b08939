/**
 * What an accepted quote becomes: a value for whatever fulfils it.
 *
 * <p>An {@link io.github.saleskit.cpq.order.OrderPolicy} says how what was sold is billed. The
 * {@link io.github.saleskit.cpq.order.OrderEngine} compiles it, turns a quote, its prices and an
 * {@link io.github.saleskit.cpq.order.Acceptance} into an {@link io.github.saleskit.cpq.order.OrderDecision} with the
 * {@link io.github.saleskit.cpq.order.Order} and its {@link io.github.saleskit.cpq.order.OrderLine}s, and values quotes
 * by MRR, ARR, TCV and ACV before they are accepted. {@link io.github.saleskit.cpq.order.QuoteDocument} is what a
 * template needs to print a quote.
 */
@NullMarked
package io.github.saleskit.cpq.order;

import org.jspecify.annotations.NullMarked;
