package io.github.saleskit.territory.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.support.JsonLine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlaceTest {

    record Trip(List<Place> stops) {}

    private static final GeoPoint NASHVILLE = GeoPoint.of(36.12, -86.67);
    private static final GeoPoint LOS_ANGELES = GeoPoint.of(33.94, -118.40);

    @Test
    void aPublishedDistanceComesOut() {
        // The example of Rosetta Code's task "Haversine formula", 2887.2599506 km for a radius of 6372.8 km.
        assertThat(NASHVILLE.distanceTo(LOS_ANGELES))
                .isCloseTo(2887.2599506071106 * GeoPoint.MEAN_EARTH_RADIUS_KM / 6372.8, within(1e-6));
    }

    @Test
    void aQuarterOfTheGlobeIsAQuarterOfItsCircumference() {
        double quarter = Math.PI / 2 * GeoPoint.MEAN_EARTH_RADIUS_KM;
        assertThat(GeoPoint.of(0, 0).distanceTo(GeoPoint.of(0, 90))).isCloseTo(quarter, within(1e-9));
        assertThat(GeoPoint.of(0, 17).distanceTo(GeoPoint.of(90, 123))).isCloseTo(quarter, within(1e-9));
        assertThat(GeoPoint.of(0, 0).distanceTo(GeoPoint.of(0, 180))).isCloseTo(2 * quarter, within(1e-9));
    }

    @Test
    void theAntimeridianIsNoBarrier() {
        GeoPoint west = GeoPoint.of(-17, 179.9);
        GeoPoint east = GeoPoint.of(-17, -179.9);
        double along = StrictMath.cos(Math.toRadians(17)) * Math.toRadians(.2) * GeoPoint.MEAN_EARTH_RADIUS_KM;
        assertThat(west.distanceTo(east)).isCloseTo(along, within(1e-4));
        assertThat(GeoPoint.of(10, 180).distanceTo(GeoPoint.of(10, -180))).isCloseTo(0, within(1e-9));
    }

    @Test
    void atAPoleTheLongitudeDoesNotMatter() {
        assertThat(GeoPoint.of(90, 10).distanceTo(GeoPoint.of(90, -120))).isCloseTo(0, within(1e-9));
        assertThat(GeoPoint.of(-90, 0).distanceTo(GeoPoint.of(90, 45)))
                .isCloseTo(Math.PI * GeoPoint.MEAN_EARTH_RADIUS_KM, within(1e-6));
    }

    @Test
    void planeDistancesAreEuclidean() {
        assertThat(PlanePoint.of(1, 2).distanceTo(PlanePoint.of(4, -2))).isEqualTo(5);
    }

    @Test
    void coordinatesOutOfRangeAreRejectedWithAdvice() {
        assertThatThrownBy(() -> GeoPoint.of(139.7, 35.6))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("latitude is 139.7")
                .hasMessageContaining("Maybe latitude and longitude are swapped?");
        assertThatThrownBy(() -> GeoPoint.of(0, 180.5)).hasMessageContaining("longitude is 180.5");
        assertThatThrownBy(() -> GeoPoint.of(Double.NaN, 0)).hasMessageContaining("latitude is NaN");
        assertThatThrownBy(() -> PlanePoint.of(0, Double.POSITIVE_INFINITY)).hasMessageContaining("y is Infinity");
    }

    @Test
    void placesOfDifferentKindsHaveNoDistance() {
        assertThatThrownBy(() -> NASHVILLE.distanceTo(PlanePoint.of(0, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no point on the Earth");
        assertThatThrownBy(() -> PlanePoint.of(0, 0).distanceTo(NASHVILLE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no point on a flat map");
    }

    @Test
    void placesComeBackFromJsonAsWhatTheyAre() {
        JsonLine.assertRoundTrip(NASHVILLE, GeoPoint.class);
        JsonLine.assertRoundTrip(NASHVILLE, Place.class);
        JsonLine.assertRoundTrip(PlanePoint.of(-.5, 1e17), PlanePoint.class);
        JsonLine.assertRoundTrip(PlanePoint.of(-.5, 1e17), Place.class);
        JsonLine.assertRoundTrip(new Trip(List.of(NASHVILLE, PlanePoint.of(1, 2))), Trip.class);
    }

    @ParameterizedTest
    @EnumSource(JsonLine.class)
    void theJsonOfPlacesIsPinned(JsonLine line) {
        assertThat(line.write(NASHVILLE)).isEqualTo("{\"latitude\":36.12,\"longitude\":-86.67}");
        assertThat(line.write(PlanePoint.of(1, 2))).isEqualTo("{\"x\":1.0,\"y\":2.0}");
    }

    @ParameterizedTest
    @EnumSource(JsonLine.class)
    void halfAPlaceIsRejected(JsonLine line) {
        assertThatThrownBy(() -> line.read("{\"latitude\":1}", Place.class))
                .hasStackTraceContaining("latitude and longitude, or x and y");
        assertThatThrownBy(() -> line.read("{\"latitude\":1,\"longitude\":2,\"x\":3}", Place.class))
                .hasStackTraceContaining("latitude and longitude, or x and y");
        assertThatThrownBy(() -> line.read("{\"latitude\":1}", GeoPoint.class)).hasStackTraceContaining("longitude");
        assertThatThrownBy(() -> line.read("{\"latitude\":1,\"longitude\":2,\"lng\":3}", Place.class))
                .hasStackTraceContaining("lng");
    }
}
