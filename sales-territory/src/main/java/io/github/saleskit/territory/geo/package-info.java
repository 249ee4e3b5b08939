/**
 * Where things are, how far apart, and what lies next to what.
 *
 * <p>A {@link io.github.saleskit.territory.geo.Place} is a {@link io.github.saleskit.territory.geo.GeoPoint} on the
 * Earth or a {@link io.github.saleskit.territory.geo.PlanePoint} on a flat map; its kind decides how distances are
 * measured.
 *
 * <p>A {@link io.github.saleskit.territory.geo.GeoArea} is a named part of the Earth. It comes from a GeoJSON document,
 * a {@link io.github.saleskit.territory.geo.FeatureCollection} of {@link io.github.saleskit.territory.geo.Feature}s
 * with a {@link io.github.saleskit.territory.geo.Geometry} each, or from TopoJSON, a
 * {@link io.github.saleskit.territory.geo.Topology}. An {@link io.github.saleskit.territory.geo.AreaIndex} finds the
 * areas that a point is in, so that rules can ask for them.
 *
 * <p>{@link io.github.saleskit.territory.geo.Adjacency} finds which accounts or areas are neighbours, each pair a
 * {@link io.github.saleskit.territory.geo.Border}; {@link io.github.saleskit.territory.geo.Hulls} draws outlines around
 * places.
 */
@NullMarked
package io.github.saleskit.territory.geo;

import org.jspecify.annotations.NullMarked;
