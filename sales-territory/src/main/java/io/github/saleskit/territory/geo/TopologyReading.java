package io.github.saleskit.territory.geo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts the areas of a topology together from their arcs. */
final class TopologyReading {

    private static final int DEEPEST = 100;

    private final Topology topology;
    private final Map<Integer, List<GeoPoint>> arcs = new HashMap<>();
    private final Set<String> ids = new HashSet<>();

    TopologyReading(Topology topology) {
        this.topology = topology;
    }

    List<GeoArea> areas(TopologyObject object) {
        List<GeoArea> areas = new ArrayList<>();
        for (TopologyObject part : parts(object)) {
            areas.add(new GeoArea(
                    idOf(part), polygons(part).stream().map(this::polygon).toList()));
        }
        return areas;
    }

    List<Border> borders(TopologyObject object) {
        List<TopologyObject> parts = parts(object);
        Adjacency.Pairs pairs =
                new Adjacency.Pairs(parts.stream().map(this::idOf).toList());
        Map<Integer, List<Integer>> owners = new HashMap<>();
        for (int p = 0; p < parts.size(); p++) {
            for (Object polygon : polygons(parts.get(p))) {
                for (Object ring : list(polygon)) {
                    addArcs(list(ring), p, owners, pairs);
                }
            }
        }
        return pairs.toBorders();
    }

    private void addArcs(List<?> ring, int area, Map<Integer, List<Integer>> owners, Adjacency.Pairs pairs) {
        for (Object reference : ring) {
            int arc = place(reference);
            List<Integer> others = owners.computeIfAbsent(arc, place -> new ArrayList<>(2));
            if (!others.contains(area)) {
                others.forEach(other -> pairs.add(other, area, length(arc(arc))));
                others.add(area);
            }
        }
    }

    private static double length(List<GeoPoint> arc) {
        double length = 0;
        for (int i = 1; i < arc.size(); i++) {
            length += arc.get(i - 1).distanceTo(arc.get(i));
        }
        return length;
    }

    private static List<TopologyObject> parts(TopologyObject object) {
        List<TopologyObject> parts = new ArrayList<>();
        collect(object, parts, 0);
        return parts;
    }

    private static void collect(TopologyObject object, List<TopologyObject> parts, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("geometries are nested more than " + DEEPEST + " deep.");
        }
        if (object.type().endsWith("Polygon") && object.arcs().isPresent()) {
            parts.add(object);
        }
        object.geometries().forEach(part -> collect(part, parts, depth + 1));
    }

    private String idOf(TopologyObject part) {
        Optional<String> id = part.id();
        if (id.isEmpty() || !ids.add(id.get())) {
            throw new IllegalArgumentException("id of an area is \"" + id.orElse("")
                    + "\", but areas need ids, each its own.\nMaybe it stands in the properties: copy it into id?");
        }
        return id.get();
    }

    private static List<?> polygons(TopologyObject part) {
        List<Object> arcs = part.arcs().orElse(List.of());
        return part.type().equals("Polygon") ? List.of(arcs) : arcs;
    }

    private Geometry.Polygon polygon(Object polygon) {
        return new Geometry.Polygon(list(polygon).stream().map(this::ring).toList());
    }

    private List<GeoPoint> ring(Object references) {
        List<GeoPoint> ring = new ArrayList<>();
        for (Object reference : list(references)) {
            List<GeoPoint> arc = arc(place(reference));
            boolean forth = ((Number) reference).intValue() >= 0;
            for (int i = ring.isEmpty() ? 0 : 1; i < arc.size(); i++) {
                ring.add(arc.get(forth ? i : arc.size() - 1 - i));
            }
        }
        return ring;
    }

    private static List<?> list(Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("arcs have " + value + ", but a list of arcs is needed here.");
    }

    /** Which arc a reference means, whichever way. */
    private int place(Object reference) {
        if (reference instanceof Integer number) {
            int arc = number >= 0 ? number : ~number;
            if (arc < topology.arcs().size()) {
                return arc;
            }
        }
        throw new IllegalArgumentException("arc is " + reference + ", but the document has "
                + topology.arcs().size() + " arcs.");
    }

    private List<GeoPoint> arc(int place) {
        return arcs.computeIfAbsent(place, this::decode);
    }

    private List<GeoPoint> decode(int place) {
        List<GeoPoint> points = new ArrayList<>();
        double x = 0;
        double y = 0;
        Topology.Transform transform = topology.transform().orElse(null);
        for (List<Double> position : topology.arcs().get(place)) {
            if (position.size() < 2) {
                throw new IllegalArgumentException("arc " + place + " has " + position + ", but needs two numbers.");
            }
            x = transform == null ? position.get(0) : x + position.get(0);
            y = transform == null ? position.get(1) : y + position.get(1);
            points.add(transform == null ? GeoPoint.of(y, x) : moved(transform, x, y));
        }
        return points;
    }

    private static GeoPoint moved(Topology.Transform transform, double x, double y) {
        double longitude = x * transform.scale().get(0) + transform.translate().get(0);
        double latitude = y * transform.scale().get(1) + transform.translate().get(1);
        return GeoPoint.of(snapped(latitude, 90), snapped(longitude, 180));
    }

    /** Rounding may carry a point at the edge of the map a little beyond it. */
    private static double snapped(double degrees, double limit) {
        return Math.abs(degrees) > limit && Math.abs(degrees) < limit + 1e-9 ? Math.copySign(limit, degrees) : degrees;
    }
}
