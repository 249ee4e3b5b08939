package io.github.saleskit.forecast.monitoring;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.forecast.internal.ValueStyle;
import org.immutables.value.Value;

/**
 * How good forecasts were that were made some periods ahead.
 *
 * <p>Immutable and thread-safe.
 *
 * @param step how many periods ahead
 * @param count how many of them came
 * @param error the mean absolute error
 * @param bias by how much they were too high on average; negative where too low
 * @param coverage share of values within their intervals
 */
@ValueStyle
@Value.Builder
public record StepAccuracy(
        @Required int step,
        @Required int count,
        @Required double error,
        @Required double bias,
        @Required double coverage)
        implements StrictDocument, WithStepAccuracy {

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds accuracies of steps. */
    public static final class Builder extends StepAccuracyBuilder {
        Builder() {}
    }
}
