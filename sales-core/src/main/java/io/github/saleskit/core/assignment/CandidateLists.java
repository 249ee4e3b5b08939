package io.github.saleskit.core.assignment;

import java.util.Arrays;

/**
 * For each lead the few reps that are cheapest for it at present prices, and a bound that all others exceed.
 *
 * <p>Most leads only ever compete for a handful of reps, so the searches look at these lists and read a whole row of
 * the table only where the bound does not settle a question. Prices only rise, so a bound stays true until the list is
 * made anew.
 *
 * <p>After A. Volgenant, "Linear and semi-assignment problems: a core oriented approach", Computers and Operations
 * Research 23 (1996), with bounds that make the answer exact without a second round.
 */
final class CandidateLists {

    /** Larger than any distance, and still far from an overflow when a distance is added. */
    static final long INFINITE = 1L << 61;

    private static final int WIDTH = 16;

    /** Rows up to this length are listed whole. */
    private static final int WHOLE = 32;

    final int width;
    final int[] reps;
    final long[] costs;
    final int[] lengths;
    /** For each lead: no unlisted rep has cost plus price below this. */
    final long[] bounds;

    private final CostTable table;
    private final long[] prices;
    private final long[] heapValues;
    private final int[] heapEntries;

    CandidateLists(CostTable table, long[] prices) {
        this.table = table;
        this.prices = prices;
        int longest = longestRow(table);
        this.width = longest <= WHOLE ? longest : WIDTH;
        this.reps = new int[Math.multiplyExact(table.leads(), width)];
        this.costs = new long[reps.length];
        this.lengths = new int[table.leads()];
        this.bounds = new long[table.leads()];
        this.heapValues = new long[width];
        this.heapEntries = new int[width];
        for (int lead = 0; lead < table.leads(); lead++) {
            renew(lead);
        }
    }

    private static int longestRow(CostTable table) {
        int longest = 0;
        for (int lead = 0; lead < table.leads(); lead++) {
            longest = Math.max(longest, table.to(lead) - table.from(lead));
        }
        return longest;
    }

    int from(int lead) {
        return lead * width;
    }

    int to(int lead) {
        return lead * width + lengths[lead];
    }

    /** Lists the reps that are cheapest at present prices; O(row + list log list) in practice. */
    void renew(int lead) {
        int from = table.from(lead);
        int count = Math.min(width, table.to(lead) - from);
        bounds[lead] = count == table.to(lead) - from ? INFINITE : selectCheapest(from, table.to(lead));
        for (int i = 0; i < count; i++) {
            int entry = bounds[lead] == INFINITE ? from + i : heapEntries[i];
            reps[from(lead) + i] = table.rep(entry, from);
            costs[from(lead) + i] = table.costs()[entry];
        }
        lengths[lead] = count;
    }

    /** Keeps the cheapest entries in a heap, the dearest of them on top; returns the least value left out. */
    private long selectCheapest(int from, int to) {
        long[] all = table.costs();
        Arrays.fill(heapValues, INFINITE);
        long least = INFINITE;
        long top = INFINITE;
        for (int entry = from; entry < to; entry++) {
            long value = all[entry] + prices[table.rep(entry, from)];
            if (value < top) {
                least = Math.min(least, top);
                replaceTop(value, entry);
                top = heapValues[0];
            } else if (value < least) {
                least = value;
            }
        }
        return least;
    }

    private void replaceTop(long value, int entry) {
        int hole = 0;
        while (true) {
            int child = 2 * hole + 1;
            if (child + 1 < width && heapValues[child + 1] > heapValues[child]) {
                child++;
            }
            if (child >= width || heapValues[child] <= value) {
                break;
            }
            heapValues[hole] = heapValues[child];
            heapEntries[hole] = heapEntries[child];
            hole = child;
        }
        heapValues[hole] = value;
        heapEntries[hole] = entry;
    }
}
