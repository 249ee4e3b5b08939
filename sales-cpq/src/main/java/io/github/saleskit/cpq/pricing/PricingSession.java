package io.github.saleskit.cpq.pricing;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.cpq.quote.Quote;
import java.util.List;

/**
 * A priced quote together with what pricing it anew after a change can take over.
 *
 * <pre>{@code
 * PricingSession session = engine.open(quote, context, taxes);
 * session.priced().total();
 * session.with(quote.withQuantity("L1", BigDecimal.TEN)).priced().total();   // only what depends on L1 anew
 * }</pre>
 *
 * <p>The prices are always those that {@link PricingEngine#price} gives for the quote. What is taken over: the lines
 * that stayed the same, unless rules on them ask sums over all lines, or some rule keeps away others in the whole
 * quote; of lines of which a rule asks the sum of their product or family, those of other products or families. Unlike
 * decisions it is not meant to be stored.
 *
 * <p>Immutable and thread-safe.
 */
public final class PricingSession implements Decision {

    private final PricingEngine engine;
    private final PricingEngine.Outcome outcome;
    private final PricingContext context;
    private final TaxCalculator taxes;

    PricingSession(PricingEngine engine, PricingEngine.Outcome outcome, PricingContext context, TaxCalculator taxes) {
        this.engine = requireNonNull(engine, "engine");
        this.outcome = requireNonNull(outcome, "outcome");
        this.context = context;
        this.taxes = taxes;
    }

    /** The prices. */
    public PricedQuote priced() {
        return outcome.priced();
    }

    /** Those of the priced quote. */
    @Override
    public List<Reason> reasons() {
        return priced().reasons();
    }

    /** The same quote after changes, or another quote, which takes over less. */
    public PricingSession with(Quote changed) {
        return new PricingSession(engine, engine.price(changed, context, taxes, outcome), context, taxes);
    }
}
