package io.github.saleskit.forecast.model;

import io.github.saleskit.forecast.series.TimeSeries;
import org.jspecify.annotations.Nullable;

/** A way to estimate a model from a history; stateless. */
@FunctionalInterface
interface ForecastMethod {

    /**
     * Estimates; null where the history is too short or otherwise not fit for this method. At least one value is there.
     */
    @Nullable
    FittedModel fit(TimeSeries history);
}
