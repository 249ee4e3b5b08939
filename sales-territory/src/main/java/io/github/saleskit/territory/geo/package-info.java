/**
 * Where things are and how far apart.
 *
 * <p>A {@link io.github.saleskit.territory.geo.Place} is a {@link io.github.saleskit.territory.geo.GeoPoint} on the Earth or a
 * {@link io.github.saleskit.territory.geo.PlanePoint} on a flat map; its kind decides how distances are measured.
 */
@NullMarked
package io.github.saleskit.territory.geo;

import org.jspecify.annotations.NullMarked;
