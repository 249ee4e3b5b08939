package io.github.saleskit.territory.design.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.territory.geo.GeoPoint;
import io.github.saleskit.territory.geo.Place;
import io.github.saleskit.territory.geo.PlanePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeometricMedianTest {

    private static Place median(List<? extends Place> places) {
        Positions positions = new Positions(places, null, null);
        int[] all = IntStream.range(0, places.size()).toArray();
        double[] point = GeometricMedian.of(positions, all, all.length, 0);
        return positions.plus(new double[][] {point}).place(places.size());
    }

    private static double sum(List<? extends Place> places, Place centre) {
        return places.stream().mapToDouble(place -> place.distanceTo(centre)).sum();
    }

    @Test
    void isWhereTheDiagonalsOfFourPlacesCross() {
        PlanePoint median = (PlanePoint)
                median(List.of(PlanePoint.of(0, 0), PlanePoint.of(4, 4), PlanePoint.of(0, 3), PlanePoint.of(3, 0)));
        assertThat(median.x()).isCloseTo(1.5, within(1e-4));
        assertThat(median.y()).isCloseTo(1.5, within(1e-4));
    }

    @Test
    void isTheBluntCornerOfATriangle() {
        List<PlanePoint> places = List.of(PlanePoint.of(-10, 1), PlanePoint.of(0, 0), PlanePoint.of(10, 1));
        PlanePoint median = (PlanePoint) median(places);
        assertThat(median.distanceTo(PlanePoint.of(0, 0))).isLessThan(1e-3);
        assertThat(sum(places, median)).isCloseTo(2 * Math.sqrt(101), within(1e-6));
    }

    @Test
    void ofAccountsInOnePlaceIsThatPlace() {
        assertThat(median(List.of(PlanePoint.of(7, 9), PlanePoint.of(7, 9)))).isEqualTo(PlanePoint.of(7, 9));
        GeoPoint suva = GeoPoint.of(-18.1416, 178.4419);
        assertThat(median(List.of(suva, suva, suva)).distanceTo(suva)).isLessThan(1e-6);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noPlaceAroundIsNearerInSum(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<PlanePoint> plane = new ArrayList<>();
        List<GeoPoint> fiji = new ArrayList<>();
        for (int i = 0; i < 3 + seed * 10; i++) {
            plane.add(PlanePoint.of(random.nextInt(100), random.nextInt(100)));
            double longitude = 178 + random.nextDouble() * 4;
            fiji.add(GeoPoint.of(-19 + random.nextDouble() * 3, longitude > 180 ? longitude - 360 : longitude));
        }
        PlanePoint onPlane = (PlanePoint) median(plane);
        GeoPoint onEarth = (GeoPoint) median(fiji);
        for (int dx = -5; dx <= 5; dx++) {
            for (int dy = -5; dy <= 5; dy++) {
                PlanePoint near = PlanePoint.of(onPlane.x() + dx * .5, onPlane.y() + dy * .5);
                assertThat(sum(plane, onPlane)).isLessThanOrEqualTo(sum(plane, near) + 1e-6);
                double longitude = onEarth.longitude() + dx * .02;
                GeoPoint there = GeoPoint.of(
                        onEarth.latitude() + dy * .02,
                        longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude);
                assertThat(sum(fiji, onEarth)).isLessThanOrEqualTo(sum(fiji, there) + 1e-4);
            }
        }
    }
}
