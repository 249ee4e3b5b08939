package io.github.saleskit.examples.interchange;

import io.github.saleskit.cpq.catalog.Catalog;
import io.github.saleskit.cpq.catalog.Product;
import io.github.saleskit.cpq.pricing.PricedLine;
import io.github.saleskit.cpq.pricing.PricedQuote;
import io.github.saleskit.cpq.quote.Quote;
import io.github.saleskit.cpq.quote.QuoteVersion;
import io.github.saleskit.cpq.subscription.BillingPeriod;
import java.time.LocalDate;

/**
 * A version of a quote with its prices, as it is given to a customer.
 *
 * @param version the content
 * @param priced its prices
 * @param catalog for the names of products
 * @param issued the day on which it is given
 * @param seller name of the company that sells
 * @param per for how long the prices of lines with a term are meant
 */
public record Offer(
        QuoteVersion version, PricedQuote priced, Catalog catalog, LocalDate issued, String seller, BillingPeriod per) {

    /** With the lines that rules added. */
    Quote quote() {
        return priced.withAddedLines(version.quote());
    }

    PricedLine price(String line) {
        return priced.line(line);
    }

    String name(String product) {
        return catalog.products().stream()
                .filter(each -> each.id().equals(product))
                .map(Product::name)
                .findFirst()
                .orElse(product);
    }
}
