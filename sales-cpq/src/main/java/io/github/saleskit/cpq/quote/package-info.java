/**
 * What a customer asks a price for: a {@link io.github.saleskit.cpq.quote.Quote} of
 * {@link io.github.saleskit.cpq.quote.QuoteLine}s. The package {@code pricing} prices it.
 *
 * <p>A {@link io.github.saleskit.cpq.quote.Bundler} writes the bundles of a catalogue as lines and makes a
 * {@link io.github.saleskit.cpq.quote.BundleCheck} of those in a quote.
 *
 * <p>A {@link io.github.saleskit.cpq.quote.QuoteHistory} keeps its {@link io.github.saleskit.cpq.quote.QuoteVersion}s,
 * each of a {@link io.github.saleskit.cpq.quote.QuoteStatus} that changes by
 * {@link io.github.saleskit.cpq.quote.QuoteMove}s, noted as {@link io.github.saleskit.cpq.quote.QuoteEvent}s; a
 * {@link io.github.saleskit.cpq.quote.QuoteDiff} tells them apart.
 */
@NullMarked
package io.github.saleskit.cpq.quote;

import org.jspecify.annotations.NullMarked;
