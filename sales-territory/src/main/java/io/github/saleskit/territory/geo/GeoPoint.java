package io.github.saleskit.territory.geo;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;

/**
 * A point on the Earth, in degrees of the usual world coordinates (WGS 84).
 *
 * <p>Distances are great-circle distances on a sphere with the mean radius of the Earth, by the haversine formula (R.
 * W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68, 1984); against the ellipsoid they are off by .6 % at
 * most. The antimeridian and the poles need no care: 180 and -180 degrees are the same meridian, and at a pole the
 * longitude does not matter for a distance. Two points that mean the same place there are still not {@code equal}.
 *
 * <pre>{@code
 * GeoPoint tokyo = GeoPoint.of(35.6812, 139.7671);
 * GeoPoint osaka = GeoPoint.of(34.7025, 135.4959);
 * tokyo.distanceTo(osaka);   // about 403 km
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param latitude degrees north of the equator, from -90 to 90
 * @param longitude degrees east of Greenwich, from -180 to 180
 */
public record GeoPoint(@Required double latitude, @Required double longitude) implements Place, StrictDocument {

    /**
     * The mean radius of the Earth, 6371.0088 km: the R1 = (2a + b) / 3 of the International Union of Geodesy and
     * Geophysics (H. Moritz, "Geodetic Reference System 1980", Journal of Geodesy 74, 2000).
     */
    public static final double MEAN_EARTH_RADIUS_KM = 6371.0088;

    public GeoPoint {
        requireWithin("latitude", latitude, 90, longitude);
        requireWithin("longitude", longitude, 180, latitude);
    }

    private static void requireWithin(String name, double value, double limit, double other) {
        if (!(Math.abs(value) <= limit)) {
            boolean swapped = limit == 90 && Math.abs(value) <= 180 && Math.abs(other) <= 90;
            throw new IllegalArgumentException(name + " is " + value + ", but must be from -" + (int) limit + " to "
                    + (int) limit + " degrees." + (swapped ? "\nMaybe latitude and longitude are swapped?" : ""));
        }
    }

    /** The point at a latitude and a longitude, both in degrees. */
    public static GeoPoint of(double latitude, double longitude) {
        return new GeoPoint(latitude, longitude);
    }

    /** The longitude, the same for all that mean the same: 180 for -180 too, 0 at the poles. */
    double meridian() {
        if (Math.abs(latitude) == 90) {
            return 0;
        }
        return longitude == -180 ? 180 : longitude;
    }

    /** The great-circle distance in kilometres. */
    @Override
    public double distanceTo(Place other) {
        if (other instanceof GeoPoint point) {
            return 2 * MEAN_EARTH_RADIUS_KM * StrictMath.asin(Math.min(1, Math.sqrt(haversine(point))));
        }
        throw new IllegalArgumentException("other is " + other + ", which is no point on the Earth.");
    }

    /** The square of half the chord between the points on the unit sphere. */
    private double haversine(GeoPoint to) {
        double vertical = StrictMath.sin(Math.toRadians(to.latitude - latitude) / 2);
        double horizontal = StrictMath.sin(Math.toRadians(to.longitude - longitude) / 2);
        return vertical * vertical + cosine(latitude) * cosine(to.latitude) * horizontal * horizontal;
    }

    private static double cosine(double degrees) {
        return StrictMath.cos(Math.toRadians(degrees));
    }
}
