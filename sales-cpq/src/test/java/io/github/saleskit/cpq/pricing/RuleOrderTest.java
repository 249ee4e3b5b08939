package io.github.saleskit.cpq.pricing;

import static io.github.saleskit.cpq.pricing.Samples.CATALOG;
import static io.github.saleskit.cpq.pricing.Samples.DAY;
import static io.github.saleskit.cpq.pricing.Samples.line;
import static io.github.saleskit.cpq.pricing.Samples.percentOff;
import static io.github.saleskit.cpq.pricing.Samples.plan;
import static io.github.saleskit.cpq.pricing.Samples.quote;
import static io.github.saleskit.cpq.pricing.Samples.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problem;
import io.github.saleskit.cpq.quote.Quote;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules that are chosen among each other while a rule that waits for the order stands between them. */
class RuleOrderTest {

    private static final Criterion LARGE = Criterion.parse("order.price >= \"EUR 100\"");

    private static PriceRule rank(PriceRule rule, int priority) {
        return rule.withPriority(priority);
    }

    private static List<String> applied(PriceRule... rules) {
        return applied(ExclusiveChoice.BY_PRIORITY, rules);
    }

    private static List<String> applied(ExclusiveChoice choice, PriceRule... rules) {
        PricingPlan plan = plan(rules)
                .withExclusiveChoice(choice)
                .withGroups(Stream.of(Stacking.values())
                        .map(each -> new RuleGroup(each.name(), each))
                        .toList());
        return PricingEngine.compile(plan, CATALOG)
                .price(quote(line("L", "day", "1")), DAY)
                .appliedRules();
    }

    private static PriceRule waiting() {
        return rule("WAITS", PriceAction.Markup.of(BigDecimal.ONE)).withWhen(LARGE);
    }

    @Test
    void oneOfAGroupApplies() {
        for (Stacking stacking : List.of(Stacking.FIRST, Stacking.BEST_FOR_CUSTOMER)) {
            PriceRule first = rule("FIRST", percentOff("20")).withGroup(stacking.name());
            PriceRule last = rule("LAST", percentOff("10")).withGroup(stacking.name());
            assertThat(applied(rank(first, 3), rank(waiting(), 2), rank(last, 1)))
                    .containsExactly("FIRST", "WAITS");
        }
    }

    @Test
    void allOfAGroupThatStacksApply() {
        PriceRule first = rule("FIRST", percentOff("20")).withGroup("PARALLEL");
        PriceRule last = rule("LAST", percentOff("10")).withGroup("PARALLEL");
        assertThat(applied(rank(first, 3), rank(waiting(), 2), rank(last, 1)))
                .containsExactly("FIRST", "WAITS", "LAST");
    }

    @Test
    void aRuleThatAddsALineStandsBetweenNone() {
        PriceRule first = rule("FIRST", percentOff("5")).withGroup("BEST_FOR_CUSTOMER");
        PriceRule adds = rule("ADDS", new PriceAction.AddLine("seat", BigDecimal.ONE));
        PriceRule last = rule("LAST", percentOff("10")).withGroup("BEST_FOR_CUSTOMER");
        assertThat(applied(first, adds, last)).containsExactly("LAST");
    }

    @Test
    void aRuleThatIsExclusiveKeepsAwayThoseOfHigherPriority() {
        PriceRule alone = rule("ALONE", percentOff("10")).withExclusive(Exclusive.ON_LINE);
        PriceRule order = rule("ORDER", PriceAction.OrderPercentOff.of(BigDecimal.TEN));
        assertThat(applied(rank(rule("FIRST", percentOff("20")), 3), rank(waiting(), 2), rank(alone, 1), order))
                .containsExactly("ALONE");
        PriceRule among = alone.withExclusive(Exclusive.AMONG_LINE_RULES);
        assertThat(applied(rank(rule("FIRST", percentOff("20")), 3), rank(waiting(), 2), rank(among, 1), order))
                .containsExactly("ALONE", "ORDER");
    }

    /** 19 and 19 % are more than 30 %, though the exclusive rule is asked before the discount on the order. */
    @Test
    void theBestOfAllRulesOnALineAppliesAlsoWhereOneWaitsBefore() {
        PriceRule order = rank(rule("ORDER", PriceAction.OrderPercentOff.of(BigDecimal.ONE)), 2);
        PriceRule alone = rank(rule("ALONE", percentOff("30")).withExclusive(Exclusive.AMONG_LINE_RULES), 1);
        PriceRule one = rule("ONE", percentOff("19"));
        assertThat(applied(ExclusiveChoice.BEST_FOR_CUSTOMER, order, alone, one, rule("TWO", percentOff("19"))))
                .containsExactly("ORDER", "ONE", "TWO");
        assertThat(applied(ExclusiveChoice.BEST_FOR_CUSTOMER, order, alone, one, rule("TWO", percentOff("9"))))
                .containsExactly("ALONE", "ORDER");
        assertThat(applied(ExclusiveChoice.BY_PRIORITY, order, alone, one, rule("TWO", percentOff("19"))))
                .containsExactly("ALONE", "ORDER");
    }

    /** Alone it would not hold. */
    @Test
    void aRuleThatIsExclusiveDoesNotApplyAfterOthers() {
        PriceRule alone = rule("ALONE", percentOff("10"))
                .withExclusive(Exclusive.ON_LINE)
                .withWhen(Criterion.parse("price < list"));
        assertThat(applied(rank(rule("FIRST", percentOff("20")), 1), alone)).containsExactly("FIRST");
    }

    /** A coupon that comes opens a rule of a later stage, which makes all others together the better choice. */
    @Test
    void whatIsTakenOverFromAnEarlierPricingKnowsTheRulesOfLaterStages() {
        PriceRule order = rank(rule("ORDER", PriceAction.OrderPercentOff.of(BigDecimal.ONE)), 2);
        PriceRule alone = rank(rule("ALONE", percentOff("30")).withExclusive(Exclusive.AMONG_LINE_RULES), 1);
        PricingPlan plan = plan(order, alone, rule("LATE", percentOff("40")).withCoupon("CODE"))
                .withCoupons(Coupon.builder().code("CODE").build())
                .withExclusiveChoice(ExclusiveChoice.BEST_FOR_CUSTOMER);
        PricingEngine engine = PricingEngine.compile(plan, CATALOG);
        Quote quote = quote(line("L", "day", "1"));
        PricingSession session = engine.open(quote, PricingContext.of(DAY), TaxCalculator.none());
        assertThat(session.priced().appliedRules()).containsExactly("ALONE", "ORDER");
        assertThat(session.with(quote.withCoupons("CODE")).priced().appliedRules())
                .containsExactly("ORDER", "LATE");
    }

    @Test
    void aDiscountOnTheOrderKeepsAwayNothingOnALine() {
        PriceRule order =
                rule("ORDER", PriceAction.OrderPercentOff.of(BigDecimal.TEN)).withExclusive(Exclusive.ON_LINE);
        DefinitionException problems = catchThrowableOfType(DefinitionException.class, () -> applied(order));
        assertThat(problems.problems())
                .extracting(Problem::pointer, Problem::code)
                .containsExactly(tuple("/plan/rules/0/exclusive", "exclusive.onOrder"));
    }

    @Test
    void rulesOfWhichOneIsChosenCannotAskWhatAllLinesCostByThen() {
        PriceRule alone =
                rule("ALONE", percentOff("10")).withExclusive(Exclusive.ON_LINE).withWhen(LARGE);
        PriceRule chosen = rule("CHOSEN", percentOff("10")).withGroup("FIRST").withWhen(LARGE);
        DefinitionException problems =
                catchThrowableOfType(DefinitionException.class, () -> applied(alone, waiting(), chosen));
        assertThat(problems.problems())
                .extracting(Problem::pointer, Problem::code)
                .containsExactly(
                        tuple("/plan/rules/0/when", "rule.asksOrderPrice"),
                        tuple("/plan/rules/2/when", "rule.asksOrderPrice"));
    }
}
