package io.github.saleskit.cpq.pricing;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problem;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.cpq.catalog.Catalog;
import io.github.saleskit.cpq.catalog.Product;
import io.github.saleskit.cpq.quote.Quote;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
 * <p>Each line begins with its list price; the rules on lines change it one after the other, then the line is settled in whole
 * minor units; then the discounts on the order are taken off the sum of all lines one after the other, each shared among the lines
 * in proportion to what they cost by then. Nothing becomes negative. The lines always add up to the total.
 *
 * <p>A line that cannot be priced (unknown product, no list price, negative quantity, outside the tiers) says why, and the others
 * are priced all the same. Pricing takes O(lines x rules).
 *
 * <p>Immutable and thread-safe.
 */
public final class PricingEngine {

    private final PricingPlan plan;
    private final Map<String, CompiledBook> books = new HashMap<>();
    private final List<CompiledRule> rules;
    private final List<Problem> warnings;

    private PricingEngine(PricingPlan plan, Catalog catalog, PlanCheck checked) {
        this.plan = plan;
        this.rules = checked.rules();
        this.warnings = checked.warnings();
        Map<String, Product> products = new HashMap<>();
        catalog.products().forEach(product -> products.put(product.id(), product));
        plan.priceBooks().forEach(book -> books.put(book.id(), new CompiledBook(book, products)));
    }

    /**
     * Checks a plan and a catalogue.
     *
     * @throws DefinitionException with every problem of both; pointers begin with {@code /plan} or {@code /catalog}
     */
    public static PricingEngine compile(PricingPlan plan, Catalog catalog) {
        return new PricingEngine(plan, catalog, new PlanCheck(plan, catalog));
    }

    /**
     * What is odd about the plan but may be meant: volume prices where the total falls as the quantity rises
     * ({@code tiers.totalFalls}).
     */
    public List<Problem> warnings() {
        return warnings;
    }

    /**
     * Prices a quote.
     *
     * @param asOf the day whose price books and rules are used
     */
    public PricedQuote price(Quote quote, LocalDate asOf) {
        CompiledBook book = books.get(quote.priceBook());
        if (book == null) {
            return unpriced(quote, asOf, Reason.of("cpq.pricing.priceBookUnknown", "priceBook", quote.priceBook()));
        }
        return book.obstacle(asOf)
                .map(obstacle -> unpriced(quote, asOf, obstacle))
                .orElseGet(() -> new QuotePricing(book, plan, rules, asOf).run(quote));
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
