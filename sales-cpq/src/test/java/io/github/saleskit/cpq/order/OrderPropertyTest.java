package io.github.saleskit.cpq.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.approval.ApprovalStatus;
import io.github.saleskit.core.money.MoneyAllocation;
import io.github.saleskit.core.money.RoundingLevel;
import io.github.saleskit.core.money.RoundingPolicy;
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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

class OrderPropertyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    private static final PricingEngine PRICES = PricingEngine.compile(
            PricingPlan.builder()
                    .addPriceBooks(PriceBook.builder()
                            .id("eur")
                            .currency(CurrencyUnit.EUR)
                            .addEntries(PriceEntry.of("seat", new PriceModel.PerUnit(BigMoney.parse("EUR 7.0007"))))
                            .build())
                    .addRules(PriceRule.builder()
                            .id("DEAL")
                            .addActions(PriceAction.OrderPercentOff.of(new BigDecimal("3.33")))
                            .build())
                    .rounding(RoundingPolicy.halfUpByLine())
                    .allocation(MoneyAllocation.largestRemainder())
                    .build(),
            Catalog.of(List.of(Product.of("seat", "Seat"))));

    /** Whatever the quantity and however charges are rounded, a month of a line costs what the quote said. */
    @Property(tries = 100)
    void whatTheQuoteSaysIsChargedForEachPeriod(
            @ForAll @BigRange(min = "0.001", max = "1000000") @Scale(3) BigDecimal quantity,
            @ForAll @BigRange(min = "0.001", max = "100") @Scale(3) BigDecimal other,
            @ForAll @IntRange(min = 1, max = 40) int months,
            @ForAll RoundingLevel level,
            @ForAll RoundingMode mode) {
        boolean tells =
                mode != RoundingMode.UNNECESSARY && mode != RoundingMode.HALF_EVEN; // parts of units may lie half way
        Assume.that(level != RoundingLevel.UNIT || tells);
        Quote quote = Quote.builder()
                .id("Q")
                .priceBook("eur")
                .addLines(QuoteLine.of("A", "seat", quantity).withTermMonths(months), QuoteLine.of("B", "seat", other))
                .build();
        PricedQuote priced = PRICES.price(quote, DAY);
        BillingPolicy billing = BillingPolicy.of(
                        BillingCalendar.of(BillingPeriod.monthly(), BillingAnchor.startDay(), BillingMode.IN_ARREAR))
                .withRounding(RoundingPolicy.of(mode, level));
        Order order = OrderEngine.compile(OrderPolicy.of(billing, BillingPeriod.monthly()))
                .order(accepted(quote, priced), priced, new Acceptance("O", "buyer", DAY, DAY))
                .order()
                .orElseThrow();
        Money net = priced.line("A").net().orElseThrow();
        assertThat(order.lines().get(0).amount()).isEqualTo(net.multipliedBy(months));
        assertThat(order.lines().get(1).amount())
                .isEqualTo(priced.line("B").net().orElseThrow());
        assertThat(order.total())
                .isEqualTo(
                        order.lines().get(0).amount().plus(order.lines().get(1).amount()));
    }

    private static QuoteHistory accepted(Quote quote, PricedQuote priced) {
        QuoteHistory history = QuoteHistory.start(quote).withDraft(quote, priced.total(), Optional.empty());
        for (QuoteStatus to :
                List.of(QuoteStatus.IN_REVIEW, QuoteStatus.APPROVED, QuoteStatus.PRESENTED, QuoteStatus.ACCEPTED)) {
            history = history.move(to, ApprovalStatus.APPROVED, "ann", DAY).history();
        }
        return history;
    }
}
