package io.github.saleskit.territory.design.internal;

import java.util.Arrays;

/** A set of small numbers, of which any can be drawn in O(1). */
final class IndexSet {

    private static final int ABSENT = -1;

    private final int[] items;
    private final int[] place;
    private int size;

    /** An empty set of numbers below a bound. */
    IndexSet(int bound) {
        items = new int[bound];
        place = new int[bound];
        Arrays.fill(place, ABSENT);
    }

    /** Puts a number in or takes it out. */
    void put(int item, boolean in) {
        if (in == (place[item] != ABSENT)) {
            return;
        }
        if (in) {
            place[item] = size;
            items[size++] = item;
        } else {
            int last = items[--size];
            items[place[item]] = last;
            place[last] = place[item];
            place[item] = ABSENT;
        }
    }

    int size() {
        return size;
    }

    int get(int at) {
        return items[at];
    }
}
