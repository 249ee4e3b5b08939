package io.github.saleskit.core.staffing;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import org.immutables.value.Value;

/**
 * What a {@link FirstComeQueue} showed.
 *
 * <p>Immutable and thread-safe.
 *
 * @param waitProbability the chance that an arrival has to wait
 * @param serviceLevel the share of arrivals answered within the threshold
 * @param speedOfAnswer the mean wait of all arrivals, in the unit of the traffic
 * @param transitions how many arrivals and completions were simulated
 * @param accurate whether the accuracy that was asked for was reached
 */
@ValueStyle
@Value.Builder
public record QueueEstimate(
        @Required Estimate waitProbability,
        @Required Estimate serviceLevel,
        @Required Estimate speedOfAnswer,
        @Required long transitions,
        @Required boolean accurate)
        implements StrictDocument {

    public QueueEstimate {
        requireNonNull(waitProbability, "waitProbability");
        requireNonNull(serviceLevel, "serviceLevel");
        requireNonNull(speedOfAnswer, "speedOfAnswer");
    }

    static Builder builder() {
        return new Builder();
    }

    static final class Builder extends QueueEstimateBuilder {
        Builder() {}
    }
}
