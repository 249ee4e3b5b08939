package io.github.saleskit.territory.geo;

import java.util.List;

/**
 * Places on a plane: those of a flat map as they are, those on the Earth by the stereographic projection centred on
 * them, which keeps circles, so that a triangulation of the map is one of the sphere.
 */
final class FlatMap {

    /** How many directions are tried for places all round the Earth when the one of their middle would not do. */
    private static final int DIRECTIONS = 100;

    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

    /**
     * From a place to the point opposite the centre, which has no place on the map: the least 1 + cosine that is far
     * enough.
     */
    private static final double FAR_ENOUGH = 1e-6;

    final double[] x;
    final double[] y;

    FlatMap(List<? extends Place> places) {
        int n = places.size();
        x = new double[n];
        y = new double[n];
        if (n > 0 && places.get(0) instanceof GeoPoint) {
            project(SpacePoints.of(places));
            return;
        }
        for (int i = 0; i < n; i++) {
            PlanePoint point = SpacePoints.requireKind(PlanePoint.class, places.get(i));
            x[i] = point.x();
            y[i] = point.y();
        }
    }

    private void project(SpacePoints points) {
        double[] centre = centre(points);
        double[] east = east(centre);
        double[] north = cross(centre, east);
        for (int i = 0; i < x.length; i++) {
            double scale = 2 / (1 + points.dot(i, centre));
            x[i] = scale * points.dot(i, east);
            y[i] = scale * points.dot(i, north);
        }
    }

    private static double[] centre(SpacePoints points) {
        double[] centre = points.mean();
        double nearest = points.leastCosine(centre);
        for (int d = 0; nearest + 1 < FAR_ENOUGH && d < DIRECTIONS; d++) {
            double[] direction = direction(d);
            if (points.leastCosine(direction) > nearest) {
                centre = direction;
                nearest = points.leastCosine(centre);
            }
        }
        return centre;
    }

    /** One of many directions evenly all round, along a spiral, opposite none of which a place is by design. */
    private static double[] direction(int number) {
        double height = 1 - (2 * number + 1.0) / DIRECTIONS;
        double radius = Math.sqrt(1 - height * height);
        double angle = number * GOLDEN_ANGLE + 1;
        return new double[] {radius * StrictMath.cos(angle), radius * StrictMath.sin(angle), height};
    }

    private static double[] east(double[] centre) {
        double length = Math.sqrt(centre[0] * centre[0] + centre[1] * centre[1]);
        return length < 1e-9 ? new double[] {0, 1, 0} : new double[] {-centre[1] / length, centre[0] / length, 0};
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {
            a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0],
        };
    }
}
