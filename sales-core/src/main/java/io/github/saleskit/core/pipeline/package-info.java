/**
 * What is in the pipeline and how it moves.
 *
 * <p>A {@link io.github.saleskit.core.pipeline.PipelineAnalyzer} is compiled from a sales process. It answers with a
 * {@link io.github.saleskit.core.pipeline.PipelineSnapshot} (a {@link io.github.saleskit.core.pipeline.StageTotal} a
 * stage) and a {@link io.github.saleskit.core.pipeline.Funnel} ({@link io.github.saleskit.core.pipeline.FunnelStep}s
 * and the {@link io.github.saleskit.core.pipeline.WinRate} with its interval).
 */
@NullMarked
package io.github.saleskit.core.pipeline;

import org.jspecify.annotations.NullMarked;
