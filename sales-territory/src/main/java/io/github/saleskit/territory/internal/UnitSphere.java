package io.github.saleskit.territory.internal;

/**
 * Points on the Earth, in degrees, as points in space on a sphere of radius 1, where the antimeridian and the poles are
 * nothing special and a chord grows with the great circle it belongs to.
 */
public final class UnitSphere {

    private UnitSphere() {}

    /** Towards the equator at Greenwich. */
    public static double x(double latitude, double longitude) {
        return StrictMath.cos(Math.toRadians(latitude)) * StrictMath.cos(Math.toRadians(longitude));
    }

    /** Towards the equator at 90 degrees east. */
    public static double y(double latitude, double longitude) {
        return StrictMath.cos(Math.toRadians(latitude)) * StrictMath.sin(Math.toRadians(longitude));
    }

    /** Towards the North Pole. */
    public static double z(double latitude) {
        return StrictMath.sin(Math.toRadians(latitude));
    }
}
