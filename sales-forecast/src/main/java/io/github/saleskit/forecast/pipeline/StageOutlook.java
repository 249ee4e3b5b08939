package io.github.saleskit.forecast.pipeline;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.core.opportunity.StageType;
import io.github.saleskit.forecast.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a stage is worth in a forecast.
 *
 * <p>Immutable and thread-safe.
 *
 * @param stage the host's id of the stage
 * @param type what being in it means
 * @param winProbability of being won in the end, from 0 to 1; 1 for won and 0 for lost stages
 * @param category how firmly its deals are promised; {@link ForecastCategory#PIPELINE} where absent
 * @param pace how fast its deals close, for deals without a close date to come
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record StageOutlook(
        @Required String stage,
        @Required StageType type,
        @Required double winProbability,
        Optional<ForecastCategory> category,
        Optional<ClosingPace> pace)
        implements StrictDocument, WithStageOutlook {

    public StageOutlook {
        requireNonNull(stage, "stage");
        requireNonNull(type, "type");
        requireNonNull(category, "category");
        requireNonNull(pace, "pace");
    }

    /** An open stage of the category {@link ForecastCategory#PIPELINE}. */
    public static StageOutlook open(String stage, double winProbability) {
        return builder()
                .stage(stage)
                .type(StageType.OPEN)
                .winProbability(winProbability)
                .build();
    }

    /** A won stage. */
    public static StageOutlook won(String stage) {
        return builder().stage(stage).type(StageType.WON).winProbability(1).build();
    }

    /** A lost stage. */
    public static StageOutlook lost(String stage) {
        return builder().stage(stage).type(StageType.LOST).winProbability(0).build();
    }

    void check(Problems problems) {
        if (!(winProbability >= 0 && winProbability <= 1)) {
            problems.at("winProbability")
                    .report(
                            "stage.probability",
                            "" + winProbability,
                            "a probability must be from 0 to 1",
                            winProbability > 1 && winProbability <= 100 ? "Maybe " + winProbability / 100 + "?" : null);
        } else if ((type == StageType.WON && winProbability != 1) || (type == StageType.LOST && winProbability != 0)) {
            problems.at("winProbability")
                    .report(
                            "stage.closedProbability",
                            "" + winProbability,
                            "the probability of a won stage is 1, of a lost stage 0");
        }
        pace.ifPresent(value -> value.check(problems.at("pace")));
    }

    /** Starts a stage. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a stage step by step. */
    public static final class Builder extends StageOutlookBuilder {
        Builder() {}
    }
}
