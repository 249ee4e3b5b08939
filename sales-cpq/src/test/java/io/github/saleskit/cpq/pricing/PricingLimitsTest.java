package io.github.saleskit.cpq.pricing;

import static io.github.saleskit.cpq.pricing.Samples.CATALOG;
import static io.github.saleskit.cpq.pricing.Samples.DAY;
import static io.github.saleskit.cpq.pricing.Samples.line;
import static io.github.saleskit.cpq.pricing.Samples.percentOff;
import static io.github.saleskit.cpq.pricing.Samples.plan;
import static io.github.saleskit.cpq.pricing.Samples.quote;
import static io.github.saleskit.cpq.pricing.Samples.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.money.RoundingLevel;
import io.github.saleskit.core.money.RoundingPolicy;
import io.github.saleskit.cpq.catalog.Catalog;
import io.github.saleskit.cpq.catalog.Product;
import io.github.saleskit.cpq.catalog.UnitOfMeasure;
import io.github.saleskit.cpq.quote.Quote;
import io.github.saleskit.cpq.quote.QuoteLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Coupons, guards, floors, groups, sales and units. */
class PricingLimitsTest {

    private static final Quote TWO_DAYS = quote(line("L", "day", "2"));

    private static Optional<Money> total(PricingPlan plan, Quote quote) {
        return PricingEngine.compile(plan, CATALOG).price(quote, DAY).total();
    }

    private static Optional<Money> euros(String amount) {
        return Optional.of(Money.parse("EUR " + amount));
    }

    private static String whyNot(PricingPlan plan, Quote quote, PricingContext context) {
        PricingEngine engine = PricingEngine.compile(plan, CATALOG);
        return engine.whyNot(quote, context, "L").reasons().get(0).code();
    }

    @Test
    void aCouponOpensARuleOnItsDaysAndSoOften() {
        PricingContext context = PricingContext.of(DAY);
        Coupon coupon =
                Coupon.builder().code("C").mostUses(3).mostUsesByCustomer(1).build();
        PricingPlan plan = plan(rule("R", percentOff("50")).withCoupon("C")).withCoupons(coupon);
        Quote presented = TWO_DAYS.withCoupons("C");
        assertThat(total(plan, presented)).isEqualTo(euros("1200.00"));
        assertThat(total(plan, TWO_DAYS)).isEqualTo(euros("2400.00"));
        assertThat(whyNot(plan, TWO_DAYS, context)).isEqualTo("cpq.pricing.couponMissing");
        assertThat(whyNot(plan.withCoupons(coupon.withValidFrom(DAY.plusDays(1))), presented, context))
                .isEqualTo("cpq.pricing.couponNotValid");
        assertThat(whyNot(plan, presented, context.withCouponUses(Map.of("C", 3))))
                .isEqualTo("cpq.pricing.couponUsedUp");
        assertThat(whyNot(plan, presented, context.withCouponUsesByCustomer(Map.of("C", 1))))
                .isEqualTo("cpq.pricing.couponUsedUp");
        assertThat(PricingEngine.compile(plan, CATALOG)
                        .price(presented, context.withCouponUses(Map.of("C", 2)), TaxCalculator.none())
                        .total())
                .isEqualTo(euros("1200.00"));
    }

    private static PriceGuards guards(String margin, String line, String quote) {
        return new PriceGuards(percent(margin), percent(line), percent(quote));
    }

    private static Optional<BigDecimal> percent(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    @Test
    void guardsHoldLinesAndTheQuote() {
        PriceRule line = rule("L", percentOff("80"));
        PriceRule order = rule("O", PriceAction.OrderPercentOff.of(new BigDecimal(80)));
        assertThat(total(plan(line).withGuards(guards("", "30", "")), TWO_DAYS)).isEqualTo(euros("1680.00"));
        assertThat(total(plan(order).withGuards(guards("", "30", "")), TWO_DAYS))
                .isEqualTo(euros("1680.00"));
        assertThat(total(plan(order).withGuards(guards("", "", "25")), TWO_DAYS))
                .isEqualTo(euros("1800.00"));
        // What rules took off the lines counts: 40 % are gone, so that 25 % leave no room.
        assertThat(total(plan(rule("L", percentOff("40")), order).withGuards(guards("", "", "25")), TWO_DAYS))
                .isEqualTo(euros("1440.00"));
    }

    /** A day costs EUR 700; a margin of 30 % of the price asks for EUR 1000. */
    @Test
    void theMarginGuardAsksForTheCostInTheCurrencyOfTheBook() {
        PricingPlan plan = plan(rule("L", percentOff("80"))).withGuards(guards("30", "", ""));
        Product day = Product.of("day", "Day").withCosts(BigMoney.parse("EUR 700"), BigMoney.parse("USD 1"));
        assertThat(price(plan, day)).isEqualTo(euros("2000.00"));
        assertThat(price(plan, day.withCosts(BigMoney.parse("USD 1000")))).isEqualTo(euros("480.00"));
    }

    private static Optional<Money> price(PricingPlan plan, Product day) {
        List<Product> products = new ArrayList<>(CATALOG.products());
        products.removeIf(product -> product.id().equals("day"));
        products.add(day);
        return PricingEngine.compile(plan, Catalog.of(products))
                .price(TWO_DAYS, DAY)
                .total();
    }

    /** Nine seats at a floor of 2.2237 each: 20.02 of whole cents, while the sum of all lines is rounded down below. */
    @ParameterizedTest
    @CsvSource({"DOWN", "FLOOR", "HALF_UP"})
    void noLineFallsBelowItsFloorWhereTheSumIsRounded(RoundingMode mode) {
        List<PriceEntry> entries = new ArrayList<>(Samples.book().entries());
        entries.replaceAll(
                entry -> entry.product().equals("seat") ? entry.withFloor(BigMoney.parse("EUR 2.2237")) : entry);
        PricingPlan plan = plan(rule("A", percentOff("99")))
                .withPriceBooks(Samples.book().withEntries(entries))
                .withRounding(RoundingPolicy.of(mode, RoundingLevel.TOTAL));
        PricingEngine engine = PricingEngine.compile(plan, CATALOG);
        for (int gigabytes = 1; gigabytes < 100; gigabytes++) {
            PricedQuote priced =
                    engine.price(quote(line("L1", "seat", "9"), line("L2", "storage", "" + gigabytes)), DAY);
            assertThat(priced.line("L1").net().orElseThrow()).isGreaterThanOrEqualTo(Money.parse("EUR 20.02"));
            assertThat(priced.total())
                    .contains(priced.line("L1")
                            .net()
                            .orElseThrow()
                            .plus(priced.line("L2").net().orElseThrow()));
        }
    }

    /** 20 %, 10 % and EUR 100 off each of EUR 1200. */
    @ParameterizedTest
    @CsvSource({"SEQUENTIAL, 1528.00", "PARALLEL, 1480.00", "BEST_FOR_CUSTOMER, 1920.00", "FIRST, 1920.00"})
    void aGroupSaysHowItsRulesWorkTogether(Stacking stacking, String expected) {
        PriceRule[] rules = {
            rule("A", percentOff("20")).withGroup("g"),
            rule("B", percentOff("10")).withGroup("g"),
            rule("C", PriceAction.AmountOffUnit.of(BigMoney.parse("EUR 100"))).withGroup("g")
        };
        assertThat(total(plan(rules).withGroups(new RuleGroup("g", stacking)), TWO_DAYS))
                .isEqualTo(euros(expected));
    }

    @Test
    void aSaleOnlyLowersAndShowsWhatItLowered() {
        PriceBook sale = PriceBook.builder()
                .id("sale")
                .currency(CurrencyUnit.EUR)
                .inherits("eur")
                .sale(true)
                .addEntries(
                        PriceEntry.of("day", new PriceModel.PerUnit(BigMoney.parse("EUR 1000"))),
                        PriceEntry.of("seat", new PriceModel.PerUnit(BigMoney.parse("EUR 99"))))
                .build();
        PricingPlan plan = plan().withPriceBooks(Samples.book(), sale);
        Quote quote = quote(line("L1", "day", "2"), line("L2", "seat", "1")).withPriceBook("sale");
        PricedQuote priced = PricingEngine.compile(plan, CATALOG).price(quote, DAY);
        assertThat(priced.line("L1").waterfall().orElseThrow().list()).isEqualTo(BigMoney.parse("EUR 2400.00"));
        assertThat(priced.line("L1").net()).isEqualTo(euros("2000.00"));
        assertThat(priced.line("L2").net()).isEqualTo(euros("30.00"));
        assertThat(total(plan.withPriceBooks(Samples.book(), sale.withValidUntil(DAY.minusDays(1))), quote))
                .isEmpty();
    }

    /** Support costs 10 % of the software, two of them 20 %. */
    @Test
    void aPercentageOfOtherLinesIsForEachUnit() {
        List<PriceEntry> entries = new ArrayList<>(Samples.book().entries());
        entries.removeIf(entry -> entry.product().equals("day"));
        entries.add(PriceEntry.of(
                "day",
                new PriceModel.PercentOfTotal(BigDecimal.TEN, Optional.of(Criterion.parse("family = \"software\"")))));
        PricingPlan plan = plan().withPriceBooks(Samples.book().withEntries(entries));
        Quote quote = quote(line("S", "seat", "10"), line("D", "day", "2"), line("E", "day", "1"));
        PricedQuote priced = PricingEngine.compile(plan, CATALOG).price(quote, DAY);
        assertThat(priced.line("D").net()).isEqualTo(euros("60.00"));
        assertThat(priced.line("E").net()).isEqualTo(euros("30.00"));
    }

    @Test
    void quantitiesInOtherUnitsAreConverted() {
        Catalog catalog = Catalog.of(List.of(Product.of("day", "Day").withUnit("d")))
                .withUnits(List.of(
                        new UnitOfMeasure("week", "d", new BigDecimal(5)),
                        new UnitOfMeasure("box", "piece", BigDecimal.TEN)));
        List<PriceEntry> entries = new ArrayList<>(Samples.book().entries());
        entries.removeIf(entry -> !entry.product().equals("day"));
        PricingEngine engine =
                PricingEngine.compile(plan().withPriceBooks(Samples.book().withEntries(entries)), catalog);
        QuoteLine weeks = line("L", "day", "1.5").withUnit("week");
        assertThat(engine.price(quote(weeks), DAY).total()).isEqualTo(euros("9000.00"));
        assertThat(engine.price(quote(weeks.withUnit("box")), DAY)
                        .line("L")
                        .obstacle()
                        .orElseThrow()
                        .code())
                .isEqualTo("cpq.pricing.unitUnknown");
    }

    @ParameterizedTest
    @CsvSource({"0, 0.00", "0.001, 1.08", "1000000000000000, 1080000000000000000.00"})
    void quantitiesOfAllSizesAreDiscounted(String quantity, String expected) {
        PricingPlan plan = plan(rule("O", PriceAction.OrderPercentOff.of(BigDecimal.TEN)));
        Quote quote = quote(line("L", "day", quantity));
        PricingEngine engine = PricingEngine.compile(plan, CATALOG);
        assertThat(engine.price(quote, DAY).total()).isEqualTo(euros(expected));
        assertThat(engine.open(TWO_DAYS, PricingContext.of(DAY), TaxCalculator.none())
                        .with(quote)
                        .priced()
                        .total())
                .isEqualTo(euros(expected));
    }
}
