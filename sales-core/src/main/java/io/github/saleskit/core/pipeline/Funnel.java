package io.github.saleskit.core.pipeline;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Instant;
import java.util.List;

/**
 * How many opportunities came how far.
 *
 * <p>Everything that exists reached the first open stage, and what reached an open stage also reached those before it. The last
 * step is what is won.
 *
 * <p>Immutable and thread-safe.
 *
 * @param asOf the instant up to which history counts
 * @param steps the open stages in the order of the process, then won
 * @param winRate won and lost
 * @param reasons what was counted and what was left out
 */
public record Funnel(
        @JsonProperty(required = true) Instant asOf,
        @JsonProperty(required = true) List<FunnelStep> steps,
        @JsonProperty(required = true) WinRate winRate,
        @JsonProperty(required = true) List<Reason> reasons)
        implements Decision, StrictDocument {

    public Funnel {
        requireNonNull(asOf, "asOf");
        requireNonNull(winRate, "winRate");
        steps = List.copyOf(steps);
        reasons = List.copyOf(reasons);
    }
}
