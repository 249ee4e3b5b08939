package io.github.saleskit.examples.evaluation;

import io.github.saleskit.cpq.catalog.Catalog;
import io.github.saleskit.cpq.catalog.Product;
import io.github.saleskit.cpq.pricing.PriceStep;
import io.github.saleskit.cpq.pricing.PricedLine;
import io.github.saleskit.cpq.pricing.PricedQuote;
import io.github.saleskit.cpq.pricing.PricingEngine;
import io.github.saleskit.cpq.pricing.PricingPlan;
import io.github.saleskit.cpq.quote.Quote;
import io.github.saleskit.examples.files.JsonDocument;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prices the user's own quote. */
@Command(
        name = "quote",
        sortOptions = false,
        description = {
            "Prices a quote by a pricing plan and prints its lines as a table; with --waterfall each step of "
                    + "each line.",
            "Without --catalog the products are those that the plan and the quote name, without families.",
            "Last line: quote, lines, unpriced, total, tax, due, seconds; total and due are null where a line "
                    + "has no price.",
            ""
        })
final class QuoteCommand implements EvaluationCommand {

    @Option(names = "--plan", required = true, paramLabel = "plan.json", description = "The pricing plan.")
    private Path plan = Path.of("");

    @Option(names = "--quote", required = true, paramLabel = "quote.json", description = "The quote.")
    private Path quote = Path.of("");

    @Option(names = "--catalog", paramLabel = "catalog.json", description = "The products.")
    private @Nullable Path catalog;

    @Option(names = "--as-of", paramLabel = "DATE", description = "The day whose prices hold; today in UTC otherwise.")
    private @Nullable String asOf;

    @Option(names = "--waterfall", description = "Print every step of every line.")
    private boolean waterfall;

    private final PrintStream table;

    QuoteCommand(PrintStream table) {
        this.table = table;
    }

    @Override
    public void run(Run run) {
        LocalDate day = day();
        JsonDocument planFile = JsonDocument.read(plan);
        PricingPlan pricing = planFile.as(PricingPlan.class);
        Quote asked = JsonDocument.read(quote).as(Quote.class);
        Catalog products =
                catalog == null ? products(pricing) : JsonDocument.read(catalog).as(Catalog.class);
        PricedQuote priced =
                run.measure(() -> PricingEngine.compile(pricing, products).price(asked, day));
        print(priced);
        run.answer("quote", priced.quote());
        run.answer("lines", priced.lines().size());
        run.answer("unpriced", priced.unpricedLines().size());
        run.answer("total", priced.total().map(Object::toString).orElse(null));
        run.answer("tax", priced.tax().map(Object::toString).orElse(null));
        run.answer("due", priced.due().map(Object::toString).orElse(null));
    }

    private LocalDate day() {
        if (asOf == null) {
            return LocalDate.now(ZoneOffset.UTC);
        }
        try {
            return LocalDate.parse(asOf);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("--as-of is " + asOf + ", but must be a date such as 2026-11-23", e);
        }
    }

    private static Catalog products(PricingPlan plan) {
        Stream<String> ids = plan.priceBooks().stream()
                .flatMap(book -> book.entries().stream())
                .map(entry -> entry.product());
        return Catalog.of(ids.distinct().map(id -> Product.of(id, id)).toList());
    }

    private void print(PricedQuote priced) {
        for (PricedLine line : priced.lines()) {
            table.printf(
                    Locale.ROOT,
                    "%-16s %-24s %12s %18s%s%n",
                    line.id(),
                    line.product(),
                    line.quantity().toPlainString(),
                    line.net().map(Object::toString).orElse("-"),
                    line.aside().orElse(false) ? "  (not in the total)" : "");
            line.obstacle().ifPresent(why -> table.println("    " + why.text(Locale.ENGLISH)));
            if (waterfall) {
                line.waterfall().ifPresent(steps -> steps.steps().forEach(this::print));
            }
        }
        priced.reasons().forEach(reason -> table.println(reason.text(Locale.ENGLISH)));
    }

    private void print(PriceStep step) {
        table.printf(
                Locale.ROOT,
                "    %-12s %-28s %18s -> %18s  %s%s%n",
                step.kind(),
                step.source().orElse(""),
                plain(step.input()),
                plain(step.output()),
                step.rounding()
                        .map(level -> "rounded by " + level.name().toLowerCase(Locale.ROOT))
                        .orElse(""),
                step.limit().map(limit -> " held by " + limit).orElse(""));
    }

    private static String plain(BigMoney money) {
        return money.getCurrencyUnit() + " " + money.getAmount().toPlainString();
    }
}
