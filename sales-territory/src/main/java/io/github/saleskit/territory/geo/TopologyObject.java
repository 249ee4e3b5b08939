package io.github.saleskit.territory.geo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import java.util.List;
import java.util.Optional;

/**
 * An object of a {@link Topology}: an area or a collection of such. Points and lines may be there, but are not read.
 *
 * <p>Immutable and thread-safe, as long as nobody changes the lists that it was made from.
 *
 * @param type {@code Polygon}, {@code MultiPolygon}, {@code GeometryCollection}, or something that is left out
 * @param id of the area; in a document it may be a number, which is kept as text
 * @param arcs of an area: for each ring, in a list for each polygon if there are several, the places of its arcs in the
 *     document; one that is gone along backwards has minus its place minus 1
 * @param geometries of a collection
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonIgnoreProperties(ignoreUnknown = true)
public record TopologyObject(
        @Required String type, Optional<String> id, Optional<List<Object>> arcs, List<TopologyObject> geometries) {

    public TopologyObject {
        id = id == null ? Optional.empty() : id;
        arcs = arcs == null ? Optional.empty() : arcs.map(List::copyOf);
        geometries = geometries == null ? List.of() : List.copyOf(geometries);
    }
}
