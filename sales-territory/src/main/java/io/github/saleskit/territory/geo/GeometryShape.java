package io.github.saleskit.territory.geo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Every kind of geometry as it stands in GeoJSON. What else a document says is not read. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
record GeometryShape(
        String type, @Nullable Object coordinates, @Nullable List<Geometry> geometries) {

    static GeometryShape of(Geometry geometry) {
        String type = geometry.getClass().getSimpleName();
        return geometry instanceof Geometry.GeometryCollection collection
                ? new GeometryShape(type, null, collection.geometries())
                : new GeometryShape(type, write(geometry), null);
    }

    private static Object write(Geometry geometry) {
        if (geometry instanceof Geometry.Point point) {
            return write(point.point());
        }
        if (geometry instanceof Geometry.MultiPoint points) {
            return writeAll(points.points());
        }
        if (geometry instanceof Geometry.LineString line) {
            return writeAll(line.points());
        }
        if (geometry instanceof Geometry.MultiLineString lines) {
            return lines.lines().stream().map(line -> writeAll(line.points())).toList();
        }
        return geometry instanceof Geometry.Polygon polygon
                ? writeRings(polygon)
                : geometry.areas().stream().map(GeometryShape::writeRings).toList();
    }

    private static List<Object> writeRings(Geometry.Polygon polygon) {
        return polygon.rings().stream().<Object>map(GeometryShape::writeAll).toList();
    }

    private static List<Object> writeAll(List<GeoPoint> points) {
        return points.stream().<Object>map(GeometryShape::write).toList();
    }

    private static List<Double> write(GeoPoint point) {
        return List.of(point.longitude(), point.latitude());
    }

    static <G extends Geometry> G requireKind(Class<G> kind, GeometryShape shape) {
        Geometry geometry = shape.toGeometry();
        if (!kind.isInstance(geometry)) {
            throw new IllegalArgumentException(
                    "type is \"" + shape.type + "\", but a " + kind.getSimpleName() + " is needed here.");
        }
        return kind.cast(geometry);
    }

    Geometry toGeometry() {
        return switch (String.valueOf(type)) {
            case "Point" -> new Geometry.Point(point(coordinates, "coordinates"));
            case "MultiPoint" -> new Geometry.MultiPoint(each(coordinates, "coordinates", GeometryShape::point));
            case "LineString" -> line(coordinates, "coordinates");
            case "MultiLineString" ->
                new Geometry.MultiLineString(each(coordinates, "coordinates", GeometryShape::line));
            case "Polygon" -> polygon(coordinates, "coordinates");
            case "MultiPolygon" -> new Geometry.MultiPolygon(each(coordinates, "coordinates", GeometryShape::polygon));
            case "GeometryCollection" -> new Geometry.GeometryCollection(geometries == null ? List.of() : geometries);
            default ->
                throw new IllegalArgumentException("type is \"" + type + "\", but must be Point, MultiPoint, "
                        + "LineString, MultiLineString, Polygon, MultiPolygon or GeometryCollection.");
        };
    }

    private static Geometry.LineString line(@Nullable Object value, String path) {
        return checked(path, () -> new Geometry.LineString(each(value, path, GeometryShape::point)));
    }

    private static Geometry.Polygon polygon(@Nullable Object value, String path) {
        return checked(
                path,
                () -> new Geometry.Polygon(each(value, path, (ring, at) -> each(ring, at, GeometryShape::point))));
    }

    /** Says where in the document a mistake is, once. */
    private static <G> G checked(String path, Supplier<G> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            throw message.startsWith("coordinates") ? e : new IllegalArgumentException(path + ": " + message, e);
        }
    }

    private static <G> List<G> each(@Nullable Object value, String path, BiFunction<@Nullable Object, String, G> read) {
        if (!(value instanceof List<?> list)) {
            throw new IllegalArgumentException(path + " is " + value + ", but must be a list.");
        }
        List<G> all = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            all.add(read.apply(list.get(i), path + "/" + i));
        }
        return all;
    }

    private static GeoPoint point(@Nullable Object value, String path) {
        if (value instanceof List<?> list
                && list.size() >= 2
                && list.get(0) instanceof Number longitude
                && list.get(1) instanceof Number latitude) {
            return checked(path, () -> GeoPoint.of(latitude.doubleValue(), longitude.doubleValue()));
        }
        throw new IllegalArgumentException(path + " is " + value + ", but must be [longitude, latitude].");
    }
}
