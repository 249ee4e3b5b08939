package io.github.saleskit.cpq.pricing;

import static io.github.saleskit.cpq.pricing.Samples.DAY;
import static io.github.saleskit.cpq.pricing.Samples.line;
import static io.github.saleskit.cpq.pricing.Samples.percentOff;
import static io.github.saleskit.cpq.pricing.Samples.plan;
import static io.github.saleskit.cpq.pricing.Samples.quote;
import static io.github.saleskit.cpq.pricing.Samples.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.cpq.quote.Quote;
import java.lang.ref.WeakReference;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PricingSessionTest {

    private static final PricingContext CONTEXT = PricingContext.of(DAY);

    private static void assertSame(PricingPlan plan, TaxCalculator taxes, Quote before, Quote after) {
        PricingEngine engine = PricingEngine.compile(plan, Samples.CATALOG);
        assertThat(engine.open(before, CONTEXT, taxes).with(after).priced())
                .isEqualTo(engine.price(after, CONTEXT, taxes))
                .isNotEqualTo(engine.price(before, CONTEXT, taxes));
    }

    private static Quote quoteOf(String days) {
        return quote(line("L1", "seat", "5"), line("L2", "day", days));
    }

    @Test
    void aRuleThatWaitsForAllLinesMayAskTheOrderBesideTheLine() {
        PriceRule rule = rule("R", percentOff("10"))
                .withWhen(Criterion.parse("(quantity >= 100 or order.quantity > 20) and order.price >= \"EUR 1\""));
        assertSame(plan(rule), TaxCalculator.none(), quoteOf("2"), quoteOf("30"));
    }

    @Test
    void aRuleThatAppliesToNothingAtFirstMayApplyLater() {
        PriceRule rule = rule("R", percentOff("10")).withCoupon("C");
        PricingPlan plan = plan(rule).withCoupons(Coupon.builder().code("C").build());
        assertSame(plan, TaxCalculator.none(), quoteOf("2"), quoteOf("2").withCoupons("C"));
    }

    @Test
    void aTaxMayFollowFromTheWholeQuote() {
        TaxCalculator taxes =
                (quote, line, product) -> BigDecimal.valueOf(quote.lines().size() > 1 ? 19 : 7);
        assertSame(plan(), taxes, quoteOf("2"), quote(line("L1", "seat", "5")));
    }

    /** An optional line on which rules conflict has no price and no tax, but the quote has a total. */
    @Test
    void optionalLinesWithoutPriceStayWithoutTax() {
        Criterion seats = Criterion.parse("product = \"seat\"");
        PricingPlan plan = plan(
                        rule("A", percentOff("10")).withGroup("g").withWhen(seats),
                        rule("B", percentOff("20")).withGroup("g").withWhen(seats))
                .withGroups(new RuleGroup("g", Stacking.MOST_SPECIFIC));
        Quote quote = quote(line("L1", "day", "1"), line("L2", "seat", "1").withOptional(true));
        TaxCalculator taxes = (of, line, product) -> BigDecimal.TEN;
        assertSame(plan, taxes, quote, quote.withQuantity("L1", BigDecimal.valueOf(2)));
    }

    @Test
    void aLongSessionKeepsNothingOfItsBeginning() throws InterruptedException {
        PricingEngine engine = PricingEngine.compile(plan(rule("R", percentOff("10"))), Samples.CATALOG);
        Quote first = quoteOf("1");
        WeakReference<Quote> seen = new WeakReference<>(first);
        PricingSession session = engine.open(first, CONTEXT, TaxCalculator.none());
        first = null;
        session = session.with(quoteOf("2")).with(quoteOf("3"));
        for (int i = 0; i < 100 && seen.get() != null; i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(seen.get()).isNull();
        assertThat(session.priced().total()).isPresent();
    }
}
