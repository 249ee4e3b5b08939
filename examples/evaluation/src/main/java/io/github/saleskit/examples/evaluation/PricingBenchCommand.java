package io.github.saleskit.examples.evaluation;

import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.money.MoneyAllocation;
import io.github.saleskit.core.money.RoundingPolicy;
import io.github.saleskit.cpq.catalog.Catalog;
import io.github.saleskit.cpq.catalog.Product;
import io.github.saleskit.cpq.pricing.Exclusive;
import io.github.saleskit.cpq.pricing.PriceAction;
import io.github.saleskit.cpq.pricing.PriceBook;
import io.github.saleskit.cpq.pricing.PriceEntry;
import io.github.saleskit.cpq.pricing.PriceGuards;
import io.github.saleskit.cpq.pricing.PriceModel;
import io.github.saleskit.cpq.pricing.PriceRule;
import io.github.saleskit.cpq.pricing.PriceStepKind;
import io.github.saleskit.cpq.pricing.PricedQuote;
import io.github.saleskit.cpq.pricing.PricingContext;
import io.github.saleskit.cpq.pricing.PricingEngine;
import io.github.saleskit.cpq.pricing.PricingPlan;
import io.github.saleskit.cpq.pricing.PricingSession;
import io.github.saleskit.cpq.pricing.RuleGroup;
import io.github.saleskit.cpq.pricing.Stacking;
import io.github.saleskit.cpq.pricing.TaxCalculator;
import io.github.saleskit.cpq.quote.Quote;
import io.github.saleskit.cpq.quote.QuoteLine;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Times the pricing of a large made-up quote. */
@Command(
        name = "pricing-bench",
        sortOptions = false,
        description = {
            "Prices a quote of N lines by M rules, each on a product, an edition or a region and a least "
                    + "quantity, and one on the order;",
            "then changes one line and prices again. Times are of the processor, in milliseconds, the best of "
                    + "12 to 100 runs:",
            "as many as take two seconds, for the first ones only warm up the machine. Memory, in megabytes, is "
                    + "what one",
            "pricing allocates in all, and what a session holds: the quote, its prices and what is known of them.",
            "Last line: lines, rules, matches, compileMillis, priceMillis, linesPerSecond, repriceMillis, "
                    + "allocatedMegabytes,",
            "heldMegabytes, total, seconds.",
            ""
        })
final class PricingBenchCommand implements EvaluationCommand {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final int LEAST_RUNS = 12;
    private static final int MOST_RUNS = 100;
    private static final double WARM_MILLIS = 2_000;
    private static final int PRODUCTS = 500;
    private static final List<String> KINDS = List.of("nothing", "exclusive", "best-of", "product", "guard");

    @Option(names = "--lines", required = true, paramLabel = "N", description = "Lines of the quote, 1 to 1000000.")
    private int lines;

    @Option(names = "--rules", required = true, paramLabel = "M", description = "Rules on lines, 0 to 100000.")
    private int rules;

    @Option(names = "--seed", required = true, paramLabel = "S", description = "Seed of lines and rules.")
    private long seed;

    @Option(
            names = "--also",
            paramLabel = "KIND",
            defaultValue = "nothing",
            description = {
                "What makes lines depend on each other besides the discount on the order: exclusive (every "
                        + "second rule keeps",
                "away others on its lines), best-of (only the best rule applies to a line), product (a rule "
                        + "asks the sum of",
                "each product), guard (no more than 90 % off the quote); nothing when left out."
            })
    private String also = "nothing";

    @Override
    public void run(Run run) {
        require("--lines", lines, 1, 1_000_000);
        require("--rules", rules, 0, 100_000);
        if (!KINDS.contains(also)) {
            throw new IllegalArgumentException(
                    "--also is " + also + ", but must be one of " + String.join(", ", KINDS));
        }
        run.measure(() -> {
            time(run);
            return seed;
        });
    }

    private static void require(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " is " + value + ", but must be from " + least + " to " + most);
        }
    }

    private void time(Run run) {
        Random random = new Random(seed);
        Catalog catalog = catalog(random);
        PricingPlan plan = plan(catalog, random);
        Quote quote = quote(random);
        Timed<PricingEngine> compiled = best(() -> PricingEngine.compile(plan, catalog));
        PricingContext context = PricingContext.of(DAY);
        Timed<PricedQuote> priced = best(() -> compiled.value.price(quote, context, TaxCalculator.none()));
        double allocated = allocatedMegabytes(() -> compiled.value.price(quote, context, TaxCalculator.none()));
        double before = usedMegabytes();
        PricingSession session = compiled.value.open(quote, context, TaxCalculator.none());
        double held = usedMegabytes() - before;
        Quote changed = quote.withQuantity("L" + lines / 2, BigDecimal.valueOf(7));
        Timed<PricedQuote> again = best(() -> session.with(changed).priced());
        if (!again.value.equals(compiled.value.price(changed, context, TaxCalculator.none()))) {
            throw new IllegalStateException("pricing the change alone differs from pricing all");
        }
        run.answer("lines", lines);
        run.answer("rules", rules);
        run.answer("matches", matches(priced.value));
        run.answer("compileMillis", compiled.millis);
        run.answer("priceMillis", priced.millis);
        run.answer("linesPerSecond", Math.round(1000 * lines / priced.millis));
        run.answer("repriceMillis", again.millis);
        run.answer("allocatedMegabytes", Math.round(allocated));
        run.answer("heldMegabytes", Math.round(Math.max(0, held)));
        run.answer("total", priced.value.total().map(Object::toString).orElse(null));
    }

    private record Timed<T>(T value, double millis) {}

    private static <T> Timed<T> best(Supplier<T> work) {
        double least = Double.MAX_VALUE;
        double spent = 0;
        T value = null;
        for (int i = 0; value == null || i < LEAST_RUNS || (i < MOST_RUNS && spent < WARM_MILLIS); i++) {
            long begin = THREAD.getCurrentThreadCpuTime();
            value = work.get();
            double millis = (THREAD.getCurrentThreadCpuTime() - begin) / 1e6;
            least = Math.min(least, millis);
            spent += millis;
        }
        return new Timed<>(value, least);
    }

    private static double allocatedMegabytes(Supplier<?> work) {
        com.sun.management.ThreadMXBean thread = (com.sun.management.ThreadMXBean) THREAD;
        long begin = thread.getThreadAllocatedBytes(Thread.currentThread().getId());
        Objects.requireNonNull(work.get());
        return (thread.getThreadAllocatedBytes(Thread.currentThread().getId()) - begin) / 1e6;
    }

    private static double usedMegabytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    private static long matches(PricedQuote priced) {
        return priced.lines().stream()
                .flatMap(line -> line.waterfall().orElseThrow().steps().stream())
                .filter(step -> step.kind() == PriceStepKind.LINE_RULE)
                .count();
    }

    private static Catalog catalog(Random random) {
        List<Product> products = new ArrayList<>();
        for (int i = 0; i < PRODUCTS; i++) {
            products.add(Product.of("P" + i, "Product " + i).withFamily("F" + random.nextInt(20)));
        }
        return Catalog.of(products);
    }

    private PricingPlan plan(Catalog catalog, Random random) {
        PriceBook.Builder book = PriceBook.builder();
        book.id("list").currency(CurrencyUnit.EUR);
        for (Product product : catalog.products()) {
            BigMoney price = BigMoney.ofScale(CurrencyUnit.EUR, 100 + random.nextInt(100_000), 2);
            book.addEntries(PriceEntry.of(product.id(), new PriceModel.PerUnit(price)));
        }
        PricingPlan.Builder plan = PricingPlan.builder();
        plan.addPriceBooks(book.build()).addLineAttributes("edition", "region");
        plan.addGroups(new RuleGroup("best", Stacking.BEST_FOR_CUSTOMER));
        for (int i = 0; i < rules; i++) {
            plan.addRules(rule(i, random));
        }
        if (also.equals("product")) {
            plan.addRules(PriceRule.builder()
                    .id("product")
                    .when(Criterion.parse("productQuantity >= 300"))
                    .addActions(PriceAction.PercentOff.of(BigDecimal.ONE))
                    .build());
        } else if (also.equals("guard")) {
            plan.guards(new PriceGuards(Optional.empty(), Optional.of(BigDecimal.valueOf(90)), Optional.empty()));
        }
        PriceRule order = PriceRule.builder()
                .id("order")
                .when(Criterion.parse("order.price >= \"EUR 1000\""))
                .addActions(PriceAction.OrderPercentOff.of(BigDecimal.valueOf(2)))
                .build();
        return plan.addRules(order)
                .rounding(RoundingPolicy.halfUpByLine())
                .allocation(MoneyAllocation.largestRemainder())
                .build();
    }

    private PriceRule rule(int number, Random random) {
        String when = "product = \"P%d\" and line.region = \"R%d\" and quantity >= %d"
                .formatted(random.nextInt(PRODUCTS), random.nextInt(2), random.nextInt(5));
        BigDecimal percent = BigDecimal.valueOf(1 + random.nextInt(30));
        return PriceRule.builder()
                .id("R" + number)
                .when(Criterion.parse(when))
                .group(Optional.of("best").filter(group -> also.equals("best-of")))
                .exclusive(Optional.of(Exclusive.ON_LINE).filter(each -> also.equals("exclusive") && number % 2 == 0))
                .addActions(PriceAction.PercentOff.of(percent))
                .build();
    }

    private Quote quote(Random random) {
        Quote.Builder quote = Quote.builder();
        quote.id("Q").priceBook("list");
        for (int i = 0; i < lines; i++) {
            QuoteLine.Builder line = QuoteLine.builder();
            line.id("L" + i).product("P" + random.nextInt(PRODUCTS));
            line.quantity(BigDecimal.valueOf(1 + random.nextInt(50)));
            line.putAttributes("region", "R" + random.nextInt(2));
            quote.addLines(line.build());
        }
        return quote.build();
    }
}
