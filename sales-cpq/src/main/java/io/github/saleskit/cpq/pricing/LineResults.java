package io.github.saleskit.cpq.pricing;

import io.github.saleskit.cpq.quote.Quote;
import java.math.BigDecimal;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Turns lines that are done into what is handed out, with their taxes. */
final class LineResults {

    private final CompiledPlan plan;
    private final Quote quote;
    private final TaxCalculator taxes;

    LineResults(CompiledPlan plan, Quote quote, TaxCalculator taxes) {
        this.plan = plan;
        this.quote = quote;
        this.taxes = taxes;
    }

    /** The line as it ended. */
    PricedLine of(LineDraft draft) {
        PricedLine known = known(draft);
        PricedLine priced = known == null ? newlyPriced(draft, draft.waterfall()) : withTax(draft, known);
        draft.setPriced(priced);
        draft.forgetTwin();
        return priced;
    }

    /** The line as it was handed out before, if no step differs, settlements in between included. */
    private static @Nullable PricedLine known(LineDraft draft) {
        LineDraft twin = draft.twin();
        return twin != null && draft.steps().equals(twin.steps()) ? twin.priced() : null;
    }

    /** A line whose price stayed the same; its tax may depend on the rest of the quote. */
    PricedLine withTax(LineDraft draft, PricedLine known) {
        PriceWaterfall waterfall = known.waterfall().orElseThrow();
        return known.tax().equals(tax(draft, waterfall)) ? known : newlyPriced(draft, waterfall);
    }

    private PricedLine newlyPriced(LineDraft draft, PriceWaterfall waterfall) {
        return new PricedLine(
                draft.line().id(),
                draft.line().product(),
                draft.line().quantity(),
                Optional.of(waterfall),
                tax(draft, waterfall),
                draft.counts() ? Optional.empty() : Optional.of(true),
                Optional.empty());
    }

    private Optional<Money> tax(LineDraft draft, PriceWaterfall waterfall) {
        BigDecimal percent = taxes.percent(quote, draft.line(), draft.product());
        if (percent.signum() == 0) {
            return Optional.empty();
        }
        if (!NumberSize.isSane(percent) || percent.signum() < 0) {
            throw new IllegalArgumentException(
                    "tax percent of line " + draft.line().id() + " is " + percent + ", but must not be negative.");
        }
        BigMoney exact = waterfall.net().toBigMoney().multipliedBy(percent.movePointLeft(2));
        return Optional.of(plan.plan().rounding().settle(exact));
    }
}
