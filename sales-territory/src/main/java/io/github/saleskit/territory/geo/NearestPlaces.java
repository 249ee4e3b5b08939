package io.github.saleskit.territory.geo;

import java.util.Arrays;

/**
 * Finds the nearest of many points by a k-d tree (J. L. Bentley, "Multidimensional binary search trees used for
 * associative searching", Communications of the ACM 18, 1975). Of equally near ones the first given are the nearer.
 */
final class NearestPlaces {

    private static final int LEAF = 8;

    private final SpacePoints points;
    /** The points in the order of the tree: the middle of each range splits it along the axis of its split. */
    private final int[] order;

    private final byte[] axis;
    /** The first given point of each range, where its middle is. */
    private final int[] first;

    NearestPlaces(SpacePoints points) {
        this.points = points;
        order = new int[points.size()];
        Arrays.setAll(order, i -> i);
        axis = new byte[order.length];
        first = new int[order.length];
        build(0, order.length);
    }

    private void build(int from, int to) {
        if (to - from <= LEAF) {
            return;
        }
        int middle = (from + to) >>> 1;
        int split = widest(from, to);
        first[middle] = Arrays.stream(order, from, to).min().orElseThrow();
        select(from, to - 1, middle, points.coordinates[split]);
        axis[middle] = (byte) split;
        build(from, middle);
        build(middle + 1, to);
    }

    private int widest(int from, int to) {
        int widest = 0;
        double most = -1;
        for (int d = 0; d < 3; d++) {
            double least = Double.POSITIVE_INFINITY;
            double greatest = Double.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                least = Math.min(least, points.coordinates[d][order[i]]);
                greatest = Math.max(greatest, points.coordinates[d][order[i]]);
            }
            if (greatest - least > most) {
                most = greatest - least;
                widest = d;
            }
        }
        return widest;
    }

    /**
     * Moves the point of this rank to its place, smaller ones before it (C. A. R. Hoare, "Algorithm 65: Find", 1961).
     */
    private void select(int from, int to, int rank, double[] along) {
        int low = from;
        int high = to;
        while (low < high) {
            int pivot = order[(low + high) >>> 1];
            int i = low;
            int j = high;
            while (i <= j) {
                while (before(along, order[i], pivot)) {
                    i++;
                }
                while (before(along, pivot, order[j])) {
                    j--;
                }
                if (i <= j) {
                    swap(i++, j--);
                }
            }
            if (rank <= j) {
                high = j;
            } else if (rank >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    private static boolean before(double[] along, int a, int b) {
        return along[a] < along[b] || (along[a] == along[b] && a < b);
    }

    private void swap(int i, int j) {
        int kept = order[i];
        order[i] = order[j];
        order[j] = kept;
    }

    /** The nearest to a point besides itself, the nearest first; fewer when there are not so many. */
    int[] of(int point, int most) {
        Found found = new Found(point, Math.min(most, order.length - 1));
        found.search(0, order.length);
        return Arrays.copyOf(found.best, found.size);
    }

    /** The best so far, by insertion: few are asked for. */
    private final class Found {
        private final int centre;
        private final int[] best;
        private final double[] distance;
        private int size;

        Found(int centre, int most) {
            this.centre = centre;
            best = new int[most];
            distance = new double[most];
        }

        void search(int from, int to) {
            if (to - from <= LEAF) {
                for (int i = from; i < to; i++) {
                    offer(order[i]);
                }
                return;
            }
            int middle = (from + to) >>> 1;
            double[] along = points.coordinates[axis[middle]];
            double beside = along[centre] - along[order[middle]];
            boolean lower = beside <= 0;
            offer(order[middle]);
            search(lower ? from : middle + 1, lower ? middle : to);
            int otherFrom = lower ? middle + 1 : from;
            int otherTo = lower ? to : middle;
            if (mayHave(otherFrom, otherTo, beside * beside)) {
                search(otherFrom, otherTo);
            }
        }

        /** Whether a range at least so far away may have something nearer, or as near and given before. */
        private boolean mayHave(int from, int to, double away) {
            if (size < best.length || away < distance[size - 1]) {
                return true;
            }
            return away == distance[size - 1] && (to - from <= LEAF || first[(from + to) >>> 1] < best[size - 1]);
        }

        private void offer(int point) {
            if (point == centre || best.length == 0) {
                return;
            }
            double away = points.squaredDistance(centre, point);
            int at = size;
            while (at > 0 && (away < distance[at - 1] || (away == distance[at - 1] && point < best[at - 1]))) {
                at--;
            }
            if (at == best.length) {
                return;
            }
            size = Math.min(size + 1, best.length);
            System.arraycopy(best, at, best, at + 1, size - at - 1);
            System.arraycopy(distance, at, distance, at + 1, size - at - 1);
            best[at] = point;
            distance[at] = away;
        }
    }
}
