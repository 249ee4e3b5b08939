package io.github.saleskit.cpq.pricing;

import static io.github.saleskit.cpq.pricing.Samples.CATALOG;
import static io.github.saleskit.cpq.pricing.Samples.DAY;
import static io.github.saleskit.cpq.pricing.Samples.line;
import static io.github.saleskit.cpq.pricing.Samples.percentOff;
import static io.github.saleskit.cpq.pricing.Samples.plan;
import static io.github.saleskit.cpq.pricing.Samples.quote;
import static io.github.saleskit.cpq.pricing.Samples.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.money.AllocationMethod;
import io.github.saleskit.core.money.MoneyAllocation;
import io.github.saleskit.core.money.RoundingLevel;
import io.github.saleskit.core.money.RoundingPolicy;
import io.github.saleskit.cpq.quote.Quote;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class PricingEngineTest {

    private static final Quote QUOTE = quote(line("L1", "seat", "25"), line("L2", "day", "2"));

    /** 25 seats are 10 x 30 + 15 x 25 = 675, two days 2400. */
    @Test
    void everyLineShowsHowItsPriceCameAbout() {
        PricedQuote priced = price(
                plan(
                        rule("SPRING", percentOff("10")),
                        rule("DEAL", PriceAction.OrderAmountOff.of(Money.parse("EUR 100.00")))),
                QUOTE);
        assertThat(priced.line("L1").waterfall().orElseThrow().steps())
                .extracting(step ->
                        step.kind() + " " + step.source().orElse("-") + ": " + step.input() + " > " + step.output())
                .containsExactly(
                        "LIST eur: EUR 0 > EUR 675.00",
                        "LINE_RULE SPRING: EUR 675.00 > EUR 607.50",
                        // 100 x 607.50 / 2767.50 = 21.951...
                        "ORDER_RULE DEAL: EUR 607.50 > EUR 585.55");
        assertThat(priced.line("L2").net()).contains(Money.parse("EUR 2081.95"));
        assertThat(priced.orderDiscounts())
                .containsExactly(new OrderDiscount("DEAL", Money.parse("EUR 2767.50"), Money.parse("EUR 100.00")));
        assertThat(priced.total()).contains(Money.parse("EUR 2667.50"));
        assertThat(priced.due()).isEqualTo(priced.total());
    }

    @Test
    void rulesApplyInTheirOrderToWhatTheOneBeforeLeft() {
        PriceRule percent = rule("P", percentOff("20"));
        PriceRule amount = rule("A", PriceAction.AmountOffUnit.of(BigMoney.parse("EUR 100")));
        assertThat(price(plan(percent, amount), quote(line("L", "day", "1"))).total())
                .contains(Money.parse("EUR 860.00"));
        assertThat(price(plan(amount, percent), quote(line("L", "day", "1"))).total())
                .contains(Money.parse("EUR 880.00"));
        PriceRule fixed = rule("F", PriceAction.UnitPrice.of(BigMoney.parse("EUR 999.995")));
        assertThat(price(plan(amount, fixed, percent), quote(line("L", "day", "2")))
                        .total())
                .contains(Money.parse("EUR 1599.99"));
    }

    @Test
    void noPriceBecomesNegative() {
        PricedQuote line = price(plan(rule("A", PriceAction.AmountOffUnit.of(BigMoney.parse("EUR 2000")))), QUOTE);
        assertThat(line.total()).contains(Money.parse("EUR 0.00"));
        PricedQuote order = price(plan(rule("O", PriceAction.OrderAmountOff.of(Money.parse("EUR 9999.00")))), QUOTE);
        assertThat(order.total()).contains(Money.parse("EUR 0.00"));
        assertThat(order.orderDiscounts().get(0).discount()).isEqualTo(Money.parse("EUR 3075.00"));
    }

    @Test
    void aPercentageOffTheOrderIsRoundedOnceAndMayBeCapped() {
        PriceAction tenth = PriceAction.OrderPercentOff.of(BigDecimal.TEN);
        assertThat(price(plan(rule("O", tenth)), quote(line("L", "storage", "3")))
                        .total())
                .as("1.01 less .10, that is .101 rounded")
                .contains(Money.parse("EUR 0.91"));
        PriceAction capped = new PriceAction.OrderPercentOff(
                BigDecimal.TEN, Optional.of(Money.parse("EUR 50.00")), Optional.empty());
        assertThat(price(plan(rule("O", capped)), QUOTE).total()).contains(Money.parse("EUR 3025.00"));
    }

    /** 3 gigabytes at .335 are 1.005: by unit .34 each, by line 1.01, in total with another 1.005 exactly 2.01. */
    @Test
    void amountsAreRoundedAtTheLevelOfThePolicy() {
        Quote two = quote(line("L1", "storage", "3"), line("L2", "storage", "3"));
        assertThat(nets(RoundingLevel.UNIT, two)).containsExactly(Money.parse("EUR 1.02"), Money.parse("EUR 1.02"));
        assertThat(nets(RoundingLevel.LINE, two)).containsExactly(Money.parse("EUR 1.01"), Money.parse("EUR 1.01"));
        assertThat(nets(RoundingLevel.TOTAL, two)).containsExactly(Money.parse("EUR 1.01"), Money.parse("EUR 1.00"));
    }

    /**
     * 10 seats at 30 and 2 at 25 are 350, less 1 % 346.50; their mean of 28.875 rounded would have been 28.88 x 12 =
     * 346.56.
     */
    @Test
    void aLineWithoutOneUnitPriceIsDiscountedByLineAlsoWhenUnitsAreRounded() {
        PricingPlan byUnit = plan(rule("P", percentOff("1")))
                .withRounding(RoundingPolicy.of(RoundingMode.HALF_UP, RoundingLevel.UNIT));
        PricedLine priced = price(byUnit, quote(line("L", "seat", "12"))).line("L");
        assertThat(priced.waterfall().orElseThrow().net()).isEqualTo(Money.parse("EUR 346.50"));
    }

    @Test
    void unitPricesOfPartsOfUnitsAreSettledByLine() {
        // .34 x 2.5 = .85 and, less 10 %, .31 x 2.5 = .775.
        PricingPlan byUnit = plan(rule("P", percentOff("10")))
                .withRounding(RoundingPolicy.of(RoundingMode.HALF_UP, RoundingLevel.UNIT));
        PricedLine priced = price(byUnit, quote(line("L", "storage", "2.5"))).line("L");
        assertThat(priced.waterfall().orElseThrow().steps())
                .extracting(
                        step -> step.output().getAmount().stripTrailingZeros().toString())
                .containsExactly("0.85", "0.775", "0.78");
    }

    @Test
    void theTotalIsDueInCashIncrements() {
        PricingPlan plan =
                plan().withRounding(RoundingPolicy.halfUpByLine().withCashIncrement(Money.parse("EUR 0.05")));
        PricedQuote priced = price(plan, quote(line("L", "storage", "3")));
        assertThat(priced.total()).contains(Money.parse("EUR 1.01"));
        assertThat(priced.due()).contains(Money.parse("EUR 1.00"));
        assertThat(priced.reasons()).extracting(Reason::code).contains("cpq.pricing.due");
    }

    @Test
    void aLineWithoutPriceSaysWhyAndTheQuoteHasNoTotal() {
        PricedQuote priced = price(
                plan(rule("P", percentOff("50")), rule("O", PriceAction.OrderAmountOff.of(Money.parse("EUR 1.00")))),
                quote(
                        line("ok", "day", "1"),
                        line("ok", "day", "1"),
                        line("unknown", "daye", "1"),
                        line("unpriced", "calls", "1"),
                        line("negative", "day", "-1"),
                        line("huge", "day", "1e9999999"),
                        line("tiny", "day", "1e-9999999"),
                        line("beyond", "storage", "1000.1")));
        assertThat(priced.lines())
                .extracting(each -> each.obstacle().map(Reason::code).orElse("none"))
                .containsExactly(
                        "none",
                        "cpq.pricing.lineDuplicate",
                        "cpq.pricing.productUnknown",
                        "cpq.pricing.noListPrice",
                        "cpq.pricing.quantityUnusable",
                        "cpq.pricing.quantityUnusable",
                        "cpq.pricing.quantityUnusable",
                        "cpq.pricing.outsideTiers");
        assertThat(priced.line("ok").net()).contains(Money.parse("EUR 600.00"));
        assertThat(priced.total()).isEmpty();
        assertThat(priced.due()).isEmpty();
        assertThat(priced.orderDiscounts()).isEmpty();
        assertThat(priced.unpricedLines()).hasSize(7);
        assertThat(priced.reasons().get(0).code()).isEqualTo("cpq.pricing.noTotal");
        assertThat(priced.reasons().get(0).details()).hasSize(7);
        assertThatThrownBy(() -> priced.line("nope")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void quantitiesMayBeZeroFractionalAndLarge() {
        PricedQuote priced = price(
                plan(), quote(line("zero", "seat", "0"), line("part", "day", "0.125"), line("large", "day", "1e15")));
        assertThat(priced.lines().stream().map(each -> each.net().orElseThrow()))
                .containsExactly(
                        Money.parse("EUR 0.00"), Money.parse("EUR 150.00"), Money.parse("EUR 1200000000000000000.00"));
        assertThat(priced.total()).contains(Money.parse("EUR 1200000000000000150.00"));
    }

    @Test
    void aPriceBookThatIsUnknownOrNotValidPricesNothing() {
        PricingEngine engine = PricingEngine.compile(plan(), CATALOG);
        assertThat(engine.price(QUOTE.withPriceBook("usd"), DAY).line("L1").obstacle())
                .contains(Reason.of("cpq.pricing.priceBookUnknown", "priceBook", "usd"));
        assertThat(engine.price(QUOTE, DAY.withYear(2025)).line("L2").obstacle())
                .contains(Reason.of("cpq.pricing.priceBookNotValid", "priceBook", "eur", "asOf", "2025-11-23"));
        assertThat(engine.price(QUOTE, Samples.book().validFrom().orElseThrow()).total())
                .isPresent();
        assertThat(engine.price(QUOTE, Samples.book().validUntil().orElseThrow())
                        .total())
                .isPresent();
        assertThat(engine.price(quote(), DAY).reasons())
                .extracting(Reason::code)
                .containsExactly("cpq.pricing.noLines");
    }

    @Test
    void rulesHoldOnTheirDaysAndInTheirCurrencyOnly() {
        PriceRule today = PriceRule.builder()
                .id("T")
                .validFrom(DAY)
                .validUntil(DAY)
                .addActions(percentOff("10"))
                .build();
        PricingEngine engine = PricingEngine.compile(plan(today), CATALOG);
        Quote one = quote(line("L", "day", "1"));
        assertThat(engine.price(one, DAY).total()).contains(Money.parse("EUR 1080.00"));
        assertThat(engine.price(one, DAY.plusDays(1)).total()).contains(Money.parse("EUR 1200.00"));
        assertThat(engine.price(one, DAY.minusDays(1)).total()).contains(Money.parse("EUR 1200.00"));
        PricingPlan twoBooks = plan(rule("J", PriceAction.OrderAmountOff.of(Money.parse("JPY 100"))))
                .withPriceBooks(List.of(
                        Samples.book(),
                        PriceBook.builder()
                                .id("jpy")
                                .currency(CurrencyUnit.JPY)
                                .addEntries(PriceEntry.of("day", new PriceModel.PerUnit(BigMoney.parse("JPY 150000"))))
                                .build()));
        assertThat(price(twoBooks, one).total()).contains(Money.parse("EUR 1200.00"));
        assertThat(price(twoBooks, one.withPriceBook("jpy")).total()).contains(Money.parse("JPY 149900"));
    }

    @Test
    void aConditionOnLinesChoosesTheLines() {
        PricingPlan plan = plan(when("S", "family = \"software\" and quantity >= 10", percentOff("10")));
        PricedQuote priced = price(plan, QUOTE);
        assertThat(priced.line("L1").net()).contains(Money.parse("EUR 607.50"));
        assertThat(priced.line("L2").net()).contains(Money.parse("EUR 2400.00"));
    }

    @Test
    void conditionsSeeTheOrderAsItWasBeforeTheRule() {
        // The order is 3075: the first rule sees that on both lines, though it makes the first line cheaper on its way.
        PricingPlan plan = plan(
                when("A", "order.price >= \"EUR 3075\"", percentOff("50")),
                when("B", "order.price >= \"EUR 3075\"", percentOff("50")),
                when("C", "order.list >= \"EUR 3075\" and price < list", percentOff("1")),
                when(
                        "D",
                        "order.quantity = 27 and any order.lines (product = \"day\")",
                        PriceAction.OrderAmountOff.of(Money.parse("EUR 0.50"))),
                when("E", "order.price >= \"EUR 1522.13\"", PriceAction.OrderAmountOff.of(Money.parse("EUR 1.00"))),
                when("F", "today = \"2026-11-23\"", PriceAction.OrderAmountOff.of(Money.parse("EUR 2.00"))));
        PricedQuote priced = price(plan, QUOTE);
        assertThat(priced.line("L1").waterfall().orElseThrow().steps())
                .extracting(step -> step.source().orElseThrow())
                .containsExactly("eur", "A", "C", "D", "F");
        assertThat(priced.total()).contains(Money.parse("EUR 1519.63"));
    }

    @Test
    void reasonsFollowTheWaterfallInBothLanguages() {
        PricedQuote priced = price(
                plan(
                        rule("SPRING", percentOff("10")),
                        rule("DEAL", PriceAction.OrderAmountOff.of(Money.parse("EUR 100.00")))),
                QUOTE);
        assertThat(priced.line("L1").reasons())
                .extracting(reason -> reason.text(Locale.ENGLISH))
                .containsExactly(
                        "List price of 25 x seat from price book eur: EUR 675.00.",
                        "SPRING changes the price from EUR 675.00 to EUR 607.50.",
                        "Share of the order discount DEAL: EUR 21.95 off, leaving EUR 585.55.");
        assertThat(priced.reasons().get(0).text(Locale.JAPANESE)).isEqualTo("2 明細の合計: EUR 2667.50。");
    }

    @Test
    void theAllocationOfThePlanIsUsed() {
        PricingPlan plan = plan(rule("O", PriceAction.OrderAmountOff.of(Money.parse("EUR 0.01"))));
        Quote three = quote(line("L1", "day", "1"), line("L2", "day", "1"), line("L3", "day", "1"));
        assertThat(price(plan, three).line("L1").net()).contains(Money.parse("EUR 1199.99"));
        assertThat(price(plan.withAllocation(MoneyAllocation.of(AllocationMethod.LAST)), three)
                        .line("L3")
                        .net())
                .contains(Money.parse("EUR 1199.99"));
    }

    private static PriceRule when(String id, String criterion, PriceAction action) {
        return rule(id, action).withWhen(Criterion.parse(criterion));
    }

    private static List<Money> nets(RoundingLevel level, Quote quote) {
        PricingPlan plan = plan().withRounding(RoundingPolicy.of(RoundingMode.HALF_UP, level));
        return price(plan, quote).lines().stream()
                .map(each -> each.net().orElseThrow())
                .toList();
    }

    private static PricedQuote price(PricingPlan plan, Quote quote) {
        return PricingEngine.compile(plan, CATALOG).price(quote, DAY);
    }
}
