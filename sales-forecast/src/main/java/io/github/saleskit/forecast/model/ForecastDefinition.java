package io.github.saleskit.forecast.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import org.jspecify.annotations.Nullable;

/**
 * How to forecast series.
 *
 * <p>Models by name: {@code ets} (the exponential smoothing model with the least AICc), {@code theta}, {@code otm} and
 * {@code dotm} (theta, optimised and dynamic optimised theta of the seasonally adjusted series), {@code ces} (complex exponential
 * smoothing of it), {@code arima} (of automatic order), {@code naive}, {@code seasonalNaive}, {@code drift}, {@code mean},
 * {@code naive2}, {@code simple} or {@code ses}, {@code holt}, {@code damped}, {@code holtWintersAdditive},
 * {@code holtWintersMultiplicative}, or any form of exponential smoothing by itself, such as {@code ETS(M,Ad,M)}: error, trend and
 * season are additive (A), damped (Ad), multiplicative (M) or none (N).
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param model the name of the model
 * @param nonNegative whether forecasts below 0 are raised to 0; for what cannot be negative; in JSON false where absent
 */
public record ForecastDefinition(
        @Required int version, @Required String model, boolean nonNegative) implements StrictDocument {

    public ForecastDefinition {
        DocumentVersion.require("forecast definition", version, 1);
        requireNonNull(model, "model");
    }

    @JsonCreator
    private static ForecastDefinition read(
            @JsonProperty(value = "version", required = true) int version,
            @JsonProperty(value = "model", required = true) String model,
            @JsonProperty("nonNegative") @Nullable Boolean nonNegative) {
        return new ForecastDefinition(version, model, Boolean.TRUE.equals(nonNegative));
    }

    /** Forecasts by a model that may be negative. */
    public static ForecastDefinition of(String model) {
        return new ForecastDefinition(1, model, false);
    }

    /** The same, with or without forecasts below 0. */
    public ForecastDefinition withNonNegative(boolean newNonNegative) {
        return new ForecastDefinition(version, model, newNonNegative);
    }
}
