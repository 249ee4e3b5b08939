package io.github.saleskit.territory.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Finds out which accounts or areas are neighbours, for territories in one piece.
 *
 * <p>Of areas, those that share a border are neighbours; where only points are known, those next to each other. Each
 * pair comes once, in the order of the accounts or areas given.
 */
public final class Adjacency {

    private Adjacency() {}

    /**
     * Neighbours by the Delaunay triangulation: at most three times as many pairs as places, every place reaches every
     * other, and each has its nearest one as a neighbour. Places on the Earth are triangulated on the sphere; along the
     * outer rim there may be long pairs. Accounts at the same place are neighbours of the first of them. O(n log n).
     *
     * @param places by the id of their account
     * @throws IllegalArgumentException when some places are on the Earth and others on a flat map
     */
    public static List<Border> triangulated(Map<String, ? extends Place> places) {
        FlatMap map = new FlatMap(List.copyOf(places.values()));
        Triangulation triangles = new Triangulation(map.x, map.y);
        Pairs pairs = new Pairs(List.copyOf(places.keySet()));
        for (int i = 0; i < triangles.twins.length; i++) {
            if (triangles.twins[i] != i) {
                pairs.add(triangles.twins[i], i);
            }
        }
        if (triangles.flat()) {
            inLine(map, triangles.distinct(), pairs);
        }
        for (int e = 0; e < triangles.edges; e++) {
            int from = triangles.corner[e];
            int to = triangles.there(e) ? triangles.corner[Triangulation.next(e)] : Triangulation.INFINITE;
            if (from >= 0 && to >= 0 && e < triangles.twin[e]) {
                pairs.add(from, to);
            }
        }
        return pairs.toBorders();
    }

    private static void inLine(FlatMap map, int[] points, Pairs pairs) {
        int[] sorted = IntStream.of(points)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> map.x[i]).thenComparingDouble(i -> map.y[i]))
                .mapToInt(i -> i)
                .toArray();
        for (int i = 1; i < sorted.length; i++) {
            pairs.add(sorted[i - 1], sorted[i]);
        }
    }

    /**
     * Each place with its {@code k} nearest, and so with those that it is among the k nearest of. The whole need not
     * hang together: clusters further apart fall into pieces. Of equally near ones the first given count. About O(n k
     * log n).
     *
     * @param places by the id of their account
     * @param k from 1
     * @throws IllegalArgumentException when some places are on the Earth and others on a flat map
     */
    public static List<Border> nearest(Map<String, ? extends Place> places, int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k is " + k + ", but must be at least 1.");
        }
        NearestPlaces nearest = new NearestPlaces(SpacePoints.of(List.copyOf(places.values())));
        Pairs pairs = new Pairs(List.copyOf(places.keySet()));
        for (int i = 0; i < places.size(); i++) {
            for (int other : nearest.of(i, k)) {
                pairs.add(i, other);
            }
        }
        return pairs.toBorders();
    }

    /**
     * Areas that have sides in common, with the length of their border in kilometres. Sides count as the same when both
     * ends are; areas that touch in single points are no neighbours, nor are those whose borders were simplified
     * differently. O(n) for n sides.
     */
    public static List<Border> sharedSides(List<GeoArea> areas) {
        Pairs pairs = new Pairs(areas.stream().map(GeoArea::id).toList());
        Map<Side, List<Integer>> owners = new HashMap<>();
        for (int a = 0; a < areas.size(); a++) {
            for (Geometry.Polygon polygon : areas.get(a).polygons()) {
                for (List<GeoPoint> ring : polygon.rings()) {
                    addSides(ring, a, owners, pairs);
                }
            }
        }
        return pairs.toBorders();
    }

    private static void addSides(List<GeoPoint> ring, int area, Map<Side, List<Integer>> owners, Pairs pairs) {
        for (int i = 1; i < ring.size(); i++) {
            GeoPoint from = ring.get(i - 1);
            GeoPoint to = ring.get(i);
            Side side = Side.of(from, to);
            List<Integer> others = owners.computeIfAbsent(side, any -> new ArrayList<>(2));
            if (!side.single() && !others.contains(area)) {
                others.forEach(other -> pairs.add(other, area, from.distanceTo(to)));
                others.add(area);
            }
        }
    }

    /** A side, whichever way one goes along it. */
    private record Side(double latitude, double longitude, double toLatitude, double toLongitude) {
        static Side of(GeoPoint a, GeoPoint b) {
            boolean forth =
                    a.latitude() < b.latitude() || (a.latitude() == b.latitude() && a.meridian() <= b.meridian());
            GeoPoint from = forth ? a : b;
            GeoPoint to = forth ? b : a;
            return new Side(from.latitude() + 0.0, from.meridian() + 0.0, to.latitude() + 0.0, to.meridian() + 0.0);
        }

        /** Whether it is but a point, given twice, or by two longitudes at a pole. */
        boolean single() {
            return latitude == toLatitude && longitude == toLongitude;
        }
    }

    /** Pairs of things by their places in a list, each once, with the sum of their lengths. */
    static final class Pairs {
        private final List<String> ids;
        private final Map<Long, Double> lengths = new TreeMap<>();

        Pairs(List<String> ids) {
            this.ids = ids;
        }

        void add(int a, int b) {
            lengths.putIfAbsent(key(a, b), Double.NaN);
        }

        void add(int a, int b, double length) {
            lengths.merge(key(a, b), length, Double::sum);
        }

        private static long key(int a, int b) {
            return ((long) Math.min(a, b) << 32) | Math.max(a, b);
        }

        List<Border> toBorders() {
            List<Border> borders = new ArrayList<>(lengths.size());
            lengths.forEach((key, length) -> {
                String from = ids.get((int) (key >>> 32));
                String to = ids.get((int) (long) key);
                borders.add(Double.isNaN(length) ? Border.of(from, to) : Border.of(from, to, length));
            });
            return borders;
        }
    }
}
