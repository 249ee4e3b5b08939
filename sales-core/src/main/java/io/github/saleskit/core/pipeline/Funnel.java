package io.github.saleskit.core.pipeline;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Instant;
import java.util.List;

/**
 * How many opportunities came how far.
 *
 * <p>Everything that exists reached the first open stage, and what reached an open stage also reached those before it.
 * The last step is what is won.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param process name of the sales process
 * @param asOf the instant up to which history counts
 * @param steps the open stages in the order of the process, then won
 * @param winRate won and lost
 * @param reasons what was counted and what was left out
 */
public record Funnel(
        @Required int version,
        @Required String process,
        @Required Instant asOf,
        @Required List<FunnelStep> steps,
        @Required WinRate winRate,
        @Required List<Reason> reasons)
        implements Decision, StrictDocument {

    public Funnel {
        DocumentVersion.require("funnel", version, 1);
        requireNonNull(process, "process");
        requireNonNull(asOf, "asOf");
        requireNonNull(winRate, "winRate");
        steps = List.copyOf(steps);
        reasons = List.copyOf(reasons);
    }
}
