package io.github.saleskit.territory.geo;

import io.github.saleskit.territory.internal.UnitSphere;
import java.util.List;

/** Places as points in space: plane ones with a third coordinate of 0, those on the Earth on the {@link UnitSphere}. */
final class SpacePoints {

    final double[][] coordinates;

    private SpacePoints(double[][] coordinates) {
        this.coordinates = coordinates;
    }

    static SpacePoints of(List<? extends Place> places) {
        double[][] coordinates = new double[3][places.size()];
        boolean sphere = !places.isEmpty() && places.get(0) instanceof GeoPoint;
        for (int i = 0; i < places.size(); i++) {
            if (sphere) {
                putSphere(coordinates, i, requireKind(GeoPoint.class, places.get(i)));
            } else {
                PlanePoint point = requireKind(PlanePoint.class, places.get(i));
                coordinates[0][i] = point.x();
                coordinates[1][i] = point.y();
            }
        }
        return new SpacePoints(coordinates);
    }

    private static void putSphere(double[][] coordinates, int i, GeoPoint point) {
        coordinates[0][i] = UnitSphere.x(point.latitude(), point.meridian());
        coordinates[1][i] = UnitSphere.y(point.latitude(), point.meridian());
        coordinates[2][i] = UnitSphere.z(point.latitude());
    }

    static <P extends Place> P requireKind(Class<P> kind, Place place) {
        if (!kind.isInstance(place)) {
            throw new IllegalArgumentException("place is " + place + ", but the first one is a " + kind.getSimpleName()
                    + "; all have to be of one kind.");
        }
        return kind.cast(place);
    }

    int size() {
        return coordinates[0].length;
    }

    double dot(int i, double[] direction) {
        return coordinates[0][i] * direction[0] + coordinates[1][i] * direction[1] + coordinates[2][i] * direction[2];
    }

    /** The direction of the middle of all; north when they have none. */
    double[] mean() {
        double[] mean = new double[3];
        for (int d = 0; d < 3; d++) {
            for (double coordinate : coordinates[d]) {
                mean[d] += coordinate;
            }
        }
        double length = Math.sqrt(mean[0] * mean[0] + mean[1] * mean[1] + mean[2] * mean[2]);
        if (length < 1e-9 * size()) {
            return new double[] {0, 0, 1};
        }
        return new double[] {mean[0] / length, mean[1] / length, mean[2] / length};
    }

    double leastCosine(double[] direction) {
        double least = 1;
        for (int i = 0; i < size(); i++) {
            least = Math.min(least, dot(i, direction));
        }
        return least;
    }

    double squaredDistance(int i, int j) {
        double sum = 0;
        for (double[] axis : coordinates) {
            double difference = axis[i] - axis[j];
            sum += difference * difference;
        }
        return sum;
    }
}
