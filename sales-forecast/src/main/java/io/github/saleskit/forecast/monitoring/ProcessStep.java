package io.github.saleskit.forecast.monitoring;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.forecast.internal.ValueStyle;
import org.immutables.value.Value;

/**
 * How good the forecasts were after one step of a process.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name of the step, such as "manager"
 * @param error the mean absolute error, in the unit of the values
 * @param bias by how much forecasts were too high on average; negative where too low
 * @param addedToFirst by how much the error is less than that of the first step; negative where it is more
 * @param addedToPrevious the same beside the step before
 * @param clear whether what it added to the step before is more than chance brings once in twenty, by Student's t of
 *     the differences by period, over at least eight periods
 */
@ValueStyle
@Value.Builder
public record ProcessStep(
        @Required String name,
        @Required double error,
        @Required double bias,
        @Required double addedToFirst,
        @Required double addedToPrevious,
        @Required boolean clear)
        implements StrictDocument, WithProcessStep {

    public ProcessStep {
        requireNonNull(name, "name");
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds steps. */
    public static final class Builder extends ProcessStepBuilder {
        Builder() {}
    }
}
