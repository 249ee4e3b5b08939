package io.github.saleskit.cpq.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.approval.ApprovalStatus;
import io.github.saleskit.core.money.MoneyAllocation;
import io.github.saleskit.core.money.RoundingLevel;
import io.github.saleskit.core.money.RoundingPolicy;
import io.github.saleskit.core.support.GoldenFile;
import io.github.saleskit.core.support.JsonLine;
import io.github.saleskit.core.support.RequiredComponents;
import io.github.saleskit.cpq.catalog.Catalog;
import io.github.saleskit.cpq.catalog.Product;
import io.github.saleskit.cpq.pricing.PriceAction;
import io.github.saleskit.cpq.pricing.PriceBook;
import io.github.saleskit.cpq.pricing.PriceEntry;
import io.github.saleskit.cpq.pricing.PriceModel;
import io.github.saleskit.cpq.pricing.PriceRule;
import io.github.saleskit.cpq.pricing.PricedQuote;
import io.github.saleskit.cpq.pricing.PricingEngine;
import io.github.saleskit.cpq.pricing.PricingPlan;
import io.github.saleskit.cpq.quote.Quote;
import io.github.saleskit.cpq.quote.QuoteHistory;
import io.github.saleskit.cpq.quote.QuoteLine;
import io.github.saleskit.cpq.quote.QuoteStatus;
import io.github.saleskit.cpq.subscription.BillingAnchor;
import io.github.saleskit.cpq.subscription.BillingCalendar;
import io.github.saleskit.cpq.subscription.BillingMode;
import io.github.saleskit.cpq.subscription.BillingPeriod;
import io.github.saleskit.cpq.subscription.BillingPolicy;
import io.github.saleskit.cpq.subscription.SubscriptionValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class OrderEngineTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Catalog CATALOG = Catalog.of(List.of(
            Product.of("seat", "CRM seat"), Product.of("support", "Support"), Product.of("day", "Onboarding day")));

    /** EUR 30 a month, 1,000 a year and 1,200 a day, of all of which EUR 100 is taken off in proportion. */
    private static final PricingPlan PLAN = PricingPlan.builder()
            .addPriceBooks(PriceBook.builder()
                    .id("eur")
                    .currency(CurrencyUnit.EUR)
                    .addEntries(
                            PriceEntry.of("seat", new PriceModel.PerUnit(BigMoney.parse("EUR 30"))),
                            PriceEntry.of("support", new PriceModel.PerUnit(BigMoney.parse("EUR 1000"))),
                            PriceEntry.of("day", new PriceModel.PerUnit(BigMoney.parse("EUR 1200"))))
                    .build())
            .addRules(PriceRule.builder()
                    .id("DEAL")
                    .addActions(PriceAction.OrderAmountOff.of(Money.parse("EUR 100.00")))
                    .build())
            .rounding(RoundingPolicy.halfUpByLine())
            .allocation(MoneyAllocation.largestRemainder())
            .build();

    private static final PricingEngine PRICES = PricingEngine.compile(PLAN, CATALOG);

    private static final Quote QUOTE = Quote.builder()
            .id("Q-1")
            .priceBook("eur")
            .customer("C-7")
            .addLines(
                    QuoteLine.of("L1", "seat", 7).withTermMonths(24).withGroup("Software"),
                    QuoteLine.of("L2", "support", 1).withTermMonths(12).withGroup("Software"),
                    QuoteLine.of("L3", "day", 2).withAttributes(Map.of("place", "Zurich")),
                    QuoteLine.of("L4", "day", 1).withOptional(true))
            .build();

    private static final BillingPolicy MONTHLY = BillingPolicy.of(
            BillingCalendar.of(BillingPeriod.monthly(), BillingAnchor.startDay(), BillingMode.IN_ADVANCE));
    private static final OrderPolicy POLICY =
            OrderPolicy.of(MONTHLY, BillingPeriod.monthly()).withPricePeriod("support", BillingPeriod.yearly());
    private static final OrderEngine ORDERS = OrderEngine.compile(POLICY);
    private static final Acceptance ACCEPTANCE = new Acceptance("O-1", "buyer", DAY, LocalDate.of(2027, 1, 1));

    private static final QuoteStatus[] ACCEPTED = {
        QuoteStatus.IN_REVIEW, QuoteStatus.APPROVED, QuoteStatus.PRESENTED, QuoteStatus.ACCEPTED
    };

    private static PricedQuote priced(Quote quote) {
        return PRICES.price(quote, DAY);
    }

    private static QuoteHistory history(Quote quote, PricedQuote priced, QuoteStatus... path) {
        QuoteHistory history = QuoteHistory.start(quote).withDraft(quote, priced.total(), Optional.of(DAY));
        for (QuoteStatus each : path) {
            history = history.move(each, ApprovalStatus.APPROVED, "ann", DAY).history();
        }
        return history;
    }

    private static QuoteHistory accepted(Quote quote) {
        return history(quote, priced(quote), ACCEPTED);
    }

    /** 1.5 at EUR .23 are EUR .345, and with the missing cent .355: half to even .34 and .36, but never .35. */
    @Test
    void partsOfUnitsCostWhatTheQuoteSaidHoweverTheyAreRounded() {
        PriceBook book = PLAN.priceBooks()
                .get(0)
                .withEntries(PriceEntry.of("seat", PriceModel.perUnit(BigMoney.parse("EUR 0.23333"))));
        PricingEngine prices = PricingEngine.compile(PLAN.withPriceBooks(book).withRules(), CATALOG);
        Quote quote = QUOTE.withLines(
                QuoteLine.of("L1", "seat", new BigDecimal("1.5")).withTermMonths(12));
        PricedQuote priced = prices.price(quote, DAY);
        assertThat(priced.total()).contains(Money.parse("EUR 0.35"));
        BillingPolicy even = MONTHLY.withRounding(RoundingPolicy.of(RoundingMode.HALF_EVEN, RoundingLevel.UNIT));
        OrderEngine orders = OrderEngine.compile(OrderPolicy.of(even, BillingPeriod.monthly()));
        Order order = orders.order(history(quote, priced, ACCEPTED), priced, ACCEPTANCE)
                .order()
                .orElseThrow();
        assertThat(order.total()).isEqualTo(Money.parse("EUR 4.20"));
    }

    @Test
    void anAcceptedQuoteBecomesAnOrder() {
        OrderDecision decision = ORDERS.order(accepted(QUOTE), priced(QUOTE), ACCEPTANCE);
        Order order = decision.order().orElseThrow();
        // 210, 1000 and 2400 less 100: 5.82, 27.70 and 66.48
        assertThat(order.lines())
                .extracting(line -> line.id() + " " + line.net() + " " + line.amount())
                .containsExactly("L1 EUR 204.18 EUR 4900.32", "L2 EUR 972.30 EUR 972.36", "L3 EUR 2333.52 EUR 2333.52");
        assertThat(order.net()).isEqualTo(Money.parse("EUR 3510.00"));
        assertThat(order.total()).isEqualTo(order.schedule().total());
        assertThat(order.lines().stream().map(OrderLine::amount).reduce(Money::plus))
                .contains(order.total());
        assertThat(order.subscription().orElseThrow().item("L2").until()).isPresent();
        assertThat(decision.reasons().get(0).text(Locale.ENGLISH))
                .startsWith("Version 1 of quote Q-1 became order O-1: lines 3, net EUR 3510.00");
        GoldenFile.assertReads(OrderEngineTest.class, "order-v1.json", order, Order.class);
        GoldenFile.assertReads(OrderEngineTest.class, "order-policy-v1.json", POLICY, OrderPolicy.class);
        JsonLine.assertRoundTrip(decision, OrderDecision.class);
        RequiredComponents.assertNamed(JsonLine.JACKSON_3.write(order), Order.class);
        RequiredComponents.assertNamed(JsonLine.JACKSON_3.write(ACCEPTANCE), Acceptance.class);
        RequiredComponents.assertNamed(JsonLine.JACKSON_3.write(POLICY), OrderPolicy.class);
    }

    /** Charged a yearly price by month, rounding the whole makes it come out even. */
    @Test
    void roundingTheWholeKeepsWhatTheQuoteSaid() {
        OrderEngine whole = OrderEngine.compile(new OrderPolicy(
                1,
                MONTHLY.withRounding(RoundingPolicy.of(RoundingMode.DOWN, RoundingLevel.TOTAL)),
                BillingPeriod.monthly(),
                POLICY.pricePeriods()));
        Order order =
                whole.order(accepted(QUOTE), priced(QUOTE), ACCEPTANCE).order().orElseThrow();
        assertThat(order.lines())
                .extracting(line -> line.amount().toString())
                .containsExactly("EUR 4900.32", "EUR 972.30", "EUR 2333.52");
    }

    @Test
    void quotesAreValuedBeforeTheyAreAccepted() {
        SubscriptionValue value = ORDERS.value(QUOTE, priced(QUOTE), DAY);
        assertThat(value.mrr()).isEqualTo(Money.parse("EUR 285.21"));
        assertThat(value.once()).contains(Money.parse("EUR 2333.52"));
        assertThat(value.tcv()).contains(Money.parse("EUR 8206.20"));
        assertThat(value.acv()).contains(Money.parse("EUR 2936.34"));
    }

    @Test
    void whatTheCustomerChoseIsSold() {
        Quote chosen = QUOTE.choosing(List.of("L4"));
        Order order = ORDERS.order(accepted(chosen), priced(chosen), ACCEPTANCE)
                .order()
                .orElseThrow();
        assertThat(order.lines()).extracting(OrderLine::id).containsExactly("L1", "L2", "L3", "L4");
        assertThatThrownBy(() -> ORDERS.value(chosen, priced(QUOTE), DAY)).hasMessageContaining("L4");
    }

    @Test
    void whatIsSoldOnceIsNoSubscription() {
        Quote once = QUOTE.withLines(QUOTE.lines().get(2));
        Order order =
                ORDERS.order(accepted(once), priced(once), ACCEPTANCE).order().orElseThrow();
        assertThat(order.subscription()).isEmpty();
        assertThat(order.schedule().dueDays()).containsOnlyKeys(ACCEPTANCE.start());
        assertThat(order.total()).isEqualTo(order.net());
    }

    @Test
    void everyObstacleIsTold() {
        assertThat(codes(history(QUOTE, priced(QUOTE)), priced(QUOTE))).containsExactly("cpq.order.notAccepted");
        Quote changed = QUOTE.withQuantity("L1", BigDecimal.TEN);
        assertThat(codes(accepted(QUOTE), priced(changed)))
                .containsExactly("cpq.order.otherLine", "cpq.order.otherTotal");
        assertThat(codes(accepted(QUOTE), priced(QUOTE.withId("Q-2")))).containsExactly("cpq.order.otherQuote");
        Quote endless = QUOTE.withLines(QUOTE.lines().get(0).withTermMonths(0));
        assertThat(codes(accepted(endless), priced(endless))).containsExactly("cpq.order.noTerm");
        Quote tooLong = QUOTE.withLines(QUOTE.lines().get(0).withTermMonths(Integer.MAX_VALUE));
        assertThat(codes(accepted(tooLong), priced(tooLong))).containsExactly("cpq.order.noTerm");
        Quote unpriced = QUOTE.withLines(QuoteLine.of("L1", "unknown", 1));
        assertThat(codes(history(unpriced, priced(unpriced)), priced(unpriced)))
                .containsExactly("cpq.pricing.noTotal", "cpq.order.notAccepted");
    }

    @Test
    void linesThatRulesAddAreOrderedToo() {
        PricingEngine gifts = PricingEngine.compile(
                PLAN.withRules(PriceRule.builder()
                        .id("GIFT")
                        .addActions(new PriceAction.AddLine("day", BigDecimal.ONE))
                        .build()),
                CATALOG);
        Quote quote = QUOTE.withLines(QUOTE.lines().get(0));
        PricedQuote priced = gifts.price(quote, DAY);
        QuoteHistory history = history(quote, priced, ACCEPTED);
        Order order = ORDERS.order(history, priced, ACCEPTANCE).order().orElseThrow();
        assertThat(order.lines()).extracting(OrderLine::id).containsExactly("L1", "GIFT+day");
        assertThat(order.total()).isEqualTo(Money.parse("EUR 6240.00")); // 24 x 210 and 1200
        assertThat(ORDERS.value(quote, priced, DAY).tcv()).contains(order.total());
        assertThat(QuoteDocument.data(history.latest(), priced, CATALOG, Locale.ENGLISH)
                        .get("groups")
                        .toString())
                .contains("GIFT+day");
    }

    @Test
    void anOptionWithoutAPriceIsNoObstacle() {
        Quote quote = QUOTE.withLines(
                QUOTE.lines().get(2), QuoteLine.of("L5", "unknown", 1).withOptional(true));
        assertThat(priced(quote).line("L5").aside()).contains(true);
        assertThat(ORDERS.order(accepted(quote), priced(quote), ACCEPTANCE).order())
                .isPresent();
    }

    private static List<String> codes(QuoteHistory history, PricedQuote priced) {
        OrderDecision decision = ORDERS.order(history, priced, ACCEPTANCE);
        assertThat(decision.order()).isEmpty();
        return decision.reasons().stream().map(each -> each.code()).toList();
    }

    @Test
    void everyProblemOfAPolicyIsReported() {
        OrderPolicy wrong = OrderPolicy.of(
                        MONTHLY.withAllocation(MoneyAllocation.largestRemainder()), BillingPeriod.days(30))
                .withPricePeriod("support", BillingPeriod.weeks(1));
        assertThatThrownBy(() -> OrderEngine.compile(wrong))
                .hasMessageContaining("/pricePeriod")
                .hasMessageContaining("/pricePeriods/support")
                .hasMessageContaining("/billing/allocation");
    }

    @Test
    void aTemplateGetsMapsListsTextsAndFlags() {
        Map<String, Object> data = QuoteDocument.data(accepted(QUOTE).latest(), priced(QUOTE), CATALOG, Locale.ENGLISH);
        assertPlain(data);
        assertThat(data).containsEntry("total", "EUR 3510.00").containsEntry("validUntil", "2026-11-23");
        List<?> groups = (List<?>) data.get("groups");
        assertThat(groups).hasSize(2);
        assertThat(((Map<?, ?>) groups.get(0)).get("name")).isEqualTo("");
        assertThat(((Map<?, ?>) groups.get(1)).get("total")).isEqualTo("EUR 1176.48");
        assertThat(((Map<?, ?>) ((List<?>) data.get("options")).get(0)).get("name"))
                .isEqualTo("Onboarding day");
    }

    private static void assertPlain(Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> {
                assertThat(key).isInstanceOf(String.class);
                assertPlain(each);
            });
        } else if (value instanceof List<?> list) {
            list.forEach(OrderEngineTest::assertPlain);
        } else {
            assertThat(value).isInstanceOfAny(String.class, Boolean.class);
        }
    }
}
