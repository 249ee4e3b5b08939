/**
 * The engine behind {@code design} and {@code realign}; not for users.
 * {@link io.github.saleskit.territory.design.internal.DesignSearch} makes new plans,
 * {@link io.github.saleskit.territory.design.internal.RealignSearch} changes earlier ones. Both work on a problem as
 * arrays.
 */
@NullMarked
package io.github.saleskit.territory.design.internal;

import org.jspecify.annotations.NullMarked;
