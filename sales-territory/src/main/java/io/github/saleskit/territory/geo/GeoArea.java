package io.github.saleskit.territory.geo;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;

/**
 * An area of the Earth with a name, such as a state or a sales district.
 *
 * <p>Sides of its polygons are straight on a map of longitude and latitude, as GeoJSON has it. A side between
 * longitudes more than 180 degrees apart crosses the antimeridian, unless all corners are at 180 and -180: that is a
 * box all round the Earth. A ring that goes once round the Earth has the nearer pole inside.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the host's id
 * @param polygons its parts, with their holes
 */
public record GeoArea(@Required String id, @Required List<Geometry.Polygon> polygons) implements StrictDocument {

    public GeoArea {
        requireNonNull(id, "id");
        polygons = List.copyOf(polygons);
    }

    /** The area within an outline, whose first point need not be repeated. */
    public static GeoArea of(String id, List<GeoPoint> outline) {
        return new GeoArea(id, List.of(Geometry.Polygon.of(outline)));
    }
}
