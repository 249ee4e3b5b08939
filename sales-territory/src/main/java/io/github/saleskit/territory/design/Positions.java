package io.github.saleskit.territory.design;

import io.github.saleskit.territory.geo.GeoPoint;
import io.github.saleskit.territory.geo.Place;
import io.github.saleskit.territory.geo.PlanePoint;
import java.util.List;

/**
 * The places of all accounts as points in space: plane ones as they are, those on the Earth on the unit sphere, where the
 * antimeridian and the poles are nothing special and a chord grows with the great circle it belongs to.
 */
final class Positions {

    private final boolean sphere;
    private final double[] x;
    private final double[] y;
    private final double[] z;

    Positions(List<? extends Place> places) {
        int n = places.size();
        sphere = n > 0 && places.get(0) instanceof GeoPoint;
        x = new double[n];
        y = new double[n];
        z = new double[sphere ? n : 0];
        for (int i = 0; i < n; i++) {
            put(i, places.get(i));
        }
    }

    private void put(int i, Place place) {
        if (place instanceof GeoPoint point) {
            double latitude = Math.toRadians(point.latitude());
            double longitude = Math.toRadians(point.longitude());
            x[i] = StrictMath.cos(latitude) * StrictMath.cos(longitude);
            y[i] = StrictMath.cos(latitude) * StrictMath.sin(longitude);
            z[i] = StrictMath.sin(latitude);
        } else if (place instanceof PlanePoint point) {
            x[i] = point.x();
            y[i] = point.y();
        }
    }

    int size() {
        return x.length;
    }

    int dimensions() {
        return sphere ? 3 : 2;
    }

    double coordinate(int dimension, int i) {
        return dimension == 0 ? x[i] : dimension == 1 ? y[i] : z[i];
    }

    /** Grows with the distance, but is cheaper. */
    double squared(int i, int j) {
        double dx = x[i] - x[j];
        double dy = y[i] - y[j];
        double flat = dx * dx + dy * dy;
        if (!sphere) {
            return flat;
        }
        double dz = z[i] - z[j];
        return flat + dz * dz;
    }

    /** As {@link Place#distanceTo}: half the chord is the square root of the haversine. */
    double distance(int i, int j) {
        double length = Math.sqrt(squared(i, j));
        return sphere ? 2 * GeoPoint.MEAN_EARTH_RADIUS_KM * arcsine(length / 2) : length;
    }

    /** Four terms of the series are exact to the last digits for less than 255 km. */
    private static double arcsine(double half) {
        if (half > .02) {
            return StrictMath.asin(Math.min(1, half));
        }
        double s = half * half;
        return half * (1 + s * (1 / 6.0 + s * (3 / 40.0 + s * (15 / 336.0 + s * (105 / 3456.0)))));
    }
}
