package io.github.saleskit.territory.design.internal;

import io.github.saleskit.territory.design.DistanceTable;
import io.github.saleskit.territory.geo.GeoPoint;
import io.github.saleskit.territory.geo.Place;
import io.github.saleskit.territory.geo.PlanePoint;
import io.github.saleskit.territory.internal.Figures;
import io.github.saleskit.territory.internal.UnitSphere;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The places of units, homes and members of groups as points in space: plane ones as they are, those on the Earth on
 * the {@link UnitSphere}.
 */
final class Positions {

    private final boolean sphere;
    private final double[] x;
    private final double[] y;
    private final double[] z;
    /** The members of each unit as positions; null where every unit is one account. */
    private final int @Nullable [][] groups;

    private final @Nullable Table table;

    /** The host's distances and the ids that it knows the positions by. */
    record Table(DistanceTable distances, List<String> ids) {}

    Positions(List<? extends Place> places, int @Nullable [][] groups, @Nullable Table table) {
        this.groups = groups;
        this.table = table;
        int n = places.size();
        sphere = n > 0 && places.get(0) instanceof GeoPoint;
        x = new double[n];
        y = new double[n];
        z = new double[sphere ? n : 0];
        for (int i = 0; i < n; i++) {
            put(i, places.get(i));
        }
    }

    /** The same positions and more, numbered from {@link #size} on; a point may be null when nothing asks for it. */
    Positions plus(double[] @Nullable [] points) {
        return new Positions(this, points);
    }

    private Positions(Positions other, double[] @Nullable [] points) {
        sphere = other.sphere;
        groups = other.groups;
        table = other.table;
        x = Arrays.copyOf(other.x, other.x.length + points.length);
        y = Arrays.copyOf(other.y, x.length);
        z = sphere ? Arrays.copyOf(other.z, x.length) : other.z;
        for (int at = 0; at < points.length; at++) {
            double[] point = points[at];
            if (point != null) {
                x[other.x.length + at] = point[0];
                y[other.x.length + at] = point[1];
                if (sphere) {
                    z[other.x.length + at] = point[2];
                }
            }
        }
    }

    int size() {
        return x.length;
    }

    /** The place of a position, as near as coordinates tell it. */
    Place place(int i) {
        if (!sphere) {
            return PlanePoint.of(x[i], y[i]);
        }
        double latitude = Math.toDegrees(StrictMath.atan2(z[i], Math.sqrt(x[i] * x[i] + y[i] * y[i])));
        return GeoPoint.of(latitude, Math.toDegrees(StrictMath.atan2(y[i], x[i])));
    }

    double[] point(int i) {
        return new double[] {x[i], y[i], coordinate(2, i)};
    }

    /** The positions of all accounts of some units. */
    int[] placesOf(int[] unit, int size) {
        return IntStream.range(0, size)
                .flatMap(at -> groups == null ? IntStream.of(unit[at]) : IntStream.of(groups[unit[at]]))
                .toArray();
    }

    private void put(int i, Place place) {
        if (place instanceof GeoPoint point) {
            x[i] = UnitSphere.x(point.latitude(), point.longitude());
            y[i] = UnitSphere.y(point.latitude(), point.longitude());
            z[i] = UnitSphere.z(point.latitude());
        } else if (place instanceof PlanePoint point) {
            x[i] = point.x();
            y[i] = point.y();
        }
    }

    int dimensions() {
        return sphere ? 3 : 2;
    }

    /** A coordinate in space; the third one is 0 on the plane. */
    double coordinate(int dimension, int i) {
        return dimension == 0 ? x[i] : dimension == 1 ? y[i] : sphere ? z[i] : 0;
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

    /** The distance from a unit, or the sum of those from all its members, to a position. */
    double distance(int i, int j) {
        if (groups == null || i >= groups.length) {
            return single(i, j);
        }
        double sum = 0;
        for (int member : groups[i]) {
            sum += single(member, j);
        }
        return sum;
    }

    /** As {@link Place#distanceTo}: half the chord is the square root of the haversine. */
    private double single(int i, int j) {
        if (table != null) {
            return given(table, i, j);
        }
        double length = Math.sqrt(squared(i, j));
        return sphere ? 2 * GeoPoint.MEAN_EARTH_RADIUS_KM * arcsine(length / 2) : length;
    }

    private static double given(Table table, int i, int j) {
        String from = table.ids.get(i);
        String to = table.ids.get(j);
        double distance = from.equals(to) ? 0 : table.distances.between(from, to);
        if (!(distance >= 0 && distance <= Figures.LARGEST)) {
            throw new IllegalArgumentException(
                    "distance from " + from + " to " + to + " is " + distance + ", but must be from 0 to 1e100.");
        }
        return distance;
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
