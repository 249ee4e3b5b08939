package io.github.saleskit.forecast.pipeline;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;

/**
 * What the history says of a stage.
 *
 * <p>Immutable and thread-safe.
 *
 * @param stage the host's id of the stage
 * @param won deals that went through it and were won
 * @param lost deals that went through it and were lost
 * @param open deals that went through it and are still open
 * @param lower lower end of the 95 % Wilson interval of the share of won among closed ones
 * @param upper upper end of it
 * @param winProbability the probability that was learned: that share, shrunk to the one assumed before
 */
public record StageEvidence(
        @Required String stage,
        @Required int won,
        @Required int lost,
        @Required int open,
        @Required double lower,
        @Required double upper,
        @Required double winProbability)
        implements StrictDocument {

    public StageEvidence {
        requireNonNull(stage, "stage");
    }
}
