/**
 * Why an engine decided as it did.
 *
 * <p>Every answer of an engine is a {@link io.github.saleskit.core.explain.Decision}, and every decision carries
 * {@link io.github.saleskit.core.explain.Reason}s: a stable code and parameters, rendered on demand in English or
 * Japanese, by {@code text} as one sentence and by {@code fullText} with what it rests on, from the templates that a
 * {@link io.github.saleskit.core.explain.ReasonCatalog} provides.
 */
@NullMarked
package io.github.saleskit.core.explain;

import org.jspecify.annotations.NullMarked;
