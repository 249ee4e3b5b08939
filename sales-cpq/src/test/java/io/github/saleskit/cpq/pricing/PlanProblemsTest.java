package io.github.saleskit.cpq.pricing;

import static io.github.saleskit.cpq.pricing.Samples.CATALOG;
import static io.github.saleskit.cpq.pricing.Samples.graduated;
import static io.github.saleskit.cpq.pricing.Samples.percentOff;
import static io.github.saleskit.cpq.pricing.Samples.plan;
import static io.github.saleskit.cpq.pricing.Samples.rule;
import static io.github.saleskit.cpq.pricing.Samples.tier;
import static io.github.saleskit.cpq.pricing.Samples.volume;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problem;
import io.github.saleskit.core.money.RoundingLevel;
import io.github.saleskit.core.money.RoundingPolicy;
import io.github.saleskit.cpq.catalog.Catalog;
import io.github.saleskit.cpq.catalog.Product;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class PlanProblemsTest {

    private static final BigMoney EUR = BigMoney.parse("EUR 1");
    private static final BigMoney USD = BigMoney.parse("USD 1");

    @Test
    void couponsAndGroupsThatRulesNameHaveToBeInThePlan() {
        PriceRule rule = PriceRule.builder()
                .id("spring")
                .coupon("SPRING")
                .group("sales")
                .addActions(PriceAction.PercentOff.of(BigDecimal.TEN))
                .build();
        assertThat(compileProblems(
                        priced(PriceModel.perUnit(EUR)).withRules(rule), Catalog.of(List.of(Product.of("p", "P")))))
                .extracting(problem -> problem.message() + " " + problem.advice())
                .contains(
                        "there is no group \"sales\" in the plan null",
                        "there is no coupon \"SPRING\" in the plan Maybe add it to the coupons of the plan?");
    }

    @Test
    void tiersThatDoNotFitTogetherAreReportedWithTheirPlace() {
        assertThat(problems(graduated())).containsExactly("/tiers tiers.none");
        assertThat(problems(graduated(tier("10", "EUR 5"), between("11", "20", "EUR 4"))))
                .containsExactly("/tiers/1/from tiers.gap");
        assertThat(problems(graduated(tier("10", "EUR 5"), between("9", "20", "EUR 4"))))
                .containsExactly("/tiers/1/from tiers.overlap");
        assertThat(problems(graduated(tier("10", "EUR 5"), tier("10", "EUR 4"))))
                .containsExactly("/tiers/1/upTo tiers.notAscending");
        assertThat(problems(graduated(tier(null, "EUR 5"), tier("10", "EUR 4"))))
                .containsExactly("/tiers/0/upTo tiers.open");
        assertThat(problems(graduated(between("1", "10", "EUR 5")))).containsExactly("/tiers/0/from tiers.notFromZero");
        assertThat(problems(volume(between("-1", "10", "EUR 5")))).containsExactly("/tiers/0/from tiers.negative");
        assertThat(problems(volume(PriceTier.builder().build()))).containsExactly("/tiers/0 tier.noPrice");
        assertThat(problems(volume(tier("1e9999999", "EUR 5"), tier(null, "EUR 5"))))
                .containsExactly("/tiers/0/upTo number.tooLong");
        assertThat(problems(graduated(between("0", "10", "EUR 5"), between("10", "20", "EUR 4"))))
                .isEmpty();
        assertThat(problems(volume(between("1", "11", "EUR 5")))).isEmpty();
    }

    @Test
    void aGapIsExplained() {
        Problem gap = compileProblems(priced(graduated(tier("10", "EUR 5"), between("11", "20", "EUR 4"))), CATALOG)
                .get(0);
        assertThat(gap.toString())
                .isEqualTo(
                        "/plan/priceBooks/0/entries/0/price/tiers/1/from: there is a gap after the tier before, which"
                                + " ends at 10 (tiers.gap). Maybe 10? Tiers share their bounds; \"bounds\" says "
                                + "to which of both"
                                + " a bound belongs.");
    }

    @Test
    void pricesMustBeInTheCurrencyOfTheBookAndNotNegative() {
        assertThat(problems(new PriceModel.PerUnit(BigMoney.parse("USD 5"))))
                .containsExactly("/unitPrice price.currency");
        assertThat(problems(graduated(tier("10", "EUR -5"), tier(null, "USD 4"))))
                .containsExactly("/tiers/0/unitPrice price.negative", "/tiers/1/unitPrice price.currency");
        assertThat(problems(new PriceModel.PerUnit(BigMoney.parse("EUR 0.0000000000000000001"))))
                .containsExactly("/unitPrice number.tooLong");
        assertThat(problems(new PriceModel.PerPackage(
                        BigDecimal.ZERO, BigMoney.parse("EUR -1"), Optional.of(new BigDecimal("-1")))))
                .containsExactly("/price price.negative", "/size package.size", "/freeUnits package.freeUnits");
    }

    @Test
    void everyProblemOfPlanAndCatalogIsReportedAtOnce() {
        Catalog catalog =
                Catalog.of(List.of(Product.of("day", "Day"), Product.of(" ", "Blank"), Product.of("day", "Day")));
        PriceBook book = PriceBook.builder()
                .id("eur")
                .currency(CurrencyUnit.EUR)
                .validFrom(Samples.DAY)
                .validUntil(Samples.DAY.minusDays(1))
                .addEntries(perUnit("dya"), perUnit("day"), perUnit("day"))
                .build();
        PricingPlan plan = plan(
                        rule("R", percentOff("100.1")),
                        rule("R", percentOff("-1")),
                        rule("", PriceAction.OrderAmountOff.of(Money.parse("USD 1.00"))),
                        rule("U", PriceAction.UnitPrice.of(BigMoney.parse("EUR -1"))),
                        rule("V", percentOff("1e9999999")),
                        rule("W", percentOff("5")).withWhen(Criterion.parse("famly = \"x\" and quantity > :q")),
                        rule(
                                        "X",
                                        new PriceAction.OrderPercentOff(
                                                BigDecimal.ONE,
                                                Optional.of(Money.parse("EUR -1.00")),
                                                Optional.empty()))
                                .withWhen(Criterion.parse("product = \"day\"")))
                .withPriceBooks(List.of(book, book))
                .withRounding(RoundingPolicy.of(RoundingMode.UNNECESSARY, RoundingLevel.LINE)
                        .withCashIncrement(Money.parse("EUR 0.00")));
        assertThat(compileProblems(plan, catalog).stream().map(PlanProblemsTest::brief))
                .containsExactly(
                        "/catalog/products/1/id product.idBlank",
                        "/catalog/products/2/id product.duplicate",
                        "/plan/priceBooks/0/validUntil dates.reversed",
                        "/plan/priceBooks/0/entries/0/product product.unknown",
                        "/plan/priceBooks/0/entries/2/product price.duplicate",
                        "/plan/priceBooks/1/id id.duplicate",
                        "/plan/priceBooks/1/validUntil dates.reversed",
                        "/plan/priceBooks/1/entries/0/product product.unknown",
                        "/plan/priceBooks/1/entries/2/product price.duplicate",
                        "/plan/rules/0/actions/0/percent percent.range",
                        "/plan/rules/1/id id.duplicate",
                        "/plan/rules/1/actions/0/percent percent.range",
                        "/plan/rules/2/id id.blank",
                        "/plan/rules/2/actions/0/amount rule.currency",
                        "/plan/rules/3/actions/0/price price.negative",
                        "/plan/rules/4/actions/0/percent number.tooLong",
                        "/plan/rules/5/when/all/0/field field.unknown",
                        "/plan/rules/6/actions/0/atMost price.negative",
                        "/plan/rules/6/when/field field.unknown",
                        "/plan/rounding/cashIncrements/0 increment.notPositive",
                        "/plan/rounding/mode rounding.unnecessary");
    }

    @Test
    void parametersInConditionsAreReported() {
        PricingPlan plan = plan(rule("R", percentOff("5")).withWhen(Criterion.parse("quantity > :q")));
        assertThat(compileProblems(plan, CATALOG).stream().map(PlanProblemsTest::brief))
                .containsExactly("/plan/rules/0/when parameter.missing");
    }

    @Test
    void theAmountsOfAnActionAreInOneCurrency() {
        PriceAction first = new PriceAction.FirstThenOff(EUR, USD, Optional.empty(), Optional.empty());
        PriceAction scheduled = new PriceAction.ScheduledOff(
                ScheduleMeasure.QUANTITY,
                List.of(ScheduleStep.amount(BigDecimal.ONE, EUR), ScheduleStep.amount(BigDecimal.TEN, USD)),
                Optional.empty());
        PricingPlan plan = plan(rule("F", first), rule("S", scheduled));
        PriceBook dollars =
                PriceBook.builder().id("usd").currency(CurrencyUnit.USD).build();
        assertThat(compileProblems(plan.withPriceBooks(List.of(Samples.book(), dollars)), CATALOG).stream()
                        .map(PlanProblemsTest::brief))
                .containsExactly(
                        "/plan/rules/0/actions/0/further rule.currencies",
                        "/plan/rules/1/actions/0/steps/1/amount rule.currencies");
    }

    @Test
    void aRuleAddsAProductOnce() {
        PriceAction day = new PriceAction.AddLine("day", BigDecimal.ONE);
        assertThat(compileProblems(plan(rule("A", day).withActions(day, day)), CATALOG).stream()
                        .map(PlanProblemsTest::brief))
                .containsExactly("/plan/rules/0/actions/1/product addLine.duplicate");
    }

    @Test
    void circlesAreReported() {
        PriceBook book = Samples.book();
        PricingPlan books = plan().withPriceBooks(
                        book.withId("a").withInherits("b"), book.withId("b").withInherits("a"));
        assertThat(compileProblems(books, CATALOG))
                .extracting(PlanProblemsTest::brief)
                .containsExactly(
                        "/plan/priceBooks/0/inherits priceBook.circular",
                        "/plan/priceBooks/1/inherits priceBook.circular");
        PriceModel total =
                new PriceModel.PercentOfTotal(BigDecimal.TEN, Optional.of(Criterion.parse("price >= \"EUR 5\"")));
        assertThat(problems(total)).containsExactly("/lines price.circular");
    }

    @Test
    void limitsThatContradictEachOtherAreReported() {
        PriceEntry spend = perUnit("seat")
                .withSpend(new SpendLimits(Optional.of(EUR.multipliedBy(2)), Optional.of(EUR)))
                .withAtLeast(BigDecimal.TEN)
                .withAtMost(BigDecimal.ONE);
        PriceAction both = new PriceAction.BuyGet(
                Optional.empty(),
                BigDecimal.ONE,
                Optional.empty(),
                BigDecimal.ONE,
                Optional.of(BigDecimal.TEN),
                Optional.of(EUR),
                Optional.of(0),
                Optional.empty());
        PricingPlan plan = plan(rule("B", both).withGroup("g"))
                .withGroups(new RuleGroup("g", Stacking.FIRST))
                .withPriceBooks(Samples.book().withEntries(spend));
        assertThat(compileProblems(plan, CATALOG))
                .extracting(PlanProblemsTest::brief)
                .containsExactlyInAnyOrder(
                        "/plan/priceBooks/0/entries/0/atMost quantity.reversed",
                        "/plan/priceBooks/0/entries/0/spend/atMost spend.reversed",
                        "/plan/rules/0/group group.onOrder",
                        "/plan/rules/0/actions/0/amount buyGet.amount",
                        "/plan/rules/0/actions/0/mostLots number.notPositive");
    }

    @Test
    void aTotalThatFallsAsTheQuantityRisesIsAWarning() {
        PricingEngine engine = PricingEngine.compile(
                priced(volume(tier("5", "EUR 12"), tier("15", "EUR 12"), tier("20", "EUR 5"), tier(null, "EUR 6"))),
                CATALOG);
        assertThat(engine.warnings()).hasSize(1);
        assertThat(engine.warnings().get(0).toString())
                .isEqualTo(
                        "/plan/priceBooks/0/entries/0/price/tiers/2: the total falls from EUR 180 to EUR 75 where the"
                                + " quantity passes 15 (tiers.totalFalls)");
        assertThat(PricingEngine.compile(priced(graduated(tier("15", "EUR 10"), tier(null, "EUR 5"))), CATALOG)
                        .warnings())
                .isEmpty();
    }

    private static List<String> problems(PriceModel model) {
        PricingPlan plan = priced(model);
        try {
            PricingEngine.compile(plan, CATALOG);
            return List.of();
        } catch (DefinitionException e) {
            String prefix = "/plan/priceBooks/0/entries/0/price";
            return e.problems().stream()
                    .map(PlanProblemsTest::brief)
                    .map(text -> text.substring(prefix.length()))
                    .toList();
        }
    }

    private static String brief(Problem problem) {
        return problem.pointer() + " " + problem.code();
    }

    private static List<Problem> compileProblems(PricingPlan plan, Catalog catalog) {
        DefinitionException exception =
                catchThrowableOfType(DefinitionException.class, () -> PricingEngine.compile(plan, catalog));
        return exception.problems();
    }

    private static PricingPlan priced(PriceModel model) {
        return plan().withPriceBooks(List.of(Samples.book().withEntries(List.of(PriceEntry.of("seat", model)))));
    }

    private static PriceEntry perUnit(String product) {
        return PriceEntry.of(product, new PriceModel.PerUnit(BigMoney.parse("EUR 1")));
    }

    private static PriceTier between(String from, String upTo, String unitPrice) {
        return tier(upTo, unitPrice).withFrom(new BigDecimal(from));
    }
}
