package io.github.saleskit.territory.geo;

import java.util.Arrays;
import java.util.List;

/**
 * Tells whether a point is in one area, by the number of sides east of it (M. Shimrat, "Algorithm 112: Position of
 * point relative to polygon", Communications of the ACM 5, 1962). Sides are kept by bands of latitude.
 */
final class AreaTest {

    private static final int SIDES_PER_BAND = 4;
    private static final int MOST_BANDS = 4_096;

    private final String id;
    private final Sides sides;
    /** Where the sides of each band begin in {@link #banded}. */
    private final int[] starts;

    private final int[] banded;

    AreaTest(GeoArea area) {
        id = area.id();
        sides = new Sides();
        for (Geometry.Polygon polygon : area.polygons()) {
            for (List<GeoPoint> ring : polygon.rings()) {
                sides.addRing(ring);
            }
        }
        int bands = Math.max(1, Math.min(MOST_BANDS, sides.size / SIDES_PER_BAND));
        starts = new int[bands + 1];
        for (int s = 0; s < sides.size; s++) {
            for (int b = band(sides.bottom[s]); b <= band(sides.top[s]); b++) {
                starts[b + 1]++;
            }
        }
        for (int b = 0; b < bands; b++) {
            starts[b + 1] += starts[b];
        }
        banded = new int[starts[bands]];
        int[] next = starts.clone();
        for (int s = 0; s < sides.size; s++) {
            for (int b = band(sides.bottom[s]); b <= band(sides.top[s]); b++) {
                banded[next[b]++] = s;
            }
        }
    }

    private int band(double latitude) {
        double height = sides.north - sides.south;
        double part = height > 0 ? (latitude - sides.south) / height : 0;
        int bands = starts.length - 1;
        return (int) Math.max(0, Math.min(bands - 1.0, part * bands));
    }

    String id() {
        return id;
    }

    double west() {
        return sides.west;
    }

    double east() {
        return sides.east;
    }

    double south() {
        return sides.south;
    }

    double north() {
        return sides.north;
    }

    boolean contains(GeoPoint point) {
        double latitude = point.latitude();
        if (!(latitude >= sides.south && latitude <= sides.north)) {
            return false;
        }
        double meridian = point.meridian();
        double turns = -Math.floor((meridian - sides.west) / 360);
        while (meridian + 360 * turns <= sides.east && !within(meridian + 360 * turns, latitude)) {
            turns++;
        }
        return meridian + 360 * turns <= sides.east;
    }

    private boolean within(double longitude, double latitude) {
        int band = band(latitude);
        boolean within = false;
        for (int i = starts[band]; i < starts[band + 1]; i++) {
            within ^= sides.eastOf(banded[i], longitude, latitude);
        }
        return within;
    }

    /**
     * The sides of all rings, from their southern to their northern end, on a map on which no ring is cut at the
     * antimeridian.
     */
    private static final class Sides {
        private int size;
        private double[] bottomX = new double[16];
        private double[] bottom = new double[16];
        private double[] topX = new double[16];
        private double[] top = new double[16];
        private double west = Double.POSITIVE_INFINITY;
        private double east = Double.NEGATIVE_INFINITY;
        private double south = Double.POSITIVE_INFINITY;
        private double north = Double.NEGATIVE_INFINITY;

        void addRing(List<GeoPoint> ring) {
            double start = ring.get(0).longitude();
            double x = start;
            double sum = 0;
            double farthest = allRound(ring) ? 360 : 180;
            int turns = 0;
            for (int i = 1; i < ring.size(); i++) {
                double step = ring.get(i).longitude() - ring.get(i - 1).longitude();
                turns += step > farthest ? -1 : step < -farthest ? 1 : 0;
                double next = ring.get(i).longitude() + 360 * turns;
                add(x, ring.get(i - 1).latitude(), next, ring.get(i).latitude());
                sum += ring.get(i).latitude();
                x = next;
            }
            if (Math.abs(x - start) > 180) {
                closeAtPole(start, x, ring.get(0).latitude(), sum >= 0 ? 90 : -90);
            }
        }

        /** Whether all corners are on the antimeridian: a box all round the Earth, not one without width. */
        private static boolean allRound(List<GeoPoint> ring) {
            return ring.stream().allMatch(point -> Math.abs(point.longitude()) == 180);
        }

        private void closeAtPole(double start, double end, double latitude, double pole) {
            add(end, latitude, end, pole);
            add(end, pole, start, pole);
            add(start, pole, start, latitude);
        }

        private void add(double fromX, double fromLatitude, double toX, double toLatitude) {
            if (size == top.length) {
                grow();
            }
            double from = belowPole(fromLatitude);
            double to = belowPole(toLatitude);
            boolean up = from <= to;
            bottomX[size] = up ? fromX : toX;
            bottom[size] = up ? from : to;
            topX[size] = up ? toX : fromX;
            top[size] = up ? to : from;
            west = Math.min(west, Math.min(fromX, toX));
            east = Math.max(east, Math.max(fromX, toX));
            south = Math.min(south, bottom[size]);
            north = Math.max(north, top[size]);
            size++;
        }

        /** A point belongs to the side it is at the southern end of: the pole needs something further north. */
        private static double belowPole(double latitude) {
            return latitude == 90 ? Math.nextUp(90.0) : latitude;
        }

        private void grow() {
            bottomX = Arrays.copyOf(bottomX, 2 * size);
            bottom = Arrays.copyOf(bottom, 2 * size);
            topX = Arrays.copyOf(topX, 2 * size);
            top = Arrays.copyOf(top, 2 * size);
        }

        boolean eastOf(int s, double x, double y) {
            return y >= bottom[s] && y < top[s] && Turns.turn(bottomX[s], bottom[s], topX[s], top[s], x, y) > 0;
        }
    }
}
