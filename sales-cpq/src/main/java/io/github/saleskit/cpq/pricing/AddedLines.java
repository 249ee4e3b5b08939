package io.github.saleskit.cpq.pricing;

import io.github.saleskit.cpq.quote.Quote;
import io.github.saleskit.cpq.quote.QuoteLine;
import java.util.ArrayList;
import java.util.List;

/** The lines of a quote and those that rules add to it. */
final class AddedLines {

    private final CompiledPlan plan;
    private final CompiledBook book;
    private final Quote quote;
    private final PricingContext context;

    AddedLines(CompiledPlan plan, CompiledBook book, Quote quote, PricingContext context) {
        this.plan = plan;
        this.book = book;
        this.quote = quote;
        this.context = context;
    }

    List<QuoteLine> all() {
        List<CompiledRule> adding =
                plan.rules().stream().filter(AddedLines::adds).toList();
        if (adding.isEmpty()) {
            return quote.lines();
        }
        OrderFacts order = facts();
        List<QuoteLine> all = new ArrayList<>(quote.lines());
        for (CompiledRule rule : adding) {
            if (applies(rule, order)) {
                add(rule, all);
            }
        }
        return all;
    }

    private static boolean adds(CompiledRule rule) {
        return rule.rule().actions().stream().anyMatch(PriceAction.AddLine.class::isInstance);
    }

    /** The order as the quote itself states it, at list prices. */
    private OrderFacts facts() {
        LineStarter starter = new LineStarter(plan, book, quote, context);
        List<LineDraft> drafts = new ArrayList<>();
        for (QuoteLine line : quote.lines()) {
            LineStarter.Started started = starter.start(line);
            if (line.counts() && started.draft().isPresent() && started.open().isEmpty()) {
                drafts.add(started.draft().get());
            }
        }
        OrderFacts order = new OrderFacts(quote, book.currency(), context.now(), drafts);
        drafts.forEach(draft -> draft.setOrder(order));
        return order;
    }

    private boolean applies(CompiledRule rule, OrderFacts order) {
        return new RuleGate(plan, book, quote, context).whyShut(rule, order).isEmpty()
                && rule.orderByThen()
                        .map(when -> when.matches(order, context.now()))
                        .orElse(true);
    }

    private static void add(CompiledRule rule, List<QuoteLine> all) {
        for (PriceAction action : rule.rule().actions()) {
            if (action instanceof PriceAction.AddLine line) {
                all.add(QuoteLine.of(id(rule, line.product()), line.product(), line.quantity()));
            }
        }
    }

    private static String id(CompiledRule rule, String product) {
        return rule.id() + "+" + product;
    }

    /** The lines behind those of the quote, as far as rules added them. */
    static List<QuoteLine> among(List<PricedLine> priced, int linesOfQuote) {
        return priced.stream()
                .skip(linesOfQuote)
                .filter(line -> line.id().endsWith("+" + line.product()))
                .map(line -> QuoteLine.of(line.id(), line.product(), line.quantity()))
                .toList();
    }

    /** Whether a line that was added is of a rule. */
    static boolean isOf(CompiledRule rule, QuoteLine added) {
        return added.id().equals(id(rule, added.product()));
    }
}
