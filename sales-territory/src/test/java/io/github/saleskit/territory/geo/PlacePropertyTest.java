package io.github.saleskit.territory.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class PlacePropertyTest {

    @Property(tries = 300)
    void greatCirclesAreAMetric(
            @ForAll @DoubleRange(min = -90, max = 90) double latitude1,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude1,
            @ForAll @DoubleRange(min = -90, max = 90) double latitude2,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude2,
            @ForAll @DoubleRange(min = -90, max = 90) double latitude3,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude3) {
        GeoPoint a = GeoPoint.of(latitude1, longitude1);
        GeoPoint b = GeoPoint.of(latitude2, longitude2);
        GeoPoint c = GeoPoint.of(latitude3, longitude3);
        assertThat(a.distanceTo(a)).isZero();
        assertThat(a.distanceTo(b))
                .isEqualTo(b.distanceTo(a))
                .isBetween(0.0, Math.PI * GeoPoint.MEAN_EARTH_RADIUS_KM + 1e-6)
                .isLessThanOrEqualTo(a.distanceTo(c) + c.distanceTo(b) + 1e-3);
    }

    @Property(tries = 300)
    void theHaversineAgreesWithTheVectorFormula(
            @ForAll @DoubleRange(min = -90, max = 90) double latitude1,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude1,
            @ForAll @DoubleRange(min = -90, max = 90) double latitude2,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude2) {
        double f1 = Math.toRadians(latitude1);
        double f2 = Math.toRadians(latitude2);
        double l = Math.toRadians(longitude2 - longitude1);
        double east = Math.cos(f2) * Math.sin(l);
        double north = Math.cos(f1) * Math.sin(f2) - Math.sin(f1) * Math.cos(f2) * Math.cos(l);
        double along = Math.sin(f1) * Math.sin(f2) + Math.cos(f1) * Math.cos(f2) * Math.cos(l);
        double angle = Math.atan2(Math.hypot(east, north), along);
        assertThat(GeoPoint.of(latitude1, longitude1).distanceTo(GeoPoint.of(latitude2, longitude2)))
                .isCloseTo(angle * GeoPoint.MEAN_EARTH_RADIUS_KM, within(1e-3));
    }
}
