package io.github.saleskit.cpq.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.money.AllocationMethod;
import io.github.saleskit.core.money.MoneyAllocation;
import io.github.saleskit.core.money.RoundingLevel;
import io.github.saleskit.core.money.RoundingPolicy;
import io.github.saleskit.core.support.JsonLine;
import io.github.saleskit.cpq.quote.Quote;
import io.github.saleskit.cpq.quote.QuoteLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

class PricingPropertyTest {

    @Property(tries = 150)
    void theWaterfallReplaysAndTheLinesAddUpToTheTotal(
            @ForAll("plans") PricingPlan plan, @ForAll("quotes") Quote quote) {
        PricedQuote priced = price(plan, quote);
        Money sum = Money.zero(CurrencyUnit.EUR);
        for (PricedLine line : priced.lines()) {
            PriceWaterfall waterfall = line.waterfall().orElseThrow();
            assertThat(waterfall.replay()).isEqualTo(waterfall.net());
            BigMoney amount = BigMoney.zero(CurrencyUnit.EUR);
            for (PriceStep step : waterfall.steps()) {
                assertThat(step.input()).isEqualTo(amount);
                amount = step.output();
                assertThat(amount.isNegative()).isFalse();
            }
            sum = sum.plus(waterfall.net());
        }
        assertThat(priced.total()).contains(sum);
    }

    @Property(tries = 150)
    void theDiscountsOnTheOrderAreThoseOfTheLines(@ForAll("plans") PricingPlan plan, @ForAll("quotes") Quote quote) {
        List<PriceRule> linesFirst = new ArrayList<>(plan.rules());
        linesFirst.sort(Comparator.comparing(rule -> !rule.onLines()));
        PricedQuote priced = price(plan.withRules(linesFirst), quote);
        for (OrderDiscount discount : priced.orderDiscounts()) {
            BigMoney shares = BigMoney.zero(CurrencyUnit.EUR)
                    .plus(priced.lines().stream()
                            .flatMap(line -> line.waterfall().orElseThrow().steps().stream())
                            .filter(step -> step.kind() == PriceStepKind.ORDER_RULE
                                    && step.source().equals(Optional.of(discount.rule())))
                            .map(PriceStep::difference)
                            .toList());
            assertThat(shares.negated().isEqual(discount.discount())).isTrue();
        }
        Optional<Money> last = priced.orderDiscounts().stream()
                .reduce((first, second) -> {
                    assertThat(second.input()).isEqualTo(first.output());
                    return second;
                })
                .map(OrderDiscount::output);
        last.ifPresent(output -> assertThat(priced.total()).contains(output));
    }

    /** An independent calculation of plans whose rules all apply, with one line, rounded by line. */
    @Property(tries = 150)
    void aSingleLineCostsWhatPlainArithmeticSays(
            @ForAll("actions") List<PriceAction> actions, @ForAll("quantities") BigDecimal quantity) {
        List<PriceRule> rules = IntStream.range(0, actions.size())
                .mapToObj(i -> Samples.rule("R" + i, actions.get(i)))
                .toList();
        PricingPlan plan = Samples.plan(rules.toArray(PriceRule[]::new));
        BigDecimal amount = cents(seats(quantity));
        for (PriceAction action : actions) {
            if (action instanceof PriceAction.PercentOff off) {
                amount = cents(amount.multiply(BigDecimal.valueOf(100).subtract(off.percent()))
                        .divide(BigDecimal.valueOf(100)));
            } else if (action instanceof PriceAction.AmountOffUnit off) {
                amount = cents(amount.subtract(off.amount().getAmount().multiply(quantity)))
                        .max(new BigDecimal("0.00"));
            } else if (action instanceof PriceAction.UnitPrice set) {
                amount = cents(set.price().getAmount().multiply(quantity));
            } else if (action instanceof PriceAction.OrderPercentOff off) {
                BigDecimal discount = cents(amount.multiply(off.percent()).divide(BigDecimal.valueOf(100)));
                BigDecimal most = off.atMost().map(Money::getAmount).orElse(discount);
                amount = amount.subtract(discount.min(most));
            } else if (action instanceof PriceAction.OrderAmountOff off) {
                amount = amount.subtract(off.amount().getAmount()).max(new BigDecimal("0.00"));
            }
        }
        Quote quote = Samples.quote(QuoteLine.of("L", "seat", quantity));
        assertThat(price(plan, quote).total().orElseThrow().getAmount()).isEqualByComparingTo(amount);
    }

    /** Tiers of the sample book: 30 up to 10, 25 up to 50, 20 beyond. */
    private static BigDecimal seats(BigDecimal quantity) {
        BigDecimal first = quantity.min(BigDecimal.TEN);
        BigDecimal second =
                quantity.min(BigDecimal.valueOf(50)).subtract(BigDecimal.TEN).max(BigDecimal.ZERO);
        BigDecimal third = quantity.subtract(BigDecimal.valueOf(50)).max(BigDecimal.ZERO);
        return first.multiply(BigDecimal.valueOf(30))
                .add(second.multiply(BigDecimal.valueOf(25)))
                .add(third.multiply(BigDecimal.valueOf(20)));
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    /** Where the order has no rules of its own and lines are rounded by themselves, their order does not matter. */
    @Property(tries = 150)
    void linesDoNotInfluenceOneAnother(@ForAll("plans") PricingPlan plan, @ForAll("quotes") Quote quote) {
        PricingPlan alone = plan.withRules(plan.rules().stream()
                        .filter(rule -> rule.actions().get(0) instanceof PriceAction.OnLine
                                && rule.when().isEmpty())
                        .toList())
                .withRounding(RoundingPolicy.halfUpByLine());
        List<QuoteLine> turned = new ArrayList<>(quote.lines());
        Collections.reverse(turned);
        PricedQuote one = price(alone, quote);
        PricedQuote other = price(alone, quote.withLines(turned));
        quote.lines().forEach(line -> assertThat(other.line(line.id())).isEqualTo(one.line(line.id())));
    }

    @Tag("long")
    @Property(tries = 5_000)
    void thoseLawsHoldForThousandsOfQuotes(
            @ForAll("plans") PricingPlan plan,
            @ForAll("quotes") Quote quote,
            @ForAll("actions") List<PriceAction> actions,
            @ForAll("quantities") BigDecimal quantity) {
        theWaterfallReplaysAndTheLinesAddUpToTheTotal(plan, quote);
        theDiscountsOnTheOrderAreThoseOfTheLines(plan, quote);
        aSingleLineCostsWhatPlainArithmeticSays(actions, quantity);
        linesDoNotInfluenceOneAnother(plan, quote);
    }

    /** Every third unit of days at EUR 1 200, one after the other, from the dearest on: all units cost the same. */
    @Property(tries = 100)
    void lotsOverManyLinesGiveAsManyUnitsAsOneLine(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 9) Integer> quantities, @ForAll FreePick pick) {
        Quote quote = Samples.quote(IntStream.range(0, quantities.size())
                .mapToObj(i -> Samples.line("L" + i, "day", "" + quantities.get(i)))
                .toArray(QuoteLine[]::new));
        int units = quantities.stream().mapToInt(each -> each).sum();
        assertThat(price(Samples.plan(Samples.rule("B", PromotionsTest.buyGet(Optional.of(pick)))), quote)
                        .total())
                .contains(Money.parse("EUR 1200.00").multipliedBy(units - units / 3));
    }

    @Property(tries = 25)
    void planAndPricedQuoteComeBackFromJson(@ForAll("plans") PricingPlan plan, @ForAll("quotes") Quote quote) {
        JsonLine.assertRoundTrip(plan, PricingPlan.class);
        JsonLine.assertRoundTrip(price(plan, quote), PricedQuote.class);
    }

    /** Against a sum over single units and against the definition of the volume price. */
    @Property(tries = 150)
    void tieredPricesAgreeWithCountingUnits(
            @ForAll("schedules") List<PriceTier> tiers, @ForAll TierBounds bounds, @ForAll("counts") int quantity) {
        BigDecimal units = BigDecimal.valueOf(quantity);
        PriceModel graduated = new PriceModel.Graduated(tiers, bounds, ZeroQuantity.FREE);
        PriceModel volume = new PriceModel.Volume(tiers, bounds, ZeroQuantity.FREE);
        BigDecimal counted = BigDecimal.ZERO;
        for (int unit = 1; unit <= quantity; unit++) {
            counted = counted.add(
                    tierHolding(tiers, unit, true).unitPrice().orElseThrow().getAmount());
        }
        for (int i = 0; i < tiers.size() && quantity > 0; i++) {
            int begin = i == 0 ? 0 : tiers.get(i - 1).upTo().orElseThrow().intValueExact();
            if (quantity > begin || (bounds == TierBounds.UPPER_EXCLUSIVE && quantity == begin)) {
                counted = counted.add(
                        tiers.get(i).flatFee().map(BigMoney::getAmount).orElse(BigDecimal.ZERO));
            }
        }
        assertThat(PriceModelTest.amount(graduated, "" + quantity)).isEqualByComparingTo(counted);
        if (quantity > 0) {
            PriceTier reached = tierHolding(tiers, quantity, bounds == TierBounds.UPPER_INCLUSIVE);
            BigDecimal all = reached.unitPrice().orElseThrow().getAmount().multiply(units);
            assertThat(PriceModelTest.amount(volume, "" + quantity))
                    .isEqualByComparingTo(
                            all.add(reached.flatFee().map(BigMoney::getAmount).orElse(BigDecimal.ZERO)));
        }
    }

    @Tag("long")
    @Property(tries = 5_000)
    void thousandsOfTieredPricesAgreeWithCountingUnits(
            @ForAll("schedules") List<PriceTier> tiers, @ForAll TierBounds bounds, @ForAll("counts") int quantity) {
        tieredPricesAgreeWithCountingUnits(tiers, bounds, quantity);
    }

    private static PriceTier tierHolding(List<PriceTier> tiers, int unit, boolean inclusive) {
        return tiers.stream()
                .filter(tier -> tier.upTo()
                        .map(upTo -> inclusive ? unit <= upTo.intValueExact() : unit < upTo.intValueExact())
                        .orElse(true))
                .findFirst()
                .orElseThrow();
    }

    @Provide
    Arbitrary<Integer> counts() {
        return Arbitraries.integers().between(0, 60);
    }

    @Provide
    Arbitrary<List<PriceTier>> schedules() {
        Arbitrary<PriceTier> tier = Combinators.combine(prices(), prices().optional())
                .as((unit, flat) ->
                        PriceTier.builder().unitPrice(unit).flatFee(flat).build());
        return Combinators.combine(
                        tier.list().ofMinSize(1).ofMaxSize(5),
                        Arbitraries.integers().between(1, 15).list().ofSize(5))
                .as((tiers, widths) -> {
                    List<PriceTier> schedule = new ArrayList<>();
                    int end = 0;
                    for (int i = 0; i < tiers.size() - 1; i++) {
                        end += widths.get(i);
                        schedule.add(tiers.get(i).withUpTo(BigDecimal.valueOf(end)));
                    }
                    schedule.add(tiers.get(tiers.size() - 1));
                    return schedule;
                });
    }

    @Provide
    Arbitrary<BigDecimal> quantities() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 70).map(BigDecimal::valueOf),
                Arbitraries.bigDecimals()
                        .between(BigDecimal.ZERO, BigDecimal.valueOf(900))
                        .ofScale(3));
    }

    private static Arbitrary<BigMoney> prices() {
        return Arbitraries.integers()
                .between(0, 20_000)
                .map(units -> BigMoney.of(CurrencyUnit.EUR, BigDecimal.valueOf(units, 3)));
    }

    @Provide
    Arbitrary<List<PriceAction>> actions() {
        Arbitrary<BigDecimal> percents = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(100))
                .ofScale(1);
        Arbitrary<Money> amounts =
                Arbitraries.longs().between(0, 50_000).map(cents -> Money.ofMinor(CurrencyUnit.EUR, cents));
        return Arbitraries.<PriceAction>oneOf(
                        percents.map(PriceAction.PercentOff::of),
                        prices().map(PriceAction.AmountOffUnit::of),
                        prices().map(PriceAction.UnitPrice::of),
                        Combinators.combine(percents, amounts.optional())
                                .as((percent, most) ->
                                        new PriceAction.OrderPercentOff(percent, most, Optional.empty())),
                        amounts.map(PriceAction.OrderAmountOff::of))
                .list()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<PricingPlan> plans() {
        Arbitrary<Optional<Criterion>> conditions = Arbitraries.of(
                        "quantity >= 10", "price < list", "order.price >= \"EUR 100\"", "order.quantity > 20")
                .map(Criterion::parse)
                .optional();
        return Combinators.combine(
                        actions(),
                        conditions.list().ofSize(6),
                        Arbitraries.of(
                                RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.DOWN, RoundingMode.UP),
                        Arbitraries.of(RoundingLevel.class),
                        Arbitraries.of(AllocationMethod.class))
                .as((actions, whens, mode, level, method) -> Samples.plan(rules(actions, whens))
                        .withRounding(RoundingPolicy.of(mode, level))
                        .withAllocation(MoneyAllocation.of(method)));
    }

    private static PriceRule[] rules(List<PriceAction> actions, List<Optional<Criterion>> whens) {
        return IntStream.range(0, actions.size())
                .mapToObj(i -> Samples.rule("R" + i, actions.get(i)))
                .map(rule -> {
                    Optional<Criterion> when =
                            whens.get(Integer.parseInt(rule.id().substring(1)));
                    boolean fits = rule.actions().get(0) instanceof PriceAction.OnLine
                            || when.map(criterion -> criterion.toString().startsWith("order."))
                                    .orElse(true);
                    return fits ? rule.withWhen(when) : rule;
                })
                .toArray(PriceRule[]::new);
    }

    @Provide
    Arbitrary<Quote> quotes() {
        Arbitrary<QuoteLine> line = Combinators.combine(Arbitraries.of("seat", "storage", "day"), quantities())
                .as((product, quantity) -> QuoteLine.of("", product, quantity));
        return line.list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(lines -> Samples.quote(IntStream.range(0, lines.size())
                        .mapToObj(i -> QuoteLine.of(
                                "L" + i, lines.get(i).product(), lines.get(i).quantity()))
                        .toArray(QuoteLine[]::new)));
    }

    private static PricedQuote price(PricingPlan plan, Quote quote) {
        return PricingEngine.compile(plan, Samples.CATALOG).price(quote, Samples.DAY);
    }
}
