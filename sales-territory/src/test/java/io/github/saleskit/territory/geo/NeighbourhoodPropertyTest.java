package io.github.saleskit.territory.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NeighbourhoodPropertyTest {

    /** Points with many that are equal, in line or on one circle, when the grid is small. */
    private static double[][] points(long seed, int n, int grid) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] points = new double[2][n];
        for (int i = 0; i < n; i++) {
            points[0][i] = random.nextInt(grid) * .1;
            points[1][i] = random.nextInt(grid) * .1;
        }
        return points;
    }

    @Property(tries = 200)
    void noPointIsInsideTheCircleOfATriangleAndTheTrianglesFillTheHull(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int n,
            @ForAll @IntRange(min = 1, max = 9) int size) {
        double[][] points = points(seed, n, size < 8 ? size : 1_000_000);
        double[] x = points[0];
        double[] y = points[1];
        Triangulation triangulation = new Triangulation(x, y);
        int distinct = triangulation.distinct().length;
        int hull = 0;
        int triangles = 0;
        for (int t = 0; t < triangulation.edges; t += 3) {
            int[] c = Arrays.copyOfRange(triangulation.corner, t, t + 3);
            if (!triangulation.there(t)) {
                continue;
            }
            if (Arrays.stream(c).anyMatch(corner -> corner == Triangulation.INFINITE)) {
                hull++;
                continue;
            }
            triangles++;
            assertThat(Turns.turn(x[c[0]], y[c[0]], x[c[1]], y[c[1]], x[c[2]], y[c[2]]))
                    .isEqualTo(1);
            for (int p = 0; p < n; p++) {
                assertThat(Turns.inCircle(x[c[0]], y[c[0]], x[c[1]], y[c[1]], x[c[2]], y[c[2]], x[p], y[p]))
                        .isLessThanOrEqualTo(0);
            }
        }
        if (!triangulation.flat()) {
            assertThat(triangles).isEqualTo(2 * distinct - 2 - hull);
        }
    }

    @Property(tries = 100)
    void neighboursDoNotDependOnTheOrderAndReachEveryPlace(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 30) int n,
            @ForAll @IntRange(min = 1, max = 6) int grid) {
        double[][] points = points(seed, n, grid);
        Map<String, PlanePoint> places = new LinkedHashMap<>();
        Map<String, PlanePoint> backwards = new LinkedHashMap<>();
        for (int i = 0; i < n; i++) {
            places.put("p" + i, PlanePoint.of(points[0][i], points[1][i]));
            backwards.put("p" + (n - 1 - i), PlanePoint.of(points[0][n - 1 - i], points[1][n - 1 - i]));
        }
        List<Border> borders = Adjacency.triangulated(places);
        assertThat(pieces(places.keySet(), borders)).isEqualTo(1);
        if (new HashSet<>(places.values()).size() == n) {
            assertThat(unordered(Adjacency.triangulated(backwards))).isEqualTo(unordered(borders));
        }
    }

    private static Set<Set<String>> unordered(List<Border> borders) {
        Set<Set<String>> pairs = new HashSet<>();
        borders.forEach(border -> pairs.add(new TreeSet<>(List.of(border.from(), border.to()))));
        return pairs;
    }

    private static int pieces(Set<String> ids, List<Border> borders) {
        Map<String, String> root = new LinkedHashMap<>();
        ids.forEach(id -> root.put(id, id));
        for (Border border : borders) {
            String from = root(root, border.from());
            root.put(from, root(root, border.to()));
        }
        return (int) ids.stream().map(id -> root(root, id)).distinct().count();
    }

    private static String root(Map<String, String> root, String id) {
        String at = id;
        while (!root.get(at).equals(at)) {
            at = root.get(at);
        }
        return at;
    }

    @Property(tries = 100)
    void theNearestAreThoseThatSortingAllFinds(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int n, @ForAll @IntRange(min = 1, max = 5) int k) {
        double[][] points = points(seed, n, 12);
        List<PlanePoint> places = IntStream.range(0, n)
                .mapToObj(i -> PlanePoint.of(points[0][i], points[1][i]))
                .toList();
        SpacePoints space = SpacePoints.of(places);
        NearestPlaces nearest = new NearestPlaces(space);
        for (int i = 0; i < n; i++) {
            int centre = i;
            int[] sorted = IntStream.range(0, n)
                    .filter(j -> j != centre)
                    .boxed()
                    .sorted(Comparator.<Integer>comparingDouble(j -> space.squaredDistance(centre, j))
                            .thenComparingInt(j -> j))
                    .mapToInt(j -> j)
                    .limit(k)
                    .toArray();
            assertThat(nearest.of(i, k)).isEqualTo(sorted);
        }
    }

    @Property(tries = 100)
    void hullsHaveEveryPlaceInsideAndTheConvexOneTurnsLeftOnly(
            @ForAll long seed,
            @ForAll @IntRange(min = 3, max = 40) int n,
            @ForAll @IntRange(min = 2, max = 9) int grid) {
        double[][] points = points(seed, n, grid);
        List<PlanePoint> places = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            places.add(PlanePoint.of(points[0][i], points[1][i]));
        }
        List<PlanePoint> convex = Hulls.convex(places);
        int corners = convex.size();
        for (int c = 0; corners > 2 && c < corners; c++) {
            PlanePoint a = convex.get(c);
            PlanePoint b = convex.get((c + 1) % corners);
            PlanePoint following = convex.get((c + 2) % corners);
            assertThat(turn(a, b, following)).isEqualTo(1);
            places.forEach(place -> assertThat(turn(a, b, place)).isGreaterThanOrEqualTo(0));
        }
        assertThat(Hulls.concave(places, 1e9)).containsAll(convex);
        List<PlanePoint> tight = Hulls.concave(places, .15);
        assertThat(tight).doesNotHaveDuplicates();
        if (corners > 2) {
            places.forEach(place -> assertThat(onOrInside(tight, place)).isTrue());
        }
    }

    private static int turn(PlanePoint a, PlanePoint b, PlanePoint c) {
        return Turns.turn(a.x(), a.y(), b.x(), b.y(), c.x(), c.y());
    }

    private static boolean onOrInside(List<PlanePoint> ring, PlanePoint point) {
        boolean inside = false;
        for (int i = 0; i < ring.size(); i++) {
            PlanePoint a = ring.get(i);
            PlanePoint b = ring.get((i + 1) % ring.size());
            PlanePoint low = a.y() <= b.y() ? a : b;
            PlanePoint high = a.y() <= b.y() ? b : a;
            int turn = turn(low, high, point);
            boolean between = Math.min(a.x(), b.x()) <= point.x()
                    && point.x() <= Math.max(a.x(), b.x())
                    && low.y() <= point.y()
                    && point.y() <= high.y();
            if (turn == 0 && between) {
                return true;
            }
            inside ^= point.y() >= low.y() && point.y() < high.y() && turn > 0;
        }
        return inside;
    }

    @Test
    void aHullFollowsABayWhenItsSidesMayNotBeLong() {
        List<PlanePoint> horseshoe = new ArrayList<>();
        for (int i = 0; i <= 10; i++) {
            horseshoe.add(PlanePoint.of(i, 0));
            horseshoe.add(PlanePoint.of(0, i));
            horseshoe.add(PlanePoint.of(i, 10));
        }
        assertThat(Hulls.convex(horseshoe)).hasSize(4);
        assertThat(Hulls.concave(horseshoe, 2))
                .contains(PlanePoint.of(5, 0), PlanePoint.of(0, 5), PlanePoint.of(5, 10));
        assertThat(Hulls.convex(List.<PlanePoint>of())).isEmpty();
        assertThat(Hulls.convex(List.of(PlanePoint.of(1, 1), PlanePoint.of(1, 1))))
                .hasSize(1);
        assertThat(Hulls.concave(List.of(PlanePoint.of(0, 0), PlanePoint.of(1, 1), PlanePoint.of(2, 2)), 0))
                .hasSize(2);
    }

    @Test
    void neighboursAcrossTheAntimeridianAndAtThePoleAreFound() {
        Map<String, GeoPoint> fiji = new LinkedHashMap<>();
        fiji.put("west", GeoPoint.of(-17, 179.5));
        fiji.put("far west", GeoPoint.of(-17, 170));
        fiji.put("east", GeoPoint.of(-17, -179.5));
        assertThat(Adjacency.nearest(fiji, 1))
                .containsExactly(Border.of("west", "far west"), Border.of("west", "east"));
        Map<String, GeoPoint> arctic = new LinkedHashMap<>();
        for (int longitude = -180; longitude < 180; longitude += 60) {
            arctic.put("at " + longitude, GeoPoint.of(80, longitude));
        }
        arctic.put("pole", GeoPoint.of(90, 17));
        arctic.put("pole again", GeoPoint.of(90, -120));
        assertThat(Adjacency.triangulated(arctic)).hasSize(13).contains(Border.of("pole", "pole again"));
        assertThat(Hulls.convex(arctic.values())).hasSize(6);
    }

    @Test
    void placesOppositeEachOtherOnEveryAxisHaveAMap() {
        Map<String, GeoPoint> places = new LinkedHashMap<>();
        places.put("north", GeoPoint.of(90, 0));
        places.put("south", GeoPoint.of(-90, 0));
        for (int longitude = -90; longitude <= 180; longitude += 90) {
            places.put("at " + longitude, GeoPoint.of(0, longitude));
        }
        List<Border> borders = Adjacency.triangulated(places);
        assertThat(borders).hasSizeBetween(9, 12);
        places.keySet()
                .forEach(place -> assertThat(borders)
                        .anyMatch(border ->
                                border.from().equals(place) || border.to().equals(place)));
    }

    /** With a look at every other one of them this would be hopeless. */
    @Test
    void ofManyAccountsAtOnePlaceTheFirstAreTheNearest() {
        Map<String, PlanePoint> places = new LinkedHashMap<>();
        for (int i = 0; i < 50_000; i++) {
            places.put("A" + i, PlanePoint.of(3, 3));
        }
        List<Border> borders = Adjacency.nearest(places, 2);
        assertThat(borders).hasSize(2 * 50_000 - 3).contains(Border.of("A0", "A49999"), Border.of("A1", "A49999"));
    }

    @Test
    void exactSignsDecideWherePlainArithmeticFails() {
        double tiny = Math.ulp(12.0);
        assertThat(Turns.turn(12, 12, 24, 24, .5 + Math.ulp(.5), .5)).isEqualTo(-1);
        assertThat(Turns.turn(.5, .5, 12, 12, 24, 24)).isZero();
        assertThat(Turns.turn(0, 0, 1e-200, 1e-200, 3e-200, 2e-200)).isEqualTo(-1);
        assertThat(Turns.inCircle(0, 0, 12, 0, 12, 12, 0, 12)).isZero();
        assertThat(Turns.inCircle(0, 0, 12, 0, 12, 12, tiny, 12)).isEqualTo(1);
        assertThat(Turns.inCircle(0, 0, 1e100, 0, 1e100, 1e100, 0, 2e100)).isEqualTo(-1);
    }
}
