package io.github.saleskit.examples.benchmarks;

import static io.github.saleskit.core.criteria.Criterion.field;

import io.github.saleskit.core.criteria.CriteriaIndex;
import io.github.saleskit.core.criteria.CriteriaMatches;
import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.money.MoneyAllocation;
import io.github.saleskit.core.money.RoundingPolicy;
import io.github.saleskit.cpq.catalog.Catalog;
import io.github.saleskit.cpq.catalog.Product;
import io.github.saleskit.cpq.pricing.PriceAction;
import io.github.saleskit.cpq.pricing.PriceBook;
import io.github.saleskit.cpq.pricing.PriceEntry;
import io.github.saleskit.cpq.pricing.PriceModel;
import io.github.saleskit.cpq.pricing.PriceRule;
import io.github.saleskit.cpq.pricing.PricedQuote;
import io.github.saleskit.cpq.pricing.PricingContext;
import io.github.saleskit.cpq.pricing.PricingEngine;
import io.github.saleskit.cpq.pricing.PricingPlan;
import io.github.saleskit.cpq.pricing.PricingSession;
import io.github.saleskit.cpq.pricing.TaxCalculator;
import io.github.saleskit.cpq.quote.Quote;
import io.github.saleskit.cpq.quote.QuoteLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * 1,000 price rules over a quote of 10,000 lines: finding which apply, the whole pricing with waterfalls and a discount
 * on the order, and pricing again after one line has changed. Peers do the first of these on the same instance, to the
 * same checksum.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class PricingRulesBenchmark {

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final PricingContext CONTEXT = PricingContext.of(LocalDate.of(2026, 11, 27));
    private static final FieldSet<PricingInstance.Line> FIELDS = FieldSet.of(PricingInstance.Line.class)
            .text("product", PricingInstance.Line::getProduct)
            .text("region", PricingInstance.Line::getRegion)
            .whole("quantity", line -> (long) line.getQuantity())
            .build();

    private final PricingInstance instance = new PricingInstance();
    private final List<Criterion> criteria = new ArrayList<>();
    private CriteriaIndex<PricingInstance.Line> index;
    private CriteriaMatches matches;
    private PricingPlan plan;
    private Catalog catalog;
    private PricingEngine engine;
    private Quote quote;
    private Quote changed;
    private PricingSession session;

    /** Compiles the rules and checks that the matches are right. */
    @Setup
    public void setUp() {
        for (PricingInstance.Rule rule : instance.rules()) {
            criteria.add(new Criterion.All(List.of(
                    field("product").is(rule.getProduct()),
                    field("region").is(rule.getRegion()),
                    field("quantity").atLeast(rule.getAtLeast()))));
        }
        index = CriteriaIndex.compile(criteria, FIELDS);
        matches = index.newMatches();
        if (match() != instance.checksum()) {
            throw new IllegalStateException("the index finds other matches");
        }
        catalog = catalog();
        plan = plan();
        engine = PricingEngine.compile(plan, catalog);
        quote = quote();
        changed = quote.withQuantity("L" + PricingInstance.LINES / 2, BigDecimal.valueOf(7));
        session = engine.open(quote, CONTEXT, TaxCalculator.none());
        if (!edit().equals(engine.price(changed, CONTEXT, TaxCalculator.none()))) {
            throw new IllegalStateException("pricing the change alone differs from pricing all");
        }
    }

    private static Catalog catalog() {
        List<Product> products = new ArrayList<>();
        for (int i = 0; i < PricingInstance.PRODUCTS; i++) {
            products.add(Product.of("P" + i, "Product " + i));
        }
        return Catalog.of(products);
    }

    private PricingPlan plan() {
        PriceBook.Builder book = PriceBook.builder();
        book.id("list").currency(CurrencyUnit.EUR);
        for (Product product : catalog.products()) {
            long cents = 100L + Math.floorMod(product.id().hashCode() * 7919L, 100_000);
            book.addEntries(
                    PriceEntry.of(product.id(), new PriceModel.PerUnit(BigMoney.ofScale(CurrencyUnit.EUR, cents, 2))));
        }
        PricingPlan.Builder rules = PricingPlan.builder();
        rules.addPriceBooks(book.build()).addLineAttributes("region");
        for (PricingInstance.Rule rule : instance.rules()) {
            rules.addRules(PriceRule.builder()
                    .id("R" + rule.getNumber())
                    .when(new Criterion.All(List.of(
                            field("product").is(rule.getProduct()),
                            field("line.region").is(rule.getRegion()),
                            field("quantity").atLeast(rule.getAtLeast()))))
                    .addActions(PriceAction.PercentOff.of(BigDecimal.valueOf(1 + rule.getNumber() % 30)))
                    .build());
        }
        PriceRule order = PriceRule.builder()
                .id("order")
                .when(Criterion.parse("order.price >= \"EUR 1000\""))
                .addActions(PriceAction.OrderPercentOff.of(BigDecimal.valueOf(2)))
                .build();
        return rules.addRules(order)
                .rounding(RoundingPolicy.halfUpByLine())
                .allocation(MoneyAllocation.largestRemainder())
                .build();
    }

    private Quote quote() {
        Quote.Builder lines = Quote.builder();
        lines.id("Q").priceBook("list");
        for (PricingInstance.Line line : instance.lines()) {
            lines.addLines(QuoteLine.builder()
                    .id("L" + line.getNumber())
                    .product(line.getProduct())
                    .quantity(BigDecimal.valueOf(line.getQuantity()))
                    .putAttributes("region", line.getRegion())
                    .build());
        }
        return lines.build();
    }

    /** Which rules apply to which lines. */
    @Benchmark
    public long match() {
        long sum = 0;
        for (PricingInstance.Line line : instance.lines()) {
            index.find(line, NOW, matches);
            for (int rule = matches.next(0); rule >= 0; rule = matches.next(rule + 1)) {
                sum += PricingInstance.hash(line.getNumber(), rule);
            }
        }
        return sum;
    }

    /** The whole pricing. */
    @Benchmark
    public PricedQuote price() {
        return engine.price(quote, CONTEXT, TaxCalculator.none());
    }

    /** Pricing again after another quantity in one line. */
    @Benchmark
    public PricedQuote edit() {
        return session.with(changed).priced();
    }

    /** Checking and compiling the plan. */
    @Benchmark
    public PricingEngine compile() {
        return PricingEngine.compile(plan, catalog);
    }
}
