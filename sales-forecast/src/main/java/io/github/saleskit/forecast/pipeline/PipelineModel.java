package io.github.saleskit.forecast.pipeline;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.forecast.internal.ValueStyle;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.immutables.value.Value;
import org.joda.money.CurrencyUnit;

/**
 * What the deals of a pipeline are worth by their stages.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param name as people know it
 * @param currency of all amounts; deals in others are to be converted by the host
 * @param stages all stages, closed ones included
 */
@ValueStyle
@Value.Builder
public record PipelineModel(
        @Required int version,
        @Required String name,
        @Required CurrencyUnit currency,
        @Required List<StageOutlook> stages)
        implements StrictDocument, WithPipelineModel {

    public PipelineModel {
        DocumentVersion.require("pipeline model", version, 1);
        requireNonNull(name, "name");
        requireNonNull(currency, "currency");
        stages = stages == null ? List.of() : List.copyOf(stages);
    }

    /** Every problem at once. */
    void check() {
        Problems problems = new Problems();
        if (stages.isEmpty()) {
            problems.at("stages").report("pipeline.noStages", null, "there are no stages");
        }
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < stages.size(); i++) {
            StageOutlook stage = stages.get(i);
            if (!names.add(stage.stage())) {
                problems.at("stages", i, "stage")
                        .report("stage.duplicate", stage.stage(), "the stage \"" + stage.stage() + "\" comes twice");
            }
            stage.check(problems.at("stages", i));
        }
        problems.throwIfAny("pipeline model \"" + name + "\"");
    }

    /** Starts a model of version 1. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a model step by step. */
    public static final class Builder extends PipelineModelBuilder {
        Builder() {
            version(1);
        }
    }
}
