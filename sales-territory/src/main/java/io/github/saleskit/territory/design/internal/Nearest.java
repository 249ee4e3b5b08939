package io.github.saleskit.territory.design.internal;

import java.util.function.IntToDoubleFunction;

/** Finds the few with the least values. */
final class Nearest {

    private Nearest() {}

    /**
     * The first {@code count} of the items in the order of their values, ties in the order given; all of them when
     * there are fewer. O(size + changes times count).
     */
    static int[] of(int count, int size, IntToDoubleFunction value, int[] items) {
        int[] result = new int[Math.min(count, size)];
        double[] values = new double[result.length];
        int found = 0;
        for (int i = 0; i < size; i++) {
            double v = value.applyAsDouble(i);
            if (found < result.length) {
                insert(result, values, found++, items[i], v);
            } else if (v < values[found - 1]) {
                insert(result, values, found - 1, items[i], v);
            }
        }
        return result;
    }

    private static void insert(int[] result, double[] values, int last, int item, double value) {
        int at = last;
        while (at > 0 && values[at - 1] > value) {
            values[at] = values[at - 1];
            result[at] = result[at - 1];
            at--;
        }
        values[at] = value;
        result[at] = item;
    }
}
