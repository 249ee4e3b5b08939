package io.github.saleskit.cpq.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.cpq.quote.Quote;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

class PricingSessionPropertyTest {

    private static final PricingContext CONTEXT = PricingContext.of(Samples.DAY);

    /** Depends on the line and on the rest of the quote. */
    private static final TaxCalculator TAXES = (quote, line, product) ->
            BigDecimal.valueOf(product.family().isEmpty() ? 0 : quote.lines().size() > 3 ? 19 : 7);

    /** What is priced again after each of several changes is what the whole quote costs then. */
    @Property(tries = 100)
    void pricingChangesEqualsPricingAll(@ForAll long seed) {
        assertChangesEqualAll(new RandomDeals(seed));
    }

    /**
     * Where a change to one line leaves the others alone, but for conditions on the order and their shares of its
     * discounts.
     */
    @Property(tries = 35)
    void editingOneOfManyLinesEqualsPricingAll(@ForAll long seed) {
        assertChangesEqualAll(RandomDeals.local(seed));
    }

    @Tag("long")
    @Property(tries = 5_000)
    void bothHoldForThousandsOfDeals(@ForAll long seed) {
        pricingChangesEqualsPricingAll(seed);
        editingOneOfManyLinesEqualsPricingAll(seed);
    }

    private static void assertChangesEqualAll(RandomDeals deals) {
        PricingEngine engine = PricingEngine.compile(deals.plan(), RandomDeals.CATALOG);
        Quote quote = deals.quote();
        PricingSession session = engine.open(quote, CONTEXT, TAXES);
        for (int i = 0; i < 6; i++) {
            quote = deals.changed(quote);
            session = session.with(quote);
            PricedQuote priced = engine.price(quote, CONTEXT, TAXES);
            assertThat(session.priced()).isEqualTo(priced);
            assertAddsUp(priced);
        }
    }

    private static void assertAddsUp(PricedQuote priced) {
        Money sum = Money.zero(CurrencyUnit.EUR);
        for (PricedLine line : priced.lines()) {
            line.waterfall().ifPresent(waterfall -> {
                assertThat(waterfall.replay()).isEqualTo(waterfall.net());
                assertThat(waterfall.net().isNegative()).isFalse();
            });
            sum = sum.plus(
                    line.aside().isPresent()
                            ? Money.zero(CurrencyUnit.EUR)
                            : line.net().orElse(Money.zero(CurrencyUnit.EUR)));
        }
        if (priced.total().isPresent()) {
            assertThat(priced.total()).contains(sum);
        } else {
            assertThat(priced.orderDiscounts()).isEmpty();
        }
    }
}
