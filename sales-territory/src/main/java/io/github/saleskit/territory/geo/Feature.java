package io.github.saleskit.territory.geo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A thing on the map as GeoJSON knows it: a shape with properties.
 *
 * <p>Immutable and thread-safe, as long as the values of its properties are.
 *
 * @param type always {@code Feature}
 * @param id of the thing; in a document it may be a number, which is kept as text
 * @param geometry where it is, if anywhere
 * @param properties texts, numbers, truth values, lists and maps of such; null values are left out
 */
@JsonInclude(value = JsonInclude.Include.NON_ABSENT, content = JsonInclude.Include.ALWAYS)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Feature(
        @Required String type, Optional<String> id, Optional<Geometry> geometry, Map<String, Object> properties) {

    public Feature {
        FeatureCollection.requireType("Feature", type);
        id = id == null ? Optional.empty() : id;
        geometry = geometry == null ? Optional.empty() : geometry;
        Map<String, Object> kept = new LinkedHashMap<>(properties == null ? Map.of() : properties);
        kept.values().removeIf(Objects::isNull);
        properties = Collections.unmodifiableMap(kept);
    }

    /** A thing with a shape and properties. */
    public static Feature of(String id, Geometry geometry, Map<String, Object> properties) {
        return new Feature("Feature", Optional.of(id), Optional.of(geometry), properties);
    }
}
