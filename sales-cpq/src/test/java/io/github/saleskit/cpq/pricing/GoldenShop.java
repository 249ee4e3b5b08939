package io.github.saleskit.cpq.pricing;

import io.github.saleskit.core.money.MoneyAllocation;
import io.github.saleskit.core.money.RoundingPolicy;
import io.github.saleskit.cpq.catalog.Catalog;
import io.github.saleskit.cpq.catalog.Product;
import io.github.saleskit.cpq.quote.Quote;
import io.github.saleskit.cpq.quote.QuoteLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/** A catalogue, price book and quote in which every line is a product of its own at a price of its own. */
final class GoldenShop {

    private final CurrencyUnit currency;
    private final List<Product> products = new ArrayList<>();
    private final List<PriceEntry> entries = new ArrayList<>();
    private final List<QuoteLine> lines = new ArrayList<>();
    private MoneyAllocation allocation = MoneyAllocation.largestRemainder();

    GoldenShop(int exponent) {
        this.currency = GoldenMoney.currency(exponent);
    }

    GoldenShop allocation(MoneyAllocation newAllocation) {
        allocation = newAllocation;
        return this;
    }

    GoldenShop line(String id, String family, BigDecimal unitPrice, BigDecimal quantity) {
        products.add(new Product(id, id, Optional.of(family).filter(name -> !name.isEmpty())));
        entries.add(new PriceEntry(id, new PriceModel.PerUnit(BigMoney.of(currency, unitPrice))));
        lines.add(new QuoteLine(id, id, quantity));
        return this;
    }

    PricedQuote price(List<PriceRule> rules) {
        PricingPlan plan = PricingPlan.builder()
                .addPriceBooks(PriceBook.builder()
                        .id("book")
                        .currency(currency)
                        .addAllEntries(entries)
                        .build())
                .addAllRules(rules)
                .rounding(RoundingPolicy.halfUpByLine())
                .allocation(allocation)
                .build();
        Quote quote =
                Quote.builder().id("Q").priceBook("book").addAllLines(lines).build();
        return PricingEngine.compile(plan, Catalog.of(products)).price(quote, Samples.DAY);
    }
}
