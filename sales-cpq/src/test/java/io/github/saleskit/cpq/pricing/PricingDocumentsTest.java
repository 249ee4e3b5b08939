package io.github.saleskit.cpq.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.money.AllocationMethod;
import io.github.saleskit.core.money.MoneyAllocation;
import io.github.saleskit.core.money.RoundingLevel;
import io.github.saleskit.core.money.RoundingPolicy;
import io.github.saleskit.core.support.GoldenFile;
import io.github.saleskit.core.support.JsonLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PricingDocumentsTest {

    private static final PricingPlan PLAN = PricingPlan.builder()
            .addPriceBooks(PriceBook.builder()
                    .id("chf-2026")
                    .currency(CurrencyUnit.of("CHF"))
                    .validFrom(LocalDate.of(2026, 1, 1))
                    .validUntil(LocalDate.of(2026, 12, 31))
                    .addEntries(
                            PriceEntry.of("day", new PriceModel.PerUnit(BigMoney.parse("CHF 1200.05"))),
                            PriceEntry.of(
                                    "calls",
                                    new PriceModel.PerPackage(
                                            new BigDecimal("1000"),
                                            BigMoney.parse("CHF 4.995"),
                                            Optional.of(new BigDecimal("500")))),
                            PriceEntry.of(
                                    "seat",
                                    new PriceModel.Graduated(
                                            List.of(
                                                    PriceTier.builder()
                                                            .from(BigDecimal.ZERO)
                                                            .upTo(BigDecimal.TEN)
                                                            .unitPrice(BigMoney.parse("CHF 30"))
                                                            .flatFee(BigMoney.parse("CHF 50"))
                                                            .build(),
                                                    PriceTier.builder()
                                                            .unitPrice(BigMoney.parse("CHF 25"))
                                                            .build()),
                                            TierBounds.UPPER_INCLUSIVE,
                                            ZeroQuantity.FIRST_FLAT_FEE)),
                            PriceEntry.of(
                                    "storage",
                                    new PriceModel.Volume(
                                            List.of(PriceTier.builder()
                                                    .upTo(new BigDecimal("100"))
                                                    .flatFee(BigMoney.parse("CHF 9"))
                                                    .build()),
                                            TierBounds.UPPER_EXCLUSIVE,
                                            ZeroQuantity.FREE)))
                    .build())
            .addRules(
                    PriceRule.builder()
                            .id("SPRING")
                            .validFrom(LocalDate.of(2026, 11, 1))
                            .validUntil(LocalDate.of(2026, 11, 30))
                            .when(Criterion.parse("family = \"software\" and quantity >= 10"))
                            .addActions(Samples.percentOff("12.5"))
                            .build(),
                    Samples.rule("UNIT", PriceAction.AmountOffUnit.of(BigMoney.parse("CHF 0.125"))),
                    Samples.rule("LIST", PriceAction.UnitPrice.of(BigMoney.parse("CHF 1100")))
                            .withWhen(Criterion.parse("product = \"day\"")),
                    Samples.rule(
                            "TEN",
                            new PriceAction.OrderPercentOff(
                                    BigDecimal.TEN, Optional.of(Money.parse("CHF 250.00")), Optional.empty())),
                    Samples.rule("DEAL", PriceAction.OrderAmountOff.of(Money.parse("CHF 100.00"))))
            .rounding(RoundingPolicy.of(RoundingMode.HALF_UP, RoundingLevel.LINE)
                    .withCashIncrement(Money.parse("CHF 0.05")))
            .allocation(MoneyAllocation.of(AllocationMethod.FIRST))
            .build();

    @Test
    void aPlanStaysReadable() {
        GoldenFile.assertReads(PricingDocumentsTest.class, "pricing-plan-v1.json", PLAN, PricingPlan.class);
    }

    /** The file is the answer of the engine to the plan, so that a change of prices cannot go unnoticed either. */
    @Test
    void aPricedQuoteStaysReadable() {
        PricedQuote priced = PricingEngine.compile(PLAN, Samples.CATALOG)
                .price(
                        Samples.quote(
                                        Samples.line("L1", "seat", "12"),
                                        Samples.line("L2", "calls", "2501"),
                                        Samples.line("L3", "day", "1.5"))
                                .withPriceBook("chf-2026"),
                        Samples.DAY);
        GoldenFile.assertReads(PricingDocumentsTest.class, "priced-quote-v1.json", priced, PricedQuote.class);
    }

    @Test
    void aQuoteWithoutPricesStaysReadable() {
        PricedQuote priced = PricingEngine.compile(PLAN, Samples.CATALOG)
                .price(Samples.quote(Samples.line("L1", "storage", "100")).withPriceBook("chf-2026"), Samples.DAY);
        GoldenFile.assertReads(
                PricingDocumentsTest.class, "priced-quote-without-prices-v1.json", priced, PricedQuote.class);
    }

    @ParameterizedTest
    @EnumSource(JsonLine.class)
    void subtypesCanBeReadByThemselves(JsonLine line) {
        PriceModel.PerUnit price = new PriceModel.PerUnit(BigMoney.parse("EUR 1.5"));
        assertThat(line.write(price)).isEqualTo("{\"model\":\"perUnit\",\"unitPrice\":\"EUR 1.5\"}");
        assertThat(line.read(line.write(price), PriceModel.PerUnit.class)).isEqualTo(price);
        assertThat(line.read(line.write(price), PriceModel.class)).isEqualTo(price);
    }

    @ParameterizedTest
    @EnumSource(JsonLine.class)
    void whatIsMissingOrUnknownIsRejected(JsonLine line) {
        for (String json : List.of(
                "{\"model\":\"perUnit\"}",
                "{\"model\":\"perUnit\",\"unitPrice\":\"EUR 1\",\"flat\":1}",
                "{\"model\":\"perunit\",\"unitPrice\":\"EUR 1\"}",
                "{\"unitPrice\":\"EUR 1\"}",
                "{\"model\":\"volume\",\"tiers\":[]}")) {
            assertThatThrownBy(() -> line.read(json, PriceModel.class)).as(json).isInstanceOf(Exception.class);
        }
        assertThatThrownBy(() -> line.read("{\"version\":1}", PricingPlan.class))
                .isInstanceOf(Exception.class);
    }
}
