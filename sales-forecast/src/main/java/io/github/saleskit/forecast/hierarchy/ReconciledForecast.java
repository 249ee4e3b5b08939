package io.github.saleskit.forecast.hierarchy;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.forecast.model.Forecast;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Forecasts of all nodes of a hierarchy that add up, and why they are what they are.
 *
 * <p>The {@linkplain Forecast#mean() means} of a node are the sums of those of its bottom series, but for the last
 * digits of a double. Quantiles do not add up, since not all series are at their best or worst at once; draws of
 * {@link CoherentPaths} do.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param forecasts by node: the sums first, then the bottom series, each in the order of the hierarchy
 * @param shrinkage how far the correlations of errors were drawn towards none, from 0 to 1; absent where the method
 *     uses none
 * @param incoherenceBefore the largest difference between the forecast of a node and the sum of those of its bottom
 *     series, before; nodes without a forecast left out
 * @param incoherenceAfter the same after
 * @param reasons which method, with what, how much it moved which nodes most, where the intervals come from
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ReconciledForecast(
        @Required int version,
        @Required Map<String, Forecast> forecasts,
        Optional<Double> shrinkage,
        @Required double incoherenceBefore,
        @Required double incoherenceAfter,
        @Required List<Reason> reasons)
        implements Decision, StrictDocument {

    public ReconciledForecast {
        DocumentVersion.require("reconciled forecast", version, 1);
        forecasts = Collections.unmodifiableMap(new LinkedHashMap<>(forecasts));
        requireNonNull(shrinkage, "shrinkage");
        reasons = List.copyOf(reasons);
    }

    /**
     * The forecast of a node.
     *
     * @throws IllegalArgumentException when there is no such node
     */
    public Forecast forecast(String node) {
        Forecast forecast = forecasts.get(node);
        if (forecast == null) {
            String advice = Problems.suggest(node, forecasts.keySet());
            throw new IllegalArgumentException(
                    "there is no node \"" + node + "\"." + (advice == null ? "" : "\n" + advice));
        }
        return forecast;
    }
}
