package io.github.saleskit.forecast.model;

import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
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
        @Required int version,
        @Required Map<String, Forecast> forecasts,
        @Required Map<String, Reason> failures,
        @Required List<Reason> reasons)
        implements Decision, StrictDocument {

    public BatchForecast {
        DocumentVersion.require("batch of forecasts", version, 1);
        forecasts = Collections.unmodifiableMap(new LinkedHashMap<>(forecasts));
        failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
        reasons = List.copyOf(reasons);
    }
}
