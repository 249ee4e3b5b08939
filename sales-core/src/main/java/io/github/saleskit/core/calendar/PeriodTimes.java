package io.github.saleskit.core.calendar;

import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;

/**
 * The seconds that a rule selects in one period, in order: every one of some beginnings plus every one of some offsets,
 * of which positions may pick some. Nothing is laid out, so a year of seconds costs no more than its days.
 */
final class PeriodTimes implements Iterator<LocalDateTime> {

    private final List<LocalDateTime> beginnings;
    private final int[] offsets;
    private final Iterator<Long> picked;
    private final boolean pick;
    private final long size;
    private long index;

    /**
     * @param beginnings in order, further apart than any offset
     * @param offsets seconds, in order
     * @param positions from 1, or from -1 counted from the end; empty for all
     */
    PeriodTimes(List<LocalDateTime> beginnings, int[] offsets, List<Integer> positions) {
        this.beginnings = beginnings;
        this.offsets = offsets;
        this.size = (long) beginnings.size() * offsets.length;
        this.pick = !positions.isEmpty();
        this.picked = indexes(positions, size).iterator();
    }

    /** The indexes, from 0, that positions pick from so many. */
    static Set<Long> indexes(List<Integer> positions, long size) {
        Set<Long> indexes = new TreeSet<>();
        for (int position : positions) {
            long at = position > 0 ? position - 1 : size + position;
            if (at >= 0 && at < size) {
                indexes.add(at);
            }
        }
        return indexes;
    }

    @Override
    public boolean hasNext() {
        return pick ? picked.hasNext() : index < size;
    }

    @Override
    public LocalDateTime next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the period has no more times.");
        }
        long at = pick ? picked.next() : index++;
        return beginnings.get((int) (at / offsets.length)).plusSeconds(offsets[(int) (at % offsets.length)]);
    }
}
