package io.github.saleskit.core.assignment;

import com.google.common.collect.ImmutableList;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.RandomAccess;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Leads that wait, each once, in order; never changed. */
final class WaitingLine extends AbstractList<WaitingLead> implements RandomAccess {

    private final ImmutableList<WaitingLead> inOrder;

    private WaitingLine(ImmutableList<WaitingLead> inOrder) {
        this.inOrder = inOrder;
    }

    static WaitingLine of(List<WaitingLead> leads) {
        if (leads instanceof WaitingLine line) {
            return line;
        }
        Set<String> seen = new HashSet<>();
        for (WaitingLead lead : leads) {
            if (!seen.add(lead.lead())) {
                throw new IllegalArgumentException("waiting has the lead \"" + lead.lead() + "\" twice.");
            }
        }
        return new WaitingLine(ImmutableList.sortedCopyOf(leads));
    }

    /** The entry of a lead, or null when it does not wait; linear in the length of the line. */
    @Nullable
    WaitingLead find(String lead) {
        for (WaitingLead each : inOrder) {
            if (each.lead().equals(lead)) {
                return each;
            }
        }
        return null;
    }

    /** The first of a pool that comes before another lead of it, or null. */
    @Nullable
    WaitingLead firstBefore(WaitingLead other) {
        for (WaitingLead each : inOrder) {
            if (each.compareTo(other) >= 0) {
                return null;
            }
            if (each.pool().equals(other.pool())) {
                return each;
            }
        }
        return null;
    }

    /** With an entry instead of another one of the same lead, if any; shares its memory where the first one leaves. */
    WaitingLine replaced(@Nullable WaitingLead before, @Nullable WaitingLead after) {
        if (after == null && inOrder.get(0).equals(before)) {
            return new WaitingLine(inOrder.subList(1, inOrder.size()));
        }
        List<WaitingLead> next = new ArrayList<>(inOrder);
        if (before != null) {
            next.remove(Collections.binarySearch(next, before));
        }
        if (after != null) {
            next.add(-1 - Collections.binarySearch(next, after), after);
        }
        return new WaitingLine(ImmutableList.copyOf(next));
    }

    @Override
    public WaitingLead get(int index) {
        return inOrder.get(index);
    }

    @Override
    public int size() {
        return inOrder.size();
    }
}
