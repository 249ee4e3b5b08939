package io.github.saleskit.territory.geo;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * Where something is: on the Earth ({@link GeoPoint}) or on a flat map ({@link PlanePoint}).
 *
 * <p>The kind of place decides how distances are measured: along great circles in kilometres, or straight in the unit
 * of the map. In JSON a place is {@code {"latitude": 35.68, "longitude": 139.77}} or {@code {"x": 12.5, "y": 3}}.
 *
 * <p>Immutable and thread-safe. Further kinds may follow.
 */
public sealed interface Place permits GeoPoint, PlanePoint {

    /**
     * The distance to another place of the same kind; 0 to itself, the same in both directions.
     *
     * @throws IllegalArgumentException when the other place is of another kind
     */
    double distanceTo(Place other);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private static Place read(PlaceShape shape) {
        return shape.toPlace();
    }
}
