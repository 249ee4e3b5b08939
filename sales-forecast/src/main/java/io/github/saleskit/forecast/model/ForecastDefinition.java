package io.github.saleskit.forecast.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.forecast.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How to forecast series.
 *
 * <p>Models by name: {@code ets} (the exponential smoothing model with the least AICc), {@code theta}, {@code otm} and
 * {@code dotm} (theta, optimised and dynamic optimised theta of the seasonally adjusted series), {@code ces} (complex
 * exponential smoothing of it), {@code stl} (exponential smoothing of what a season that may change leaves),
 * {@code arima} (of automatic order), {@code naive}, {@code seasonalNaive}, {@code drift}, {@code mean},
 * {@code naive2}, {@code simple} or {@code ses}, {@code holt}, {@code damped}, {@code holtWintersAdditive},
 * {@code holtWintersMultiplicative}, or any form of exponential smoothing by itself, such as {@code ETS(M,Ad,M)}:
 * error, trend and season are additive (A), damped (Ad), multiplicative (M) or none (N). For demand that comes only now
 * and then: {@code croston}, {@code sba}, {@code tsb}, {@code adida}, {@code imapa}, {@code zero} (nothing any more),
 * and {@code intermittent}, the one of these whose quantiles told the later two thirds of the history best.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param model the name of the model
 * @param nonNegative whether forecasts below 0 are raised to 0; for what cannot be negative; false where absent
 * @param wholeNumbers whether mean and quantiles are rounded to whole numbers, halves up; false where absent
 * @param cleaned whether outliers and shifts of the level are taken out of the history first, see
 *     {@link SeriesCleaner}; false where absent
 * @param boxCox the transformation under which the model sees the series; none where absent; a series that is not
 *     positive gets a simpler forecast without it, and a reason
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ForecastDefinition(
        @Required int version,
        @Required String model,
        @Nullable Boolean nonNegative,
        @Nullable Boolean wholeNumbers,
        @Nullable Boolean cleaned,
        Optional<BoxCox> boxCox)
        implements StrictDocument, WithForecastDefinition {

    public ForecastDefinition {
        DocumentVersion.require("forecast definition", version, 1);
        requireNonNull(model, "model");
        boxCox = boxCox == null ? Optional.empty() : boxCox;
    }

    /** Forecasts by a model that may be negative. */
    public static ForecastDefinition of(String model) {
        return builder().model(model).build();
    }

    /** A builder of version 1. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds definitions. */
    public static final class Builder extends ForecastDefinitionBuilder {
        Builder() {
            version(1);
        }
    }
}
