package io.github.saleskit.territory.geo;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * A shape on the Earth as GeoJSON knows it (RFC 7946, "The GeoJSON Format", 2016), such as {@code {"type": "Point",
 * "coordinates": [139.77, 35.68]}}; longitude first. Third coordinates, boxes and foreign members of a document are not
 * kept.
 *
 * <p>Immutable and thread-safe. The family is closed: these are all kinds of the standard.
 */
public sealed interface Geometry {

    /** One point. */
    record Point(GeoPoint point) implements Geometry {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        private static Point read(GeometryShape shape) {
            return GeometryShape.requireKind(Point.class, shape);
        }
    }

    /** Several points. */
    record MultiPoint(List<GeoPoint> points) implements Geometry {
        public MultiPoint {
            points = List.copyOf(points);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        private static MultiPoint read(GeometryShape shape) {
            return GeometryShape.requireKind(MultiPoint.class, shape);
        }
    }

    /** A line through two points or more. */
    record LineString(List<GeoPoint> points) implements Geometry {
        public LineString {
            points = List.copyOf(points);
            if (points.size() < 2) {
                throw new IllegalArgumentException(
                        "points of a line are " + points.size() + ", but must be at least 2.");
            }
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        private static LineString read(GeometryShape shape) {
            return GeometryShape.requireKind(LineString.class, shape);
        }
    }

    /** Several lines. */
    record MultiLineString(List<LineString> lines) implements Geometry {
        public MultiLineString {
            lines = List.copyOf(lines);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        private static MultiLineString read(GeometryShape shape) {
            return GeometryShape.requireKind(MultiLineString.class, shape);
        }
    }

    /**
     * An area with its holes: rings of at least four points, the last equal to the first; the first ring is the
     * outline, the others are holes in it. The direction of a ring does not matter here.
     *
     * @param rings the outline and the holes
     */
    record Polygon(List<List<GeoPoint>> rings) implements Geometry {

        private static final int LEAST = 4;

        public Polygon {
            rings = rings.stream().map(List::copyOf).toList();
            for (int r = 0; r < rings.size(); r++) {
                List<GeoPoint> ring = rings.get(r);
                if (ring.size() < LEAST) {
                    throw new IllegalArgumentException("ring " + r + " has " + ring.size()
                            + " points, but must have at least 4.\nMaybe repeat the first one at the end?");
                }
                if (!ring.get(0).equals(ring.get(ring.size() - 1))) {
                    throw new IllegalArgumentException("ring " + r + " ends at " + ring.get(ring.size() - 1)
                            + ", but must end where it begins, at " + ring.get(0) + ".");
                }
            }
        }

        /**
         * The area within an outline without holes, whose first point need not be repeated; as {@link Hulls} gives it.
         */
        public static Polygon of(List<GeoPoint> outline) {
            List<GeoPoint> ring = new ArrayList<>(outline);
            if (!ring.isEmpty() && (ring.size() == 1 || !ring.get(0).equals(ring.get(ring.size() - 1)))) {
                ring.add(ring.get(0));
            }
            return new Polygon(List.of(ring));
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        private static Polygon read(GeometryShape shape) {
            return GeometryShape.requireKind(Polygon.class, shape);
        }
    }

    /** Several areas, such as a mainland and its islands. */
    record MultiPolygon(List<Polygon> polygons) implements Geometry {
        public MultiPolygon {
            polygons = List.copyOf(polygons);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        private static MultiPolygon read(GeometryShape shape) {
            return GeometryShape.requireKind(MultiPolygon.class, shape);
        }
    }

    /** Shapes of different kinds. */
    record GeometryCollection(List<Geometry> geometries) implements Geometry {
        public GeometryCollection {
            geometries = List.copyOf(geometries);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        private static GeometryCollection read(GeometryShape shape) {
            return GeometryShape.requireKind(GeometryCollection.class, shape);
        }
    }

    /** Every area in it: the polygon itself, those of a collection, none of points and lines. */
    default List<Polygon> areas() {
        if (this instanceof Polygon polygon) {
            return List.of(polygon);
        }
        if (this instanceof MultiPolygon several) {
            return several.polygons();
        }
        return this instanceof GeometryCollection collection
                ? collection.geometries().stream()
                        .flatMap(part -> part.areas().stream())
                        .toList()
                : List.of();
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private static Geometry read(GeometryShape shape) {
        return shape.toGeometry();
    }

    @JsonValue
    private GeometryShape shape() {
        return GeometryShape.of(this);
    }
}
