package io.github.saleskit.cpq.pricing;

import io.github.saleskit.cpq.quote.Quote;
import io.github.saleskit.cpq.quote.QuoteLine;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A quote as it was priced, with what pricing it again after a change can take over. Never changed once it is made,
 * though its lines are of a mutable kind.
 */
final class PricedState {

    private final CompiledPlan plan;
    private final CompiledBook book;
    private final Quote quote;
    private final PricingContext context;
    private final List<QuoteLine> lines;
    private final List<LineDraft> drafts;
    private final Set<String> open;
    private final BitSet enabled;
    private final OrderFacts order;
    private final @Nullable StageRecord[] records;
    private final PricedQuote priced;
    private volatile @Nullable Map<String, LineDraft> byId;

    /**
     * After a pricing.
     *
     * @param lines with those that rules added
     * @param drafts the lines that have a list price, in their order
     * @param open ids of the lines that are a percentage of others
     * @param enabled positions of the rules that could apply
     */
    PricedState(
            CompiledPlan plan,
            CompiledBook book,
            Quote quote,
            PricingContext context,
            List<QuoteLine> lines,
            List<LineDraft> drafts,
            Set<String> open,
            BitSet enabled,
            OrderFacts order,
            @Nullable StageRecord[] records,
            PricedQuote priced) {
        this.plan = plan;
        this.book = book;
        this.quote = quote;
        this.context = context;
        this.lines = lines;
        this.drafts = drafts;
        this.open = open;
        this.enabled = enabled;
        this.order = order;
        this.records = records;
        this.priced = priced;
    }

    /** The same plan after a change to the quote. */
    PricedState after(
            Quote changed,
            List<LineDraft> newDrafts,
            Set<String> newOpen,
            OrderFacts newOrder,
            @Nullable StageRecord[] newRecords,
            PricedQuote newPriced) {
        return new PricedState(
                plan,
                book,
                changed,
                context,
                changed.lines(),
                newDrafts,
                newOpen,
                enabled,
                newOrder,
                newRecords,
                newPriced);
    }

    CompiledPlan plan() {
        return plan;
    }

    CompiledBook book() {
        return book;
    }

    Quote quote() {
        return quote;
    }

    PricingContext context() {
        return context;
    }

    List<QuoteLine> lines() {
        return lines;
    }

    List<LineDraft> drafts() {
        return drafts;
    }

    BitSet enabled() {
        return enabled;
    }

    OrderFacts order() {
        return order;
    }

    /** What a stage that waited found; null where it did not apply. */
    @Nullable
    StageRecord record(int stage) {
        return records[stage];
    }

    PricedQuote priced() {
        return priced;
    }

    /** Ids of the lines that are a percentage of others. */
    Set<String> open() {
        return open;
    }

    /** The line of that id, unless it is a percentage of others. */
    @Nullable
    LineDraft closed(String id) {
        return open.contains(id) ? null : byId().get(id);
    }

    private Map<String, LineDraft> byId() {
        Map<String, LineDraft> known = byId;
        if (known == null) {
            known = new HashMap<>(2 * drafts.size());
            for (LineDraft draft : drafts) {
                known.put(draft.line().id(), draft);
            }
            byId = known;
        }
        return known;
    }
}
