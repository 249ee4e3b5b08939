package io.github.saleskit.territory.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Outlines of a set of places, as for drawing a territory around its accounts.
 *
 * <p>Places on the Earth are outlined on a map centred on them, so the antimeridian and the poles need no care; an
 * outline of places all round the Earth means nothing. Places of the same coordinates count once. The corners come
 * counterclockwise as seen from above, beginning with the first of them in the order given; the first is not repeated
 * at the end. One place gives itself, places in line their ends.
 */
public final class Hulls {

    private Hulls() {}

    /**
     * The smallest convex outline; corners only where it turns. O(n log n) (A. M. Andrew, "Another efficient algorithm
     * for convex hulls in two dimensions", Information Processing Letters 9, 1979).
     *
     * @throws IllegalArgumentException when some places are on the Earth and others on a flat map
     */
    public static <P extends Place> List<P> convex(Collection<P> places) {
        List<P> list = List.copyOf(places);
        FlatMap map = new FlatMap(list);
        int[] sorted = alongX(map);
        int[] chain = new int[2 * sorted.length + 1];
        int size = halfOf(map, sorted, chain, 0);
        int[] backwards = new int[sorted.length];
        Arrays.setAll(backwards, i -> sorted[sorted.length - 1 - i]);
        size = halfOf(map, backwards, chain, Math.max(0, size - 1));
        return fromFirst(list, Arrays.copyOf(chain, Math.max(size - 1, Math.min(size, 1))));
    }

    private static int[] alongX(FlatMap map) {
        int[] distinct = new InsertionOrder(map.x, map.y).distinct;
        return Arrays.stream(distinct)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> map.x[i]).thenComparingDouble(i -> map.y[i]))
                .mapToInt(i -> i)
                .toArray();
    }

    /** Adds one side of the outline to the chain behind {@code start}; returns the new size. */
    private static int halfOf(FlatMap map, int[] sorted, int[] chain, int start) {
        int size = start;
        for (int point : sorted) {
            while (size >= start + 2 && turn(map, chain[size - 2], chain[size - 1], point) <= 0) {
                size--;
            }
            chain[size++] = point;
        }
        return size;
    }

    private static int turn(FlatMap map, int a, int b, int c) {
        return Turns.turn(map.x[a], map.y[a], map.x[b], map.y[b], map.x[c], map.y[c]);
    }

    /**
     * An outline that follows the places closer: no side is longer than {@code longestSide} where the outline can do
     * without, and every place is on it or inside. It is the characteristic shape of M. Duckham, L. Kulik, M. Worboys
     * and A. Galton ("Efficient generation of simple polygons for characterizing the shape of a set of points in the
     * plane", Pattern Recognition 41, 2008): from the Delaunay triangulation, outer triangles with too long a side are
     * taken away, the longest first, as long as the rest stays in one piece. O(n log n).
     *
     * @param longestSide in kilometres on the Earth, in the unit of a flat map; not negative
     * @throws IllegalArgumentException when some places are on the Earth and others on a flat map
     */
    public static <P extends Place> List<P> concave(Collection<P> places, double longestSide) {
        if (!(longestSide >= 0)) {
            throw new IllegalArgumentException("longestSide is " + longestSide + ", but must not be negative.");
        }
        List<P> list = List.copyOf(places);
        FlatMap map = new FlatMap(list);
        Triangulation triangulation = new Triangulation(map.x, map.y);
        return triangulation.flat()
                ? convex(list)
                : fromFirst(list, new Outline(list, triangulation).shrink(longestSide));
    }

    private static <P extends Place> List<P> fromFirst(List<P> places, int[] corners) {
        int first = 0;
        for (int i = 1; i < corners.length; i++) {
            first = corners[i] < corners[first] ? i : first;
        }
        List<P> outline = new ArrayList<>(corners.length);
        for (int i = 0; i < corners.length; i++) {
            outline.add(places.get(corners[(first + i) % corners.length]));
        }
        return List.copyOf(outline);
    }

    /** The outer edges of a triangulation, from which triangles are taken away. */
    private static final class Outline {

        private record Side(int edge, double length) {}

        private static final Comparator<Side> LONGEST_FIRST =
                Comparator.comparingDouble((Side side) -> -side.length).thenComparingInt(side -> side.edge);

        private final List<? extends Place> places;
        private final Triangulation triangles;
        /** For each point of the outline the half-edge inside of it that starts there; -1 elsewhere. */
        private final int[] starts;

        private final PriorityQueue<Side> sides = new PriorityQueue<>(LONGEST_FIRST);

        Outline(List<? extends Place> places, Triangulation triangles) {
            this.places = places;
            this.triangles = triangles;
            starts = new int[places.size()];
            Arrays.fill(starts, -1);
            for (int e = 0; e < triangles.edges; e++) {
                if (triangles.there(e) && triangles.corner[e] == Triangulation.INFINITE) {
                    add(triangles.twin[Triangulation.next(e)]);
                }
            }
        }

        private void add(int edge) {
            starts[triangles.corner[edge]] = edge;
            Place from = places.get(triangles.corner[edge]);
            Place to = places.get(triangles.corner[Triangulation.next(edge)]);
            sides.add(new Side(edge, from.distanceTo(to)));
        }

        int[] shrink(double longestSide) {
            while (!sides.isEmpty() && sides.peek().length > longestSide) {
                int side = sides.remove().edge;
                int following = Triangulation.next(side);
                int last = Triangulation.next(following);
                boolean stays = starts[triangles.corner[last]] >= 0;
                if (!stays) {
                    add(triangles.twin[last]);
                    add(triangles.twin[following]);
                }
            }
            return corners();
        }

        private int[] corners() {
            int first = 0;
            while (starts[first] < 0) {
                first++;
            }
            int[] corners = new int[starts.length];
            int size = 0;
            int at = first;
            do {
                corners[size++] = at;
                at = triangles.corner[Triangulation.next(starts[at])];
            } while (at != first);
            return Arrays.copyOf(corners, size);
        }
    }
}
