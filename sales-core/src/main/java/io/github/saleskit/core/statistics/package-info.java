/**
 * Statistics that several modules share: {@link io.github.saleskit.core.statistics.StandardNormal}, intervals for and
 * shrinkage of a {@link io.github.saleskit.core.statistics.Proportion}, and a
 * {@link io.github.saleskit.core.statistics.BoxMinimizer} for smooth functions of a few dozen variables.
 *
 * <p>Exported to this library's own modules only.
 */
@NullMarked
package io.github.saleskit.core.statistics;

import org.jspecify.annotations.NullMarked;
