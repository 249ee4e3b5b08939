/**
 * What this library adds to Joda-Money, whose {@code Money} is a settled amount and whose {@code BigMoney} an exact
 * one.
 *
 * <p>{@link io.github.saleskit.core.money.RoundingPolicy} says how and at which
 * {@link io.github.saleskit.core.money.RoundingLevel} exact amounts become settled ones.
 * {@link io.github.saleskit.core.money.MoneyAllocation} divides an amount in proportion to weights so that the parts
 * add up to it; {@link io.github.saleskit.core.money.AllocationMethod} says who gets the remainder and
 * {@link io.github.saleskit.core.money.ZeroWeights} what happens without weights; the answer is an
 * {@link io.github.saleskit.core.money.Allocation}. {@link io.github.saleskit.core.money.ExchangeRates} is the port
 * through which the host says what currencies are worth, each answer an
 * {@link io.github.saleskit.core.money.ExchangeRate}; it can be filled from an
 * {@link io.github.saleskit.core.money.ExchangeRateTable}.
 */
@NullMarked
package io.github.saleskit.core.money;

import org.jspecify.annotations.NullMarked;
