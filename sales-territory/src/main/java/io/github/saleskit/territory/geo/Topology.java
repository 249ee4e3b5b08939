package io.github.saleskit.territory.geo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A TopoJSON document: areas as lists of arcs, where neighbours share theirs, so that it says which areas touch (M.
 * Bostock and C. Metcalf, "The TopoJSON Format Specification", 2013).
 *
 * <p>Immutable and thread-safe.
 *
 * @param type always {@code Topology}
 * @param transform how whole numbers become degrees; absent when the arcs are in degrees already
 * @param objects by their names
 * @param arcs each a list of {@code [longitude, latitude]}; with a transform whole numbers, each the difference from
 *     the one before
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Topology(
        @Required String type,
        Optional<Transform> transform,
        @Required Map<String, TopologyObject> objects,
        @Required List<List<List<Double>>> arcs) {

    public Topology {
        FeatureCollection.requireType("Topology", type);
        transform = transform == null ? Optional.empty() : transform;
        objects = Collections.unmodifiableMap(new LinkedHashMap<>(objects));
        arcs = arcs.stream().map(arc -> arc.stream().map(List::copyOf).toList()).toList();
    }

    /**
     * How whole numbers become degrees: times the scale, plus the translation.
     *
     * @param scale of longitude and latitude
     * @param translate of longitude and latitude
     */
    public record Transform(
            @Required List<Double> scale, @Required List<Double> translate) {
        public Transform {
            scale = List.copyOf(scale);
            translate = List.copyOf(translate);
            if (scale.size() != 2 || translate.size() != 2) {
                throw new IllegalArgumentException(
                        "scale is " + scale + " and translate " + translate + ", but both must have two numbers.");
            }
        }
    }

    /**
     * The areas of an object, by their ids.
     *
     * @throws IllegalArgumentException when there is no such object, an area has no id or one that is there already, or
     *     an arc is missing, open or off the Earth
     */
    public List<GeoArea> areas(String object) {
        return new TopologyReading(this).areas(require(object));
    }

    /**
     * The areas of an object that share arcs, with the length of their border in kilometres.
     *
     * @throws IllegalArgumentException as {@link #areas}
     */
    public List<Border> borders(String object) {
        return new TopologyReading(this).borders(require(object));
    }

    private TopologyObject require(String object) {
        TopologyObject found = objects.get(object);
        if (found == null) {
            throw new IllegalArgumentException(
                    "object is \"" + object + "\", but must be one of " + new ArrayList<>(objects.keySet()) + ".");
        }
        return found;
    }
}
