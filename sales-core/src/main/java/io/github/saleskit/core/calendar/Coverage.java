package io.github.saleskit.core.calendar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set of whole numbers that repeats with a period, with prefix sums: which seconds of a week are worked, or which
 * days.
 *
 * <p>Counts and searches take O(log intervals) at any distance from zero. Immutable and thread-safe.
 */
final class Coverage {

    /** A half-open stretch of covered positions. */
    record Span(long start, long end) {}

    private final long period;
    private final long[] starts;
    private final long[] ends;
    /** Covered positions before each start; one more entry for the whole period. */
    private final long[] sums;

    private final Coverage complement;

    private Coverage(long period, List<Span> merged, @Nullable Coverage complement) {
        this.period = period;
        this.starts = merged.stream().mapToLong(Span::start).toArray();
        this.ends = merged.stream().mapToLong(Span::end).toArray();
        this.sums = new long[starts.length + 1];
        for (int i = 0; i < starts.length; i++) {
            sums[i + 1] = sums[i] + ends[i] - starts[i];
        }
        this.complement = complement == null ? new Coverage(period, gaps(period, merged), this) : complement;
    }

    /**
     * The union of spans.
     *
     * @param period at least 1
     * @param spans in any order, each within 0 and the period, also overlapping
     */
    static Coverage of(long period, List<Span> spans) {
        return new Coverage(period, merge(spans), null);
    }

    static List<Span> merge(List<Span> spans) {
        List<Span> sorted = new ArrayList<>(spans);
        sorted.sort((a, b) -> Long.compare(a.start, b.start));
        List<Span> merged = new ArrayList<>();
        for (Span span : sorted) {
            int last = merged.size() - 1;
            if (last >= 0 && span.start <= merged.get(last).end) {
                merged.set(last, new Span(merged.get(last).start, Math.max(merged.get(last).end, span.end)));
            } else if (span.start < span.end) {
                merged.add(span);
            }
        }
        return merged;
    }

    private static List<Span> gaps(long period, List<Span> merged) {
        List<Span> gaps = new ArrayList<>();
        long free = 0;
        for (Span span : merged) {
            if (span.start > free) {
                gaps.add(new Span(free, span.start));
            }
            free = span.end;
        }
        if (free < period) {
            gaps.add(new Span(free, period));
        }
        return gaps;
    }

    /** What this does not cover. */
    Coverage complement() {
        return complement;
    }

    /** Covered positions of one period. */
    long total() {
        return sums[starts.length];
    }

    boolean contains(long position) {
        long rest = Math.floorMod(position, period);
        int i = lastAtOrBelow(starts, starts.length, rest);
        return i >= 0 && rest < ends[i];
    }

    /** Covered positions from 0 to the position, which does not count; negative before 0. */
    long before(long position) {
        long rest = Math.floorMod(position, period);
        int i = lastAtOrBelow(starts, starts.length, rest);
        long inPeriod = i < 0 ? 0 : sums[i] + Math.min(rest, ends[i]) - starts[i];
        return Math.floorDiv(position, period) * total() + inPeriod;
    }

    /**
     * The smallest position that has so many covered ones {@linkplain #before before} it; {@link #total} must not be 0.
     */
    long find(long covered) {
        long periods = Math.floorDiv(covered - 1, total());
        long rest = covered - periods * total();
        int i = lastAtOrBelow(sums, starts.length, rest - 1);
        return periods * period + starts[i] + rest - sums[i];
    }

    /** Index of the last of the first {@code size} sorted values that is at most {@code value}, or -1. */
    static int lastAtOrBelow(long[] sorted, int size, long value) {
        int index = Arrays.binarySearch(sorted, 0, size, value);
        return index >= 0 ? index : -index - 2;
    }
}
