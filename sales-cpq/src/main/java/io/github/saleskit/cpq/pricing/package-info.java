/**
 * What a quote costs, and how that came about.
 *
 * <p>A {@link io.github.saleskit.cpq.pricing.PricingPlan} holds {@link io.github.saleskit.cpq.pricing.PriceBook}s,
 * whose {@link io.github.saleskit.cpq.pricing.PriceEntry}s say by a {@link io.github.saleskit.cpq.pricing.PriceModel}
 * (of {@link io.github.saleskit.cpq.pricing.PriceTier}s with {@link io.github.saleskit.cpq.pricing.TierBounds} and a
 * policy for {@link io.github.saleskit.cpq.pricing.ZeroQuantity}, or by percentages and matrices) what a product costs,
 * and {@link io.github.saleskit.cpq.pricing.PriceRule}s, whose {@link io.github.saleskit.cpq.pricing.PriceAction}s
 * change that. The {@link io.github.saleskit.cpq.pricing.PricingEngine} compiles the plan and answers with a
 * {@link io.github.saleskit.cpq.pricing.PricedQuote}: {@link io.github.saleskit.cpq.pricing.PricedLine}s and
 * {@link io.github.saleskit.cpq.pricing.OrderDiscount}s. Each line has a
 * {@link io.github.saleskit.cpq.pricing.PriceWaterfall} of {@link io.github.saleskit.cpq.pricing.PriceStep}s, each of a
 * {@link io.github.saleskit.cpq.pricing.PriceStepKind} with the {@link io.github.saleskit.cpq.pricing.PriceChange} it
 * made; the list price is made of {@link io.github.saleskit.cpq.pricing.TierCharge}s. Why it is that price and no other
 * says a {@link io.github.saleskit.cpq.pricing.PriceChoice}, why a line is not cheaper a
 * {@link io.github.saleskit.cpq.pricing.WhyNot}; a {@link io.github.saleskit.cpq.pricing.PricingSession} prices
 * changes.
 */
@NullMarked
package io.github.saleskit.cpq.pricing;

import org.jspecify.annotations.NullMarked;
