package io.github.saleskit.cpq.pricing;

import static io.github.saleskit.cpq.pricing.Samples.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.money.MoneyAllocation;
import io.github.saleskit.core.money.RoundingPolicy;
import io.github.saleskit.core.support.JsonLine;
import io.github.saleskit.cpq.quote.Quote;
import io.github.saleskit.cpq.quote.QuoteLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class PriceChoiceTest {

    private static PriceEntry day(String price) {
        return PriceEntry.of("day", PriceModel.perUnit(BigMoney.parse(price)));
    }

    private static PriceBook book(String id, PriceEntry... entries) {
        return PriceBook.builder()
                .id(id)
                .currency(CurrencyUnit.EUR)
                .addEntries(entries)
                .build();
    }

    /**
     * A partner's prices beside the list, which had others before and has some for large orders and for one customer.
     */
    private static final PricingPlan PLAN = PricingPlan.builder()
            .addPriceBooks(
                    book(
                            "list",
                            day("EUR 1200"),
                            day("EUR 1000").withValidUntil(LocalDate.of(2020, 12, 31)),
                            day("EUR 900").withAtLeast(BigDecimal.TEN),
                            day("EUR 800").withDeal(Map.of("customer", "C-7"))),
                    book("partner", day("EUR 1100").withDeal(Map.of("segment", "gold")))
                            .withInherits("list"),
                    book("spring", day("EUR 1150")).withInherits("partner").withSale(true),
                    book("old", day("EUR 1"))
                            .withValidUntil(LocalDate.of(2020, 12, 31))
                            .withInherits("list"))
            .addQuoteAttributes("segment")
            .rounding(RoundingPolicy.halfUpByLine())
            .allocation(MoneyAllocation.largestRemainder())
            .build();

    private static final PricingEngine ENGINE = PricingEngine.compile(PLAN, Samples.CATALOG);

    private static final Quote QUOTE = Quote.builder()
            .id("Q")
            .priceBook("spring")
            .customer("C-1")
            .putAttributes("segment", "gold")
            .addLines(QuoteLine.of("L1", "day", 2))
            .build();

    private static List<String> texts(Quote quote) {
        PriceChoice choice = ENGINE.priceChoice(quote, PricingContext.of(DAY), "L1");
        JsonLine.assertRoundTrip(choice, PriceChoice.class);
        return choice.reasons().stream().map(each -> each.text(Locale.ENGLISH)).toList();
    }

    @Test
    void theMostSpecificPriceIsChosenAndTheOthersSayWhyNot() {
        assertThat(ENGINE.price(QUOTE, DAY).line("L1").waterfall().orElseThrow().list())
                .isEqualTo(BigMoney.parse("EUR 2200.00"));
        assertThat(texts(QUOTE))
                .containsExactly(
                        "Price book spring has the sale price of day for {}.",
                        "Price book partner has the list price of day for {segment=gold}.",
                        "Price book list has a price of day for {customer=C-7}, but customer is another.",
                        "Price book list has a price of day for {}, but that of partner is more specific.",
                        "Price book list has a price of day for {} that does not hold on 2026-11-23.",
                        "Price book list has a price of day for {} that is not for a quantity of 2.");
        assertThat(texts(QUOTE.withCustomer("C-7").withAttributes(Map.of())))
                .startsWith(
                        "Price book spring has the sale price of day for {}.",
                        "Price book partner has a price of day for {segment=gold}, but segment is another.",
                        "Price book list has the list price of day for {customer=C-7}.");
    }

    @Test
    void booksAndLinesWithoutPricesSayWhy() {
        assertThat(texts(QUOTE.withPriceBook("old"))).startsWith("Price book old is not valid on 2026-11-23.");
        assertThat(texts(QUOTE.withPriceBook("none"))).hasSize(1);
        assertThat(texts(QUOTE.withLines(QuoteLine.of("L1", "soap", 1)))).hasSize(1);
        assertThatThrownBy(() -> ENGINE.priceChoice(QUOTE, PricingContext.of(DAY), "L2"))
                .hasMessageContaining("no such line");
    }
}
