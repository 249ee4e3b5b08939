/**
 * What every engine shares: how problems of a definition are reported, and how long work is bounded and watched.
 *
 * <p>A {@link io.github.saleskit.core.definition.Problem} says what is wrong and where;
 * {@link io.github.saleskit.core.definition.Problems} collects all of them while a definition is checked;
 * {@link io.github.saleskit.core.definition.DefinitionException} carries them to the caller. Long work is bounded by a
 * {@link io.github.saleskit.core.definition.WorkBudget}, ended early by a
 * {@link io.github.saleskit.core.definition.StopSignal} and watched by a
 * {@link io.github.saleskit.core.definition.ProgressListener}; engines meet the three as one
 * {@link io.github.saleskit.core.definition.WorkMeter}.
 */
@NullMarked
package io.github.saleskit.core.definition;

import org.jspecify.annotations.NullMarked;
