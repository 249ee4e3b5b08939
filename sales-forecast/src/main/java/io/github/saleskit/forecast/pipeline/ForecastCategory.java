package io.github.saleskit.forecast.pipeline;

/** How firmly deals of a stage are promised; the amounts of a forecast add up from the firmest on. */
public enum ForecastCategory {
    /** Will close, barring accidents. */
    COMMIT,
    /** Closes when things go well. */
    BEST_CASE,
    /** May close. */
    PIPELINE,
    /** Counts in no amount and no chance. */
    OMITTED
}
