/**
 * What is sold: a {@link io.github.saleskit.cpq.catalog.Catalog} of {@link io.github.saleskit.cpq.catalog.Product}s.
 */
@NullMarked
package io.github.saleskit.cpq.catalog;

import org.jspecify.annotations.NullMarked;
