package io.github.saleskit.territory.geo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.github.saleskit.core.json.Required;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A GeoJSON document (RFC 7946). The host's JSON mapper reads and writes it:
 *
 * <pre>{@code
 * FeatureCollection map = mapper.readValue(json, FeatureCollection.class);
 * AreaIndex states = AreaIndex.of(map.areas());
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param type always {@code FeatureCollection}
 * @param features in the order of the document
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FeatureCollection(
        @Required String type, @Required List<Feature> features) {

    public FeatureCollection {
        requireType("FeatureCollection", type);
        features = List.copyOf(features);
    }

    static void requireType(String expected, String type) {
        if (!expected.equals(type)) {
            throw new IllegalArgumentException("type is \"" + type + "\", but must be \"" + expected + "\".");
        }
    }

    /** A document of these features. */
    public static FeatureCollection of(List<Feature> features) {
        return new FeatureCollection("FeatureCollection", features);
    }

    /**
     * The features that are areas, by their ids; points and lines are left out.
     *
     * @throws IllegalArgumentException when an area has no id, or two have the same
     */
    public List<GeoArea> areas() {
        List<GeoArea> areas = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < features.size(); i++) {
            Feature feature = features.get(i);
            List<Geometry.Polygon> polygons =
                    feature.geometry().map(Geometry::areas).orElse(List.of());
            if (!polygons.isEmpty()) {
                String id = feature.id().orElse("");
                if (id.isEmpty() || !ids.add(id)) {
                    throw new IllegalArgumentException("id of the feature " + i + " is \"" + id
                            + "\", but areas need ids, each its own.\nMaybe it stands in the "
                            + "properties: copy it into id?");
                }
                areas.add(new GeoArea(id, polygons));
            }
        }
        return List.copyOf(areas);
    }
}
