package io.github.saleskit.cpq.pricing;

import io.github.saleskit.core.money.MoneyAllocation;
import io.github.saleskit.core.money.RoundingPolicy;
import io.github.saleskit.cpq.catalog.Catalog;
import io.github.saleskit.cpq.catalog.Product;
import io.github.saleskit.cpq.quote.Quote;
import io.github.saleskit.cpq.quote.QuoteLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/** A small software seller. */
final class Samples {

    static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    static final Catalog CATALOG = Catalog.of(List.of(
            Product.of("seat", "CRM seat").withFamily("software"),
            Product.of("calls", "Package of 1000 calls").withFamily("software"),
            Product.of("storage", "Storage by the gigabyte").withFamily("software"),
            Product.of("day", "Day of onboarding")));

    private Samples() {}

    static PricingPlan plan(PriceRule... rules) {
        return PricingPlan.builder()
                .addPriceBooks(book())
                .addRules(rules)
                .rounding(RoundingPolicy.halfUpByLine())
                .allocation(MoneyAllocation.largestRemainder())
                .build();
    }

    static PriceBook book() {
        return PriceBook.builder()
                .id("eur")
                .currency(CurrencyUnit.EUR)
                .validFrom(LocalDate.of(2026, 1, 1))
                .validUntil(LocalDate.of(2026, 12, 31))
                .addEntries(
                        PriceEntry.of(
                                "seat", graduated(tier("10", "EUR 30"), tier("50", "EUR 25"), tier(null, "EUR 20"))),
                        PriceEntry.of("storage", volume(tier("100", "EUR 0.335"), tier("1000", "EUR 0.21"))),
                        PriceEntry.of("day", new PriceModel.PerUnit(BigMoney.parse("EUR 1200"))))
                .build();
    }

    static PriceModel graduated(PriceTier... tiers) {
        return new PriceModel.Graduated(List.of(tiers), TierBounds.UPPER_INCLUSIVE, ZeroQuantity.FREE);
    }

    static PriceModel volume(PriceTier... tiers) {
        return new PriceModel.Volume(List.of(tiers), TierBounds.UPPER_INCLUSIVE, ZeroQuantity.FREE);
    }

    static PriceTier tier(String upTo, String unitPrice) {
        PriceTier.Builder tier = PriceTier.builder().unitPrice(BigMoney.parse(unitPrice));
        if (upTo != null) {
            tier.upTo(new BigDecimal(upTo));
        }
        return tier.build();
    }

    static PriceRule rule(String id, PriceAction action) {
        return PriceRule.builder().id(id).addActions(action).build();
    }

    static PriceAction percentOff(String percent) {
        return PriceAction.PercentOff.of(new BigDecimal(percent));
    }

    static Quote quote(QuoteLine... lines) {
        return Quote.builder().id("Q1").priceBook("eur").addLines(lines).build();
    }

    static QuoteLine line(String id, String product, String quantity) {
        return QuoteLine.of(id, product, new BigDecimal(quantity));
    }
}
