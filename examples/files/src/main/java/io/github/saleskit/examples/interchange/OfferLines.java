package io.github.saleskit.examples.interchange;

import io.github.saleskit.cpq.pricing.PricedLine;
import io.github.saleskit.cpq.pricing.PricedQuote;
import io.github.saleskit.cpq.quote.Quote;
import io.github.saleskit.cpq.quote.QuoteLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lines of an offer with those that rules added, looked up once. */
final class OfferLines {

    private final Quote quote;
    private final PricedQuote priced;
    private final Map<String, PricedLine> prices = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    OfferLines(Offer offer) {
        this.priced = offer.priced();
        this.quote = priced.withAddedLines(offer.version().quote());
        priced.lines().forEach(line -> prices.putIfAbsent(line.id(), line));
        offer.catalog().products().forEach(product -> names.putIfAbsent(product.id(), product.name()));
    }

    Quote quote() {
        return quote;
    }

    List<QuoteLine> all() {
        return quote.lines();
    }

    /** The lines that count in the total. */
    List<QuoteLine> sold() {
        return quote.lines().stream().filter(QuoteLine::counts).toList();
    }

    PricedLine price(QuoteLine line) {
        PricedLine price = prices.get(line.id());
        return price == null ? priced.line(line.id()) : price; // which says that there is none
    }

    boolean hasPrice(QuoteLine line) {
        return price(line).net().isPresent();
    }

    /** The name of a product; its id where the catalogue does not know it. */
    String name(String product) {
        return names.getOrDefault(product, product);
    }
}
