package io.github.saleskit.core.pipeline;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was in each stage at an instant.
 *
 * <p>Immutable and thread-safe.
 *
 * @param asOf the instant
 * @param stages the stages of the process, in its order, empty ones included
 * @param reasons what was counted and what was left out
 */
public record PipelineSnapshot(
        @JsonProperty(required = true) Instant asOf,
        @JsonProperty(required = true) List<StageTotal> stages,
        @JsonProperty(required = true) List<Reason> reasons)
        implements Decision, StrictDocument {

    public PipelineSnapshot {
        requireNonNull(asOf, "asOf");
        stages = List.copyOf(stages);
        reasons = List.copyOf(reasons);
    }

    /** What was in the stage with an id, if the process has one. */
    public Optional<StageTotal> stage(String id) {
        return stages.stream().filter(total -> total.stage().equals(id)).findFirst();
    }
}
