package io.github.saleskit.cpq.pricing;

import io.github.saleskit.cpq.catalog.Product;
import io.github.saleskit.cpq.quote.Quote;
import io.github.saleskit.cpq.quote.QuoteLine;
import java.math.BigDecimal;

/**
 * Says which tax a line bears; a port to the host's own tax engine.
 *
 * <p>Implementations answer the same question always the same and are thread-safe.
 */
@FunctionalInterface
public interface TaxCalculator {

    /** No tax anywhere; always the same one. */
    static TaxCalculator none() {
        return NoTax.NONE;
    }

    /**
     * The tax on a line in percent of its net price, such as 19; not negative, with at most 18 digits before and after
     * the point.
     */
    BigDecimal percent(Quote quote, QuoteLine line, Product product);
}
