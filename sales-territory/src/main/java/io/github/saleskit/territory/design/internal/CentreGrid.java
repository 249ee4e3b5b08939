package io.github.saleskit.territory.design.internal;

import java.util.Arrays;

/**
 * The centres of all territories in a grid of cells, to find the nearest ones quickly while they move.
 *
 * <p>O(1) to move a centre; a search looks at the cells in growing rings around a point.
 */
final class CentreGrid {

    private static final int NONE = -1;
    private static final int SMALL = 48;

    private final Instance instance;
    private final int dimensions;
    private final double[] start;
    private final int[] cells;
    private final double edge;
    /** First territory in each cell, and the next and previous one in the same cell. */
    private final int[] first;

    private final int[] next;
    private final int[] previous;
    private final int[] cellOf;
    private final int[] centreOf;

    private int[] found = new int[64];
    private int founds;
    private final int[] here;

    CentreGrid(Layout layout) {
        this(layout.instance, layout.centre);
    }

    CentreGrid(Instance instance, int[] centre) {
        this.instance = instance;
        dimensions = instance.positions.dimensions();
        start = new double[dimensions];
        cells = new int[dimensions];
        here = new int[dimensions];
        edge = measure();
        first = new int[Arrays.stream(cells).reduce(1, (a, b) -> a * b)];
        Arrays.fill(first, NONE);
        next = new int[instance.k];
        previous = new int[instance.k];
        cellOf = new int[instance.k];
        centreOf = new int[instance.k];
        for (int t = 0; t < instance.k; t++) {
            insert(t, centre[t]);
        }
    }

    /** Chooses the edge of a cell so that there are about as many cells as territories. */
    private double measure() {
        double[] length = new double[dimensions];
        double longest = 0;
        for (int d = 0; d < dimensions; d++) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < instance.n; i++) {
                double coordinate = instance.positions.coordinate(d, i);
                least = Math.min(least, coordinate);
                most = Math.max(most, coordinate);
            }
            start[d] = least;
            length[d] = most - least;
            longest = Math.max(longest, length[d]);
        }
        double cell = longest == 0 ? 1 : longest;
        while (!tooMany(length, cell / 2)) {
            cell /= 2;
        }
        for (int d = 0; d < dimensions; d++) {
            cells[d] = (int) (length[d] / cell) + 1;
        }
        return cell;
    }

    private boolean tooMany(double[] length, double cell) {
        double number = 1;
        for (double l : length) {
            number *= Math.floor(l / cell) + 1;
        }
        return number > 2.0 * instance.k || !(cell > 0);
    }

    /** Tells the grid that the centre of a territory may have moved. */
    void moved(int territory, int centre) {
        if (centreOf[territory] != centre) {
            remove(territory);
            insert(territory, centre);
        }
    }

    private void insert(int t, int centre) {
        int cell = 0;
        for (int d = 0; d < dimensions; d++) {
            cell = cell * cells[d] + index(d, centre);
        }
        centreOf[t] = centre;
        cellOf[t] = cell;
        next[t] = first[cell];
        previous[t] = NONE;
        if (first[cell] != NONE) {
            previous[first[cell]] = t;
        }
        first[cell] = t;
    }

    private void remove(int t) {
        if (previous[t] == NONE) {
            first[cellOf[t]] = next[t];
        } else {
            next[previous[t]] = next[t];
        }
        if (next[t] != NONE) {
            previous[next[t]] = previous[t];
        }
    }

    private int index(int dimension, int position) {
        double way = (instance.positions.coordinate(dimension, position) - start[dimension]) / edge;
        return (int) Math.max(0, Math.min(cells[dimension] - 1, way));
    }

    /** The territories whose centres are nearest to a unit, nearest first, ties by number. */
    int[] near(int unit, int count) {
        founds = 0;
        if (instance.k <= SMALL) {
            for (int t = 0; t < instance.k; t++) {
                find(t);
            }
        } else {
            collect(unit, count);
        }
        Arrays.sort(found, 0, founds);
        return Nearest.of(count, founds, at -> instance.positions.squared(unit, centreOf[found[at]]), found);
    }

    private void find(int t) {
        if (founds == found.length) {
            found = Arrays.copyOf(found, 2 * founds);
        }
        found[founds++] = t;
    }

    /**
     * One more ring than it takes to find enough: the corners of a ring are farther away than the middles of the next.
     */
    private void collect(int unit, int count) {
        int widest = 0;
        for (int d = 0; d < dimensions; d++) {
            here[d] = index(d, unit);
            widest = Math.max(widest, cells[d]);
        }
        int last = widest;
        for (int ring = 0; ring <= last; ring++) {
            int before = founds;
            visit(0, 0, ring, false);
            if (before < count && founds >= count) {
                last = Math.min(last, ring + 1 + ring / 2);
            }
        }
    }

    /** Visits the cells whose farthest index is exactly {@code ring} away. */
    private void visit(int dimension, int cell, int ring, boolean onRing) {
        if (dimension == dimensions) {
            for (int t = first[cell]; t != NONE; t = next[t]) {
                find(t);
            }
            return;
        }
        int from = here[dimension] - ring;
        int to = here[dimension] + ring;
        boolean mustBeOnRing = dimension == dimensions - 1 && !onRing;
        int step = mustBeOnRing && ring > 0 ? 2 * ring : 1;
        for (int index = from; index <= to; index += step) {
            if (index >= 0 && index < cells[dimension]) {
                boolean edgeHere = index == from || index == to;
                visit(dimension + 1, cell * cells[dimension] + index, ring, onRing || edgeHere);
            }
        }
    }
}
