package io.github.saleskit.forecast.pipeline;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;

/**
 * A pipeline model learned from history, and on what it rests.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param model with the learned probabilities and paces
 * @param evidence of each open stage
 * @param reasons what was learned, and where there was nothing to learn from
 */
public record PipelineTraining(
        @Required int version,
        @Required PipelineModel model,
        @Required List<StageEvidence> evidence,
        @Required List<Reason> reasons)
        implements Decision, StrictDocument {

    public PipelineTraining {
        DocumentVersion.require("pipeline training", version, 1);
        requireNonNull(model, "model");
        evidence = List.copyOf(evidence);
        reasons = List.copyOf(reasons);
    }
}
