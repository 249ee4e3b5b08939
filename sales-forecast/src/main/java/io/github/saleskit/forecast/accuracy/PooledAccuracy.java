package io.github.saleskit.forecast.accuracy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.forecast.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How good forecasts were over all steps of all series together.
 *
 * <p>Immutable and thread-safe.
 *
 * @param smape symmetric mean absolute percentage error, from 0 to 200
 * @param mase mean absolute scaled error; absent where no series has a scale
 * @param msis mean scaled interval score at 95 %; absent where no series has a scale
 * @param coverage share of values within their 95 % intervals
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PooledAccuracy(
        @Required double smape,
        Optional<Double> mase,
        Optional<Double> msis,
        @Required double coverage) implements StrictDocument, WithPooledAccuracy {

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds pooled accuracies. */
    public static final class Builder extends PooledAccuracyBuilder {
        Builder() {}
    }
}
