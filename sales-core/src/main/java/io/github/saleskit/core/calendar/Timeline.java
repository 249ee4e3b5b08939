package io.github.saleskit.core.calendar;

import java.util.ArrayList;
import java.util.List;

/**
 * A long axis cut into pieces, each with a repeating {@link Coverage} of its own, with prefix sums over the pieces.
 *
 * <p>Counts and searches take O(log pieces + log intervals). Immutable and thread-safe.
 */
final class Timeline {

    private final long[] starts;
    private final long end;
    /** What to add to a position of the axis to get the position in the coverage. */
    private final long[] shifts;

    private final Coverage[] coverages;
    /** Covered positions before each piece; one more entry for all. */
    private final long[] sums;

    private Timeline(long[] starts, long end, long[] shifts, Coverage[] coverages) {
        this.starts = starts;
        this.end = end;
        this.shifts = shifts;
        this.coverages = coverages;
        this.sums = new long[starts.length + 1];
        for (int i = 0; i < starts.length; i++) {
            sums[i + 1] = sums[i] + covered(i, i + 1 < starts.length ? starts[i + 1] : end);
        }
    }

    /** Covers what this does not. */
    Timeline complement() {
        Coverage[] complements = new Coverage[coverages.length];
        for (int i = 0; i < complements.length; i++) {
            complements[i] = coverages[i].complement();
        }
        return new Timeline(starts, end, shifts, complements);
    }

    long start() {
        return starts[0];
    }

    /** The position after the last. */
    long end() {
        return end;
    }

    long total() {
        return sums[starts.length];
    }

    boolean contains(long position) {
        int piece = piece(position);
        return coverages[piece].contains(position + shifts[piece]);
    }

    /** Covered positions from the start of the axis to the position, which does not count itself. */
    long before(long position) {
        int piece = piece(position);
        return sums[piece] + covered(piece, position);
    }

    private int piece(long position) {
        return Coverage.lastAtOrBelow(starts, starts.length, position);
    }

    private long covered(int piece, long to) {
        Coverage coverage = coverages[piece];
        return coverage.before(to + shifts[piece]) - coverage.before(starts[piece] + shifts[piece]);
    }

    /**
     * The smallest position that has so many covered ones {@linkplain #before before} it.
     *
     * @param covered from 1 to {@link #total}
     */
    long find(long covered) {
        int piece = firstReaching(covered);
        Coverage coverage = coverages[piece];
        long passed = coverage.before(starts[piece] + shifts[piece]);
        return coverage.find(passed + covered - sums[piece]) - shifts[piece];
    }

    /** The piece before whose end there are so many covered positions, and not yet before its start. */
    private int firstReaching(long covered) {
        int low = 0;
        int high = starts.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sums[middle + 1] >= covered) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Collects the pieces of a timeline from left to right. */
    static final class Builder {

        private final List<Long> starts = new ArrayList<>();
        private final List<Long> shifts = new ArrayList<>();
        private final List<Coverage> coverages = new ArrayList<>();

        /** The axis continues from here on so; a piece that starts where the last one did replaces it. */
        void from(long start, long shift, Coverage coverage) {
            int last = starts.size() - 1;
            if (last >= 0 && starts.get(last) == start) {
                starts.remove(last);
                shifts.remove(last);
                coverages.remove(last);
            }
            starts.add(start);
            shifts.add(shift);
            coverages.add(coverage);
        }

        Timeline build(long end) {
            return new Timeline(
                    starts.stream().mapToLong(Long::longValue).toArray(),
                    end,
                    shifts.stream().mapToLong(Long::longValue).toArray(),
                    coverages.toArray(new Coverage[0]));
        }
    }
}
