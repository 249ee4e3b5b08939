package io.github.saleskit.territory.geo;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;

/**
 * A point on a flat map, in any unit of length; distances are straight lines in the same unit.
 *
 * <p>Immutable and thread-safe.
 *
 * @param x from left to right, from -1e100 to 1e100
 * @param y from bottom to top, from -1e100 to 1e100
 */
public record PlanePoint(@Required double x, @Required double y) implements Place, StrictDocument {

    private static final double LIMIT = 1e100;

    public PlanePoint {
        requireWithin("x", x);
        requireWithin("y", y);
    }

    private static void requireWithin(String name, double value) {
        if (!(Math.abs(value) <= LIMIT)) {
            throw new IllegalArgumentException(name + " is " + value + ", but must be from -1e100 to 1e100.");
        }
    }

    /** The point at the given coordinates. */
    public static PlanePoint of(double x, double y) {
        return new PlanePoint(x, y);
    }

    /** The Euclidean distance in the unit of the coordinates. */
    @Override
    public double distanceTo(Place other) {
        if (other instanceof PlanePoint point) {
            double dx = x - point.x;
            double dy = y - point.y;
            return Math.sqrt(dx * dx + dy * dy);
        }
        throw new IllegalArgumentException("other is " + other + ", which is no point on a flat map.");
    }
}
