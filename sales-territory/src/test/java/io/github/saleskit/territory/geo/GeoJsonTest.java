package io.github.saleskit.territory.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.support.JsonLine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GeoJsonTest {

    private static final List<GeoPoint> OUTLINE =
            List.of(GeoPoint.of(48, 11), GeoPoint.of(48, 12), GeoPoint.of(49, 11.5), GeoPoint.of(48, 11));
    private static final Geometry.LineString LINE = new Geometry.LineString(OUTLINE);
    private static final Geometry.Polygon POLYGON = new Geometry.Polygon(List.of(OUTLINE));

    @Test
    void everyKindOfGeometryRoundTrips() {
        List<Geometry> all = List.of(
                new Geometry.Point(OUTLINE.get(2)),
                new Geometry.MultiPoint(OUTLINE),
                LINE,
                new Geometry.MultiLineString(List.of(LINE, LINE)),
                POLYGON,
                new Geometry.MultiPolygon(List.of(POLYGON)),
                new Geometry.GeometryCollection(List.of(LINE, POLYGON)));
        all.forEach(geometry -> JsonLine.assertRoundTrip(geometry, Geometry.class));
        JsonLine.assertRoundTrip(new Geometry.GeometryCollection(all), Geometry.class);
        JsonLine.assertRoundTrip(POLYGON, Geometry.Polygon.class);
        JsonLine.assertRoundTrip(
                FeatureCollection.of(List.of(Feature.of("munich", POLYGON, Map.of("reps", 3)))),
                FeatureCollection.class);
        JsonLine.assertRoundTrip(GeoArea.of("a", OUTLINE), GeoArea.class);
    }

    @Test
    void documentsOfOthersAreReadAndAnswerForTheirAreas() {
        String json = """
                {"type": "FeatureCollection", "name": "districts", "bbox": [11, 48, 12, 49],
                 "features": [
                  {"type": "Feature", "id": 7, "properties": {"name": "Munich", "sold": 1.5, "open": true, \
                  "none": null},
                   "geometry": {"type": "Polygon", "coordinates": [[[11, 48, 520], [12, 48, 520], [11.5, 49], \
                   [11, 48, 520]]]}},
                  {"type": "Feature", "properties": null, "geometry": {"type": "Point", "coordinates": [11, 48]}},
                  {"type": "Feature", "geometry": null}]}
                """;
        for (JsonLine line : JsonLine.values()) {
            FeatureCollection map = line.read(json, FeatureCollection.class);
            assertThat(map.areas()).containsExactly(new GeoArea("7", List.of(POLYGON)));
            assertThat(map.features().get(0).properties())
                    .containsEntry("name", "Munich")
                    .containsEntry("open", true)
                    .doesNotContainKey("none");
            assertThat(AreaIndex.of(map.areas()).containing(GeoPoint.of(48.2, 11.5)))
                    .containsExactly("7");
        }
    }

    @Test
    void mistakesSayWhereTheyAre() {
        assertRefused("{\"type\": \"Circle\"}", "type is \"Circle\", but must be Point, MultiPoint");
        assertRefused(
                "{\"type\": \"Point\", \"coordinates\": [11]}",
                "coordinates is [11], but must be [longitude, latitude]");
        assertRefused(
                "{\"type\": \"LineString\", \"coordinates\": [[11, 48], [12, 148]]}",
                "coordinates/1: latitude is 148.0");
        assertRefused(
                "{\"type\": \"Polygon\", \"coordinates\": [[[11, 48], [12, 48], [11.5, 49], [11, 49]]]}",
                "coordinates: ring 0 ends at");
        assertRefused(
                "{\"type\": \"Polygon\", \"coordinates\": [[[11, 48], [12, 48], [11, 48]]]}", "must have at least 4");
        assertRefused("{\"type\": \"Polygon\"}", "coordinates is null, but must be a list");
        assertThatThrownBy(() -> FeatureCollection.of(List.of(new Feature(
                                "Feature", java.util.Optional.empty(), java.util.Optional.of(POLYGON), Map.of())))
                        .areas())
                .hasMessageContaining("areas need ids");
    }

    private static void assertRefused(String json, String message) {
        for (JsonLine line : JsonLine.values()) {
            assertThatThrownBy(() -> line.read(json, Geometry.class)).hasMessageContaining(message);
        }
    }

    private static final String FOUR_SQUARES = """
            {"type": "Topology", "transform": {"scale": [0.5, 0.5], "translate": [10, 50]},
             "objects": {"squares": {"type": "GeometryCollection", "geometries": [
               {"type": "Polygon", "id": "left", "arcs": [[0, 1]], "properties": {"name": "x"}},
               {"type": "MultiPolygon", "id": 2, "arcs": [[[-2, -3]]]},
               {"type": "Point", "coordinates": [0, 0]}]}},
             "arcs": [[[2, 0], [-2, 0], [0, 2], [2, 0]], [[2, 2], [0, -2]], [[2, 0], [2, 0], [0, 2], [-2, 0]]]}
            """;

    @Test
    void topologiesKnowTheirNeighbours() {
        for (JsonLine line : JsonLine.values()) {
            Topology topology = line.read(FOUR_SQUARES, Topology.class);
            List<Border> borders = topology.borders("squares");
            double kilometres = GeoPoint.of(50, 11).distanceTo(GeoPoint.of(51, 11));
            assertThat(borders).containsExactly(Border.of("left", "2", kilometres));
            List<GeoArea> areas = topology.areas("squares");
            AreaIndex index = AreaIndex.of(areas);
            assertThat(index.containing(GeoPoint.of(50.5, 10.5))).containsExactly("left");
            assertThat(index.containing(GeoPoint.of(50.5, 11.5))).containsExactly("2");
            assertThat(Adjacency.sharedSides(areas)).isEqualTo(borders);
            JsonLine.assertRoundTrip(topology, Topology.class);
        }
        Topology topology = JsonLine.JACKSON_2.read(FOUR_SQUARES, Topology.class);
        assertThatThrownBy(() -> topology.areas("square")).hasMessageContaining("must be one of [squares]");
        assertThatThrownBy(() -> JsonLine.JACKSON_2
                        .read(FOUR_SQUARES.replace("[-2, -3]", "[-2, 7]"), Topology.class)
                        .areas("squares"))
                .hasMessageContaining("arc is 7, but the document has 3 arcs");
    }

    @Test
    void areasThatMeetAtTheAntimeridianAreNeighbours() {
        GeoArea west = GeoArea.of(
                "west", List.of(GeoPoint.of(0, 170), GeoPoint.of(0, 180), GeoPoint.of(5, 180), GeoPoint.of(5, 170)));
        GeoArea east = GeoArea.of(
                "east",
                List.of(GeoPoint.of(0, -180), GeoPoint.of(0, -170), GeoPoint.of(5, -170), GeoPoint.of(5, -180)));
        assertThat(Adjacency.sharedSides(List.of(west, east))).hasSize(1);
    }

    @Test
    void areasThatTouchInOnePointGivenTwiceAreNoNeighbours() {
        GeoPoint touch = GeoPoint.of(1, 1);
        GeoArea below = GeoArea.of("below", List.of(GeoPoint.of(0, 0), touch, touch, GeoPoint.of(1, 0)));
        GeoArea above = GeoArea.of("above", List.of(touch, touch, GeoPoint.of(2, 1), GeoPoint.of(2, 2)));
        assertThat(Adjacency.sharedSides(List.of(below, above))).isEmpty();
    }
}
