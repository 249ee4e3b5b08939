package io.github.saleskit.forecast.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.StrictDocument;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The forecasts of many series by the host's ids; a series that could not be forecast has a reason instead.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param forecasts by id, in the order of the series
 * @param failures why there is none, by id, in the order of the series
 * @param reasons how many were forecast, and by which models
 */
public record BatchForecast(
        @JsonProperty(required = true) int version,
        Map<String, Forecast> forecasts,
        Map<String, Reason> failures,
        List<Reason> reasons)
        implements Decision, StrictDocument {

    public BatchForecast {
        DocumentVersion.require("batch of forecasts", version, 1);
        forecasts = Collections.unmodifiableMap(new LinkedHashMap<>(forecasts));
        failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
        reasons = List.copyOf(reasons);
    }
}
