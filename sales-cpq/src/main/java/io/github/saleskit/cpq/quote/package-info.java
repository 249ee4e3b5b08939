/**
 * What a customer asks a price for: a {@link io.github.saleskit.cpq.quote.Quote} of
 * {@link io.github.saleskit.cpq.quote.QuoteLine}s. The package {@code pricing} prices it.
 */
@NullMarked
package io.github.saleskit.cpq.quote;

import org.jspecify.annotations.NullMarked;
