package io.github.saleskit.cpq.pricing;

import io.github.saleskit.cpq.catalog.Product;
import io.github.saleskit.cpq.quote.Quote;
import io.github.saleskit.cpq.quote.QuoteLine;
import java.math.BigDecimal;

/** No tax anywhere. */
enum NoTax implements TaxCalculator {
    NONE;

    @Override
    public BigDecimal percent(Quote quote, QuoteLine line, Product product) {
        return BigDecimal.ZERO;
    }
}
