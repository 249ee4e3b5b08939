package io.github.saleskit.forecast.pipeline;

/** On what the chance of a deal in a period rests. */
public enum ForecastBasis {
    /** It was won within the period. */
    WON,
    /** It is expected to close within what is left of the period: the probability of its stage. */
    CLOSE_DATE,
    /** Its close date is unknown or has passed: the pace of its stage, by its age. */
    PACE,
    /** It closes, or was closed, outside of the period, or was lost. */
    OUTSIDE,
    /** Its category is omitted. */
    OMITTED,
    /** Its close date is unknown, and so is the pace of its stage or its age. */
    UNDATED,
    /** The model does not know its stage. */
    UNKNOWN_STAGE
}
