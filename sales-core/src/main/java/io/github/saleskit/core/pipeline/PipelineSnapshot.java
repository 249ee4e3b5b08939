package io.github.saleskit.core.pipeline;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was in each stage at an instant.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param process name of the sales process
 * @param asOf the instant
 * @param stages the stages of the process, in its order, empty ones included
 * @param reasons what was counted and what was left out
 */
public record PipelineSnapshot(
        @Required int version,
        @Required String process,
        @Required Instant asOf,
        @Required List<StageTotal> stages,
        @Required List<Reason> reasons)
        implements Decision, StrictDocument {

    public PipelineSnapshot {
        DocumentVersion.require("pipeline snapshot", version, 1);
        requireNonNull(process, "process");
        requireNonNull(asOf, "asOf");
        stages = List.copyOf(stages);
        reasons = List.copyOf(reasons);
    }

    /** What was in the stage with an id, if the process has one. */
    public Optional<StageTotal> stage(String id) {
        return stages.stream().filter(total -> total.stage().equals(id)).findFirst();
    }
}
