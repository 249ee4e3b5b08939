package io.github.saleskit.cpq.pricing;

import io.github.saleskit.cpq.quote.Quote;
import io.github.saleskit.cpq.quote.QuoteLine;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lines of a quote that an edit changed, and those that ask about them: percentages of other lines, and lines
 * on which rules ask sums over their product or family.
 */
final class ChangedLines {

    /** Beyond this share of the lines, pricing all of them is as fast. */
    private static final int MOST_CHANGED = 8;

    private final PricedState before;
    private final CompiledPlan plan;
    private final Quote quote;
    private final BitSet live = new BitSet();

    ChangedLines(PricedState before, Quote quote) {
        this.before = before;
        this.plan = before.plan();
        this.quote = quote;
    }

    /** Their positions; null where too much changed: lines that came, went or moved, or many of them. */
    @Nullable
    BitSet find() {
        return findChanged() ? live : null;
    }

    private boolean findChanged() {
        List<QuoteLine> then = before.lines();
        List<QuoteLine> now = quote.lines();
        for (int i = 0; i < now.size(); i++) {
            QuoteLine line = now.get(i);
            QuoteLine old = then.get(i);
            if (!isSame(line, old)) {
                live.set(i);
                if (!line.id().equals(old.id()) || line.counts() != old.counts() || areTooMany()) {
                    return false;
                }
            }
        }
        addDependent();
        return !areTooMany();
    }

    private boolean areTooMany() {
        return live.cardinality() > Math.max(1, quote.lines().size() / MOST_CHANGED);
    }

    /** The lines that ask about those that changed: percentages of others, and others of their product or family. */
    private void addDependent() {
        Kin kin = changedKin();
        if (live.isEmpty() || (kin.isEmpty() && before.open().isEmpty())) {
            return;
        }
        for (int i = 0; i < quote.lines().size(); i++) {
            LineDraft draft = before.drafts().get(i);
            if (before.open().contains(draft.line().id()) || kin.includes(draft)) {
                live.set(i);
            }
        }
    }

    private Kin changedKin() {
        Kin kin = new Kin(plan);
        for (int i = live.nextSetBit(0); plan.editsAskKin() && i >= 0; i = live.nextSetBit(i + 1)) {
            kin.add(before.lines().get(i));
            kin.add(quote.lines().get(i));
        }
        return kin;
    }

    /** Nearly all lines are the very same objects as before. */
    private static boolean isSame(Object line, Object old) {
        return line == old || line.equals(old);
    }
}
