package io.github.saleskit.core.scorecard;

import java.util.Arrays;

/** An order of rows that chance made from what is in them, so that it is the same however they were listed. */
final class RowOrder {

    private RowOrder() {}

    /**
     * The rows by a hash of their codes, outcome and the seed; equal rows stand together, which of them first does not
     * matter.
     */
    static int[] byChance(CodedTable table, long seed) {
        long[] hashes = new long[table.rows];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = mix(seed + table.won[i]);
        }
        for (int c = 0; c < table.codes.length; c++) {
            char[] codes = table.codes[c];
            for (int i = 0; i < hashes.length; i++) {
                hashes[i] = mix(hashes[i] + codes[i] + 1);
            }
        }
        return inOrder(hashes);
    }

    /** The indexes of figures from the least up. */
    private static int[] inOrder(long[] figures) {
        long[] sorted = figures.clone();
        Arrays.sort(sorted);
        int[] order = new int[figures.length];
        int[] taken = new int[figures.length];
        for (int i = 0; i < order.length; i++) {
            int first = first(sorted, figures[i]);
            order[first + taken[first]++] = i;
        }
        return order;
    }

    /** Where the first one stands that is not less. */
    private static int first(long[] sorted, long figure) {
        int low = 0;
        for (int length = sorted.length; length > 0; ) {
            int half = (length + 1) >>> 1;
            low += sorted[low + half - 1] < figure ? half : 0;
            length -= half;
        }
        return low;
    }

    /** Source: G. L. Steele, D. Lea and C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014. */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
