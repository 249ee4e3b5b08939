package io.github.saleskit.core.assignment;

import java.util.Arrays;

/** Leads by a number, least first; a plain binary heap that grows. */
final class LeadHeap {

    private long[] keys = new long[8];
    private int[] leads = new int[8];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    /** The least key, {@link CandidateLists#INFINITE} when empty. */
    long least() {
        return size == 0 ? CandidateLists.INFINITE : keys[0];
    }

    void add(int lead, long key) {
        if (size == leads.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            leads = Arrays.copyOf(leads, 2 * size);
        }
        int hole = size++;
        while (hole > 0 && keys[(hole - 1) >> 1] > key) {
            move((hole - 1) >> 1, hole);
            hole = (hole - 1) >> 1;
        }
        keys[hole] = key;
        leads[hole] = lead;
    }

    /** Takes out a lead with the least key. */
    int removeLeast() {
        int least = leads[0];
        long key = keys[--size];
        int hole = 0;
        while (2 * hole + 1 < size) {
            int child = 2 * hole + 1;
            if (child + 1 < size && keys[child + 1] < keys[child]) {
                child++;
            }
            if (keys[child] >= key) {
                break;
            }
            move(child, hole);
            hole = child;
        }
        keys[hole] = key;
        leads[hole] = leads[size];
        return least;
    }

    private void move(int from, int to) {
        keys[to] = keys[from];
        leads[to] = leads[from];
    }
}
