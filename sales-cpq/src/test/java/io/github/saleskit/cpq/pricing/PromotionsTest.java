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
import io.github.saleskit.cpq.quote.Quote;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Lines that rules add, units that are given, rules that conflict. */
class PromotionsTest {

    private static PricedQuote price(PricingPlan plan, Quote quote) {
        return PricingEngine.compile(plan, CATALOG).price(quote, DAY);
    }

    @Test
    void aCouponThatIsNotTakenAddsNoLine() {
        PricingPlan gift = plan(
                rule("GIFT", new PriceAction.AddLine("day", BigDecimal.ONE)).withCoupon("C"));
        Coupon coupon = Coupon.builder().code("C").build();
        Quote quote = quote(line("L1", "seat", "5")).withCoupons("C");
        assertThat(price(gift.withCoupons(coupon), quote).lines()).hasSize(2);
        assertThat(price(gift.withCoupons(coupon.withValidUntil(DAY.minusDays(1))), quote)
                        .lines())
                .hasSize(1);
        assertThat(price(gift.withCoupons(coupon.withMostUses(0)), quote).lines())
                .hasSize(1);
    }

    /** 15 % of 1,200 are 180, of 300 they are 45; of the list price after another discount as of what is left. */
    @Test
    void aPercentageMayTakeNoMoreThanAnAmountOffALine() {
        PriceAction capped = PriceAction.PercentOff.of(BigDecimal.valueOf(15), BigMoney.parse("EUR 100"));
        Quote quote = quote(line("L1", "day", "1"), line("L2", "seat", "10"));
        PricedQuote priced = price(plan(rule("CAP", capped)), quote);
        assertThat(priced.line("L1").net()).contains(Money.parse("EUR 1100.00"));
        assertThat(priced.line("L2").net()).contains(Money.parse("EUR 255.00"));
        PricingPlan parallel = plan(
                        rule("HALF", percentOff("50")).withGroup("g"),
                        rule("CAP", capped).withGroup("g"))
                .withGroups(new RuleGroup("g", Stacking.PARALLEL));
        assertThat(price(parallel, quote).line("L2").net()).contains(Money.parse("EUR 105.00"));
        assertThat(price(parallel, quote).line("L1").net()).contains(Money.parse("EUR 500.00"));
    }

    @Test
    void aRuleThatAddsALineRoundsNoOther() {
        PricingPlan plan = plan(
                        rule("GIFT", new PriceAction.AddLine("day", BigDecimal.ONE)), rule("TENTH", percentOff("10")))
                .withRounding(RoundingPolicy.of(RoundingMode.HALF_UP, RoundingLevel.TOTAL));
        PricedLine line = price(plan, quote(line("L1", "storage", "3"))).line("L1");
        assertThat(line.waterfall().orElseThrow().steps())
                .extracting(PriceStep::kind)
                .containsExactly(PriceStepKind.LIST, PriceStepKind.LINE_RULE, PriceStepKind.SETTLEMENT);
    }

    @Test
    void aRuleThatAddsALineIsNotSaidToHaveBeenKeptAway() {
        PricingEngine engine =
                PricingEngine.compile(plan(rule("GIFT", new PriceAction.AddLine("day", BigDecimal.ONE))), CATALOG);
        WhyNot why = engine.whyNot(quote(line("L1", "seat", "5")), PricingContext.of(DAY), "L1");
        assertThat(why.reasons())
                .extracting(reason -> reason.text(Locale.ENGLISH))
                .containsExactly("GIFT adds lines to the quote and does not change the price of this one.");
    }

    static PriceAction buyGet(Optional<FreePick> pick) {
        return new PriceAction.BuyGet(
                Optional.empty(),
                BigDecimal.valueOf(2),
                Optional.empty(),
                BigDecimal.ONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                pick);
    }

    @Test
    void unitsAreGivenHoweverManyTheyAre() {
        PricedQuote priced = price(plan(rule("B", buyGet(Optional.empty()))), quote(line("L", "day", "900000")));
        assertThat(priced.total()).contains(Money.parse("EUR 720000000.00"));
    }

    private static PriceAction.BuyGet oneForOne(int mostLots) {
        return new PriceAction.BuyGet(
                Optional.empty(),
                BigDecimal.ONE,
                Optional.empty(),
                BigDecimal.ONE,
                Optional.empty(),
                Optional.empty(),
                Optional.of(mostLots),
                Optional.empty());
    }

    /** Of two days the first opens a lot and the second is given; nothing is left for a second rule. */
    @Test
    void noUnitOpensTwoLotsNorIsGivenTwice() {
        PricingPlan plan = plan(rule("A", oneForOne(1)), rule("B", oneForOne(1)));
        assertThat(price(plan, quote(line("L", "day", "2"))).total()).contains(Money.parse("EUR 1200.00"));
        assertThat(price(plan, quote(line("L", "day", "3"))).total()).contains(Money.parse("EUR 1200.00"));
        assertThat(price(plan, quote(line("L", "day", "4"))).total()).contains(Money.parse("EUR 2400.00"));
    }

    @Test
    void givenUnitsMayCostAnAmountLess() {
        PriceAction.BuyGet free = oneForOne(1);
        PriceAction off = new PriceAction.BuyGet(
                free.buy(),
                free.buyUnits(),
                free.get(),
                free.getUnits(),
                Optional.empty(),
                Optional.of(BigMoney.parse("EUR 100")),
                free.mostLots(),
                free.pick());
        assertThat(price(plan(rule("A", off)), quote(line("L", "day", "2"))).total())
                .contains(Money.parse("EUR 2300.00"));
    }

    @Test
    void aRuleExclusiveAmongLineRulesLeavesTheOrderToOthers() {
        PriceRule order = rule("O", PriceAction.OrderPercentOff.of(BigDecimal.TEN));
        PriceRule line = rule("L", percentOff("50"));
        PriceRule second = rule("M", percentOff("10"));
        Quote quote = quote(line("L", "day", "1"));
        assertThat(price(plan(line.withExclusive(Exclusive.AMONG_LINE_RULES), second, order), quote)
                        .total())
                .contains(Money.parse("EUR 540.00"));
        assertThat(price(plan(line.withExclusive(Exclusive.ON_LINE), second, order), quote)
                        .total())
                .contains(Money.parse("EUR 600.00"));
    }

    /** A day is bought at its price, so that the other rule does not reach it either. */
    @Test
    void linesWhoseUnitsAreBoughtBelongToAnExclusiveLotToo() {
        PriceAction.BuyGet lot = new PriceAction.BuyGet(
                Optional.of(Criterion.parse("product = \"day\"")),
                BigDecimal.ONE,
                Optional.of(Criterion.parse("product = \"seat\"")),
                BigDecimal.ONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        PricingPlan plan = plan(
                rule("B", lot).withExclusive(Exclusive.AMONG_LINE_RULES),
                rule("L", percentOff("50")).withPriority(-1).withWhen(Criterion.parse("order.price >= \"EUR 1\"")));
        PricedQuote priced = price(plan, quote(line("L1", "day", "1"), line("L2", "seat", "1")));
        assertThat(priced.line("L1").net()).contains(Money.parse("EUR 1200.00"));
        assertThat(priced.line("L2").net()).contains(Money.parse("EUR 0.00"));
    }

    @Test
    void aRuleThatChangesNothingLeavesNoStep() {
        PricedQuote priced = price(plan(rule("Z", percentOff("0"))), quote(line("L", "day", "1")));
        assertThat(priced.appliedRules()).isEmpty();
    }

    /** An order of which a line has no price is no order to discount. */
    @Test
    void aLineOnWhichRulesConflictLeavesTheOrderWithoutDiscount() {
        Criterion seats = Criterion.parse("product = \"seat\"");
        PricingPlan plan = plan(
                        rule("A", percentOff("10")).withGroup("g").withWhen(seats),
                        rule("B", percentOff("20")).withGroup("g").withWhen(seats),
                        rule("O", PriceAction.OrderPercentOff.of(BigDecimal.TEN)))
                .withGroups(new RuleGroup("g", Stacking.MOST_SPECIFIC));
        PricedQuote priced = price(plan, quote(line("L1", "seat", "5"), line("L2", "day", "1")));
        assertThat(priced.total()).isEmpty();
        assertThat(priced.orderDiscounts()).isEmpty();
        assertThat(priced.line("L2").net()).contains(Money.parse("EUR 1200.00"));
    }

    private static PricingPlan withSupport(Criterion lines) {
        List<PriceEntry> entries = new ArrayList<>(Samples.book().entries());
        entries.removeIf(entry -> entry.product().equals("day"));
        entries.add(PriceEntry.of("day", new PriceModel.PercentOfTotal(BigDecimal.TEN, Optional.of(lines))));
        return plan(rule("R", percentOff("10")).withWhen(Criterion.parse("product = \"seat\"")))
                .withPriceBooks(Samples.book().withEntries(entries));
    }

    @Test
    void aPercentageOfOtherLinesSeesThoseThatCount() {
        PricingPlan plan = withSupport(Criterion.parse("productQuantity >= 7"));
        Quote quote = quote(
                line("L1", "seat", "5"),
                line("L2", "day", "1"),
                line("L3", "seat", "3").withOptional(true));
        assertThat(price(plan, quote).line("L2").net()).contains(Money.parse("EUR 0.00"));
        Quote taken = quote.withLines(
                quote.lines().get(0), quote.lines().get(1), quote.lines().get(2).withOptional(false));
        assertThat(price(plan, taken).line("L2").net()).contains(Money.parse("EUR 24.00"));
    }

    @Test
    void whyALinePricedByOthersIsNotCheaperIsExplainedLikeAnyLine() {
        PricingEngine engine = PricingEngine.compile(withSupport(Criterion.parse("quantity >= 1")), CATALOG);
        Quote quote = quote(line("L1", "seat", "5"), line("L2", "day", "1"));
        assertThat(engine.whyNot(quote, PricingContext.of(DAY), "L2").reasons())
                .extracting(reason -> reason.code())
                .containsExactly("cpq.pricing.conditionFails");
    }
}
