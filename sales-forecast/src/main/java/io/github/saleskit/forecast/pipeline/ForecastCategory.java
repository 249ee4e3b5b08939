package io.github.saleskit.forecast.pipeline;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How firmly deals of a stage are promised; the amounts of a forecast add up from the firmest on. */
public enum ForecastCategory {
    /** Will close, barring accidents. */
    @JsonProperty("commit")
    COMMIT,
    /** Closes when things go well. */
    @JsonProperty("bestCase")
    BEST_CASE,
    /** May close. */
    @JsonProperty("pipeline")
    PIPELINE,
    /** Counts in no amount and no chance. */
    @JsonProperty("omitted")
    OMITTED
}
