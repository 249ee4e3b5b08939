package io.github.saleskit.cpq.pricing;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problem;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.cpq.catalog.Catalog;
import io.github.saleskit.cpq.quote.Quote;
import io.github.saleskit.cpq.quote.QuoteLine;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Prices quotes by a plan.
 *
 * <pre>{@code
 * PricingEngine engine = PricingEngine.compile(plan, catalog);
 * PricedQuote priced = engine.price(quote, LocalDate.of(2026, 11, 23));
 * priced.total();                           // EUR 2227.50
 * priced.line("L1").waterfall();            // list -> rule -> rule -> share of the order's discount
 * }</pre>
 *
 * <p>Each line begins with its list price; the rules on lines change it one after the other, then the line is settled
 * in whole minor units; then the discounts on the order are taken off the sum of all lines one after the other, each
 * shared among the lines in proportion to what they cost by then. Nothing becomes negative. The lines always add up to
 * the total.
 *
 * <p>A line that cannot be priced (unknown product, no list price, negative quantity, outside the tiers) says why, and
 * the others are priced all the same. Pricing takes O(lines x rules).
 *
 * <p>Immutable and thread-safe.
 */
public final class PricingEngine {

    private final CompiledPlan plan;
    private final Map<String, CompiledBook> books = new HashMap<>();
    private final List<Problem> warnings;

    private PricingEngine(PlanCheck checked) {
        this.plan = checked.compiled();
        this.warnings = checked.warnings();
        for (PriceBook book : checked.parentsFirst()) {
            books.put(
                    book.id(),
                    new CompiledBook(book, book.inherits().map(books::get).orElse(null)));
        }
    }

    /**
     * Checks a plan and a catalogue.
     *
     * @throws DefinitionException with every problem of both; pointers begin with {@code /plan} or {@code /catalog}
     */
    public static PricingEngine compile(PricingPlan plan, Catalog catalog) {
        return new PricingEngine(new PlanCheck(plan, catalog));
    }

    /**
     * What is odd about the plan but may be meant: volume prices where the total falls as the quantity rises
     * ({@code tiers.totalFalls}), rules that no line can reach ({@code rule.shadowed}), and rules of which only one
     * applies although nothing but their order says which ({@code rules.undecided}).
     */
    public List<Problem> warnings() {
        return warnings;
    }

    /**
     * Prices a quote, without taxes and coupons used before.
     *
     * @param asOf the day whose price books and rules are used
     */
    public PricedQuote price(Quote quote, LocalDate asOf) {
        return price(quote, PricingContext.of(asOf), TaxCalculator.none());
    }

    /** Prices a quote. */
    public PricedQuote price(Quote quote, PricingContext context, TaxCalculator taxes) {
        return price(quote, context, taxes, null).priced();
    }

    /** Prices a quote that is going to be changed and priced again. */
    public PricingSession open(Quote quote, PricingContext context, TaxCalculator taxes) {
        return new PricingSession(this, price(quote, context, taxes, null), context, taxes);
    }

    /** Prices and how they came about. */
    record Outcome(PricedQuote priced, @Nullable PricedState state) {}

    Outcome price(Quote quote, PricingContext context, TaxCalculator taxes, @Nullable Outcome before) {
        Optional<Reason> obstacle = obstacle(quote, context);
        if (obstacle.isPresent()) {
            return new Outcome(unpriced(quote, context.asOf(), obstacle.get()), null);
        }
        PricedState earlier = before == null ? null : before.state();
        PricedState edited = earlier == null ? null : new LineEdit(earlier, quote, taxes).price();
        if (edited != null) {
            return new Outcome(edited.priced(), edited);
        }
        CompiledBook book = requireNonNull(books.get(quote.priceBook()));
        QuotePricing pricing = new QuotePricing(plan, book, quote, context, taxes, earlier);
        return new Outcome(pricing.run(), pricing.state());
    }

    /**
     * Why a line is not cheaper: each rule that did not change it, with the first condition that failed.
     *
     * @throws IllegalArgumentException when the quote has no such line
     */
    public WhyNot whyNot(Quote quote, PricingContext context, String line) {
        Optional<Reason> obstacle = obstacle(quote, context);
        if (obstacle.isPresent()) {
            return new WhyNot(line, List.of(obstacle.get()));
        }
        CompiledBook book = requireNonNull(books.get(quote.priceBook()));
        QuotePricing pricing = new QuotePricing(plan, book, quote, context, TaxCalculator.none(), null);
        return new WhyNot(line, pricing.whyNot(pricing.run().line(line)));
    }

    /**
     * Why a line has the list price it has, and no other of its product: each price in the quote's price book and those
     * it inherits, with what it asks that the deal does not have.
     *
     * @throws IllegalArgumentException when the quote has no such line
     */
    public PriceChoice priceChoice(Quote quote, PricingContext context, String line) {
        QuoteLine asked = quote.line(line);
        CompiledBook book = books.get(quote.priceBook());
        if (book == null) {
            return new PriceChoice(line, List.of(obstacle(quote, context).orElseThrow()));
        }
        LineStarter starter = new LineStarter(plan, book, quote, context);
        return starter.place(asked)
                .map(place -> new PriceChoice(line, new PriceSearch(place).explain(book)))
                .orElseGet(() -> new PriceChoice(
                        line, List.of(starter.start(asked).obstacle().orElseThrow())));
    }

    private Optional<Reason> obstacle(Quote quote, PricingContext context) {
        CompiledBook book = books.get(quote.priceBook());
        return book == null
                ? Optional.of(Reason.of("cpq.pricing.priceBookUnknown", "priceBook", quote.priceBook()))
                : book.obstacle(context.asOf());
    }

    private static PricedQuote unpriced(Quote quote, LocalDate asOf, Reason obstacle) {
        return PricedQuote.builder()
                .quote(quote.id())
                .asOf(asOf)
                .addAllLines(quote.lines().stream()
                        .map(line -> PricedLine.withoutPrice(line, obstacle))
                        .toList())
                .build();
    }
}
