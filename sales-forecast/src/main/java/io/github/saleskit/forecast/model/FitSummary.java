package io.github.saleskit.forecast.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Complete;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a model fits the history from which it was estimated.
 *
 * <p>Immutable and thread-safe.
 *
 * @param observations values that were there, missing ones not counted
 * @param parameters what was estimated, by name: {@code alpha}, {@code beta}, {@code gamma}, {@code phi},
 *     {@code level}, {@code slope} (at the end of the history), {@code drift}, {@code mean}; empty where there is
 *     nothing
 * @param sigma standard deviation of the one-step error; relative to the forecast for a multiplicative error
 * @param meanAbsoluteError mean size of the one-step errors over the history, in units of the series; 0 where there are
 *     none
 * @param logLikelihood of a likelihood-fitted model, without the same constants that R's {@code ets} leaves out
 * @param aicc Akaike's information criterion, corrected for short series: lower is better; comparable between models of
 *     one series only
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record FitSummary(
        @Required int observations,
        @Complete Map<String, Double> parameters,
        @Required double sigma,
        @Required double meanAbsoluteError,
        Optional<Double> logLikelihood,
        Optional<Double> aicc)
        implements StrictDocument {

    public FitSummary {
        parameters = parameters == null
                ? Collections.emptyMap()
                : Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        requireNonNull(logLikelihood, "logLikelihood");
        requireNonNull(aicc, "aicc");
    }
}
