package io.github.saleskit.core.assignment;

import java.util.Arrays;

/** Nodes of one search by distance: a binary heap whose keys may fall, with each node's state and distance. */
final class RepHeap {

    private static final int UNSEEN = -1;
    private static final int SETTLED = -2;

    private final long[] distances;
    private final int[] heap;
    private final int[] places;
    private final int[] seen;
    private int seenCount;
    private int size;

    RepHeap(int nodes) {
        distances = new long[nodes];
        heap = new int[nodes];
        places = new int[nodes];
        seen = new int[nodes];
        Arrays.fill(places, UNSEEN);
    }

    /** Forgets everything; O(nodes seen). */
    void clear() {
        for (int i = 0; i < seenCount; i++) {
            places[seen[i]] = UNSEEN;
        }
        seenCount = 0;
        size = 0;
    }

    /** Enters a node or lowers its distance; false when it was as near already. */
    boolean lower(int node, long distance) {
        if (places[node] == UNSEEN) {
            seen[seenCount++] = node;
            places[node] = size++;
        } else if (places[node] == SETTLED || distances[node] <= distance) {
            return false;
        }
        distances[node] = distance;
        rise(node, distance);
        return true;
    }

    private void rise(int node, long distance) {
        int hole = places[node];
        while (hole > 0 && distances[heap[(hole - 1) >> 1]] > distance) {
            put(heap[(hole - 1) >> 1], hole);
            hole = (hole - 1) >> 1;
        }
        put(node, hole);
    }

    private void put(int node, int place) {
        heap[place] = node;
        places[node] = place;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The least distance, {@link CandidateLists#INFINITE} when no node waits. */
    long least() {
        return size == 0 ? CandidateLists.INFINITE : distances[heap[0]];
    }

    /** Takes out the nearest node, whose distance is then final. */
    int settle() {
        int nearest = heap[0];
        int last = heap[--size];
        if (size > 0) {
            sink(last);
        }
        places[nearest] = SETTLED;
        return nearest;
    }

    private void sink(int node) {
        int hole = 0;
        while (true) {
            int child = 2 * hole + 1;
            if (child + 1 < size && distances[heap[child + 1]] < distances[heap[child]]) {
                child++;
            }
            if (child >= size || distances[heap[child]] >= distances[node]) {
                put(node, hole);
                return;
            }
            put(heap[child], hole);
            hole = child;
        }
    }

    long distance(int node) {
        return distances[node];
    }

    int seenCount() {
        return seenCount;
    }

    int seen(int i) {
        return seen[i];
    }

    boolean isSettled(int node) {
        return places[node] == SETTLED;
    }
}
