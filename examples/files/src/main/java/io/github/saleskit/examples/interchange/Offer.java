package io.github.saleskit.examples.interchange;

import io.github.saleskit.cpq.catalog.Catalog;
import io.github.saleskit.cpq.pricing.PricedQuote;
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
        QuoteVersion version,
        PricedQuote priced,
        Catalog catalog,
        LocalDate issued,
        String seller,
        BillingPeriod per) {}
