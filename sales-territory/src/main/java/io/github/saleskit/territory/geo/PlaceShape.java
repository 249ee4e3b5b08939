package io.github.saleskit.territory.geo;

import io.github.saleskit.core.json.StrictDocument;
import org.jspecify.annotations.Nullable;

/** Every kind of place as it stands in JSON. */
record PlaceShape(
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Double x,
        @Nullable Double y) implements StrictDocument {

    Place toPlace() {
        if (latitude != null && longitude != null && x == null && y == null) {
            return new GeoPoint(latitude, longitude);
        }
        if (x != null && y != null && latitude == null && longitude == null) {
            return new PlanePoint(x, y);
        }
        throw new IllegalArgumentException("a place needs latitude and longitude, or x and y; given are latitude "
                + latitude + ", longitude " + longitude + ", x " + x + ", y " + y + ".");
    }
}
