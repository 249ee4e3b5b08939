/**
 * What is sold: a {@link io.github.saleskit.cpq.catalog.Catalog} of {@link io.github.saleskit.cpq.catalog.Product}s,
 * some of them bundles of {@link io.github.saleskit.cpq.catalog.BundleOption}s, and the
 * {@link io.github.saleskit.cpq.catalog.UnitOfMeasure}s in which they are counted, between which a
 * {@link io.github.saleskit.cpq.catalog.UnitConversion} converts.
 */
@NullMarked
package io.github.saleskit.cpq.catalog;

import org.jspecify.annotations.NullMarked;
