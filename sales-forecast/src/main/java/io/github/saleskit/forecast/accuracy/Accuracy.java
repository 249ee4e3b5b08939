package io.github.saleskit.forecast.accuracy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.forecast.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How good forecasts of a set of series were: means over the series of the measures of each.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param series how many series were evaluated
 * @param unscaled how many of them are left out of the scaled measures because their history never changes
 * @param smape symmetric mean absolute percentage error, from 0 to 200
 * @param mase mean absolute scaled error; 1 is as good as the (seasonal) naive forecast one step ahead; absent where no
 *     series has a scale
 * @param owa overall weighted average against Naive2: the mean of the ratios of the two means above to those of Naive2;
 *     absent where Naive2 makes no errors or no series has a scale
 * @param msis mean scaled interval score at 95 %; absent where no series has a scale
 * @param coverage share of values within their 95 % intervals
 * @param pooled the same over all steps of all series, so that longer horizons weigh more
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Accuracy(
        @Required int version,
        @Required int series,
        @Required int unscaled,
        @Required double smape,
        Optional<Double> mase,
        Optional<Double> owa,
        Optional<Double> msis,
        @Required double coverage,
        @Required PooledAccuracy pooled)
        implements StrictDocument, WithAccuracy {

    public Accuracy {
        DocumentVersion.require("accuracy", version, 1);
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds accuracies. */
    public static final class Builder extends AccuracyBuilder {
        Builder() {
            version(1);
        }
    }
}
