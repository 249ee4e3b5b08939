package io.github.saleskit.core.assignment;

import io.github.saleskit.core.internal.SortedTree;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** Leads that wait, each once, in order; never changed: one with a change shares all but O(log n) of its memory. */
final class WaitingLine extends AbstractList<WaitingLead> implements RandomAccess {

    private static final WaitingLine NOBODY =
            new WaitingLine(SortedTree.empty(), SortedTree.empty(), SortedTree.empty());

    private final SortedTree<WaitingLead, WaitingLead> inOrder;
    private final SortedTree<String, WaitingLead> byLead;

    /** Those that came to a pool, in order. */
    private final SortedTree<String, SortedTree<WaitingLead, WaitingLead>> byPool;

    private WaitingLine(
            SortedTree<WaitingLead, WaitingLead> inOrder,
            SortedTree<String, WaitingLead> byLead,
            SortedTree<String, SortedTree<WaitingLead, WaitingLead>> byPool) {
        this.inOrder = inOrder;
        this.byLead = byLead;
        this.byPool = byPool;
    }

    static WaitingLine of(List<WaitingLead> leads) {
        if (leads instanceof WaitingLine line) {
            return line;
        }
        WaitingLine line = NOBODY;
        for (WaitingLead lead : leads) {
            if (line.find(lead.lead()) != null) {
                throw new IllegalArgumentException("waiting has the lead \"" + lead.lead() + "\" twice.");
            }
            line = line.with(lead);
        }
        return line;
    }

    /** The entry of a lead, or null when it does not wait. */
    @Nullable
    WaitingLead find(String lead) {
        return byLead.get(lead);
    }

    /** The first of a pool that comes before another lead of it, or null. */
    @Nullable
    WaitingLead firstBefore(WaitingLead other) {
        SortedTree<WaitingLead, WaitingLead> line =
                other.pool().map(byPool::get).orElse(null);
        WaitingLead first = line == null ? null : line.firstKey();
        return first == null || first.compareTo(other) >= 0 ? null : first;
    }

    /** With an entry instead of another one of the same lead, if any. */
    WaitingLine replaced(@Nullable WaitingLead before, @Nullable WaitingLead after) {
        WaitingLine left = before == null ? this : without(before);
        return after == null ? left : left.with(after);
    }

    private WaitingLine with(WaitingLead lead) {
        return new WaitingLine(
                inOrder.with(lead, lead),
                byLead.with(lead.lead(), lead),
                lead.pool()
                        .map(pool -> SortedTree.with(byPool, pool, lead, lead))
                        .orElse(byPool));
    }

    private WaitingLine without(WaitingLead lead) {
        return new WaitingLine(
                inOrder.without(lead),
                byLead.without(lead.lead()),
                lead.pool().map(pool -> SortedTree.without(byPool, pool, lead)).orElse(byPool));
    }

    @Override
    public WaitingLead get(int index) {
        return inOrder.keyAt(index);
    }

    @Override
    public int size() {
        return inOrder.size();
    }
}
