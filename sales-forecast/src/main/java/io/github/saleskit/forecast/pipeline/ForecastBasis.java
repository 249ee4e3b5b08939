package io.github.saleskit.forecast.pipeline;

import com.fasterxml.jackson.annotation.JsonProperty;

/** On what the chance of a deal in a period rests. */
public enum ForecastBasis {
    /** It was won within the period. */
    @JsonProperty("won")
    WON,
    /** It is expected to close within what is left of the period: the probability of its stage. */
    @JsonProperty("closeDate")
    CLOSE_DATE,
    /** Its close date is unknown or has passed: the pace of its stage, by its age. */
    @JsonProperty("pace")
    PACE,
    /** It closes, or was closed, outside of the period, or was lost. */
    @JsonProperty("outside")
    OUTSIDE,
    /** Its category is omitted. */
    @JsonProperty("omitted")
    OMITTED,
    /** Its close date is unknown, and so is the pace of its stage or its age. */
    @JsonProperty("undated")
    UNDATED,
    /** The model does not know its stage. */
    @JsonProperty("unknownStage")
    UNKNOWN_STAGE
}
