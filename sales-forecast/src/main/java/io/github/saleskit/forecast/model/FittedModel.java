package io.github.saleskit.forecast.model;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.forecast.model.internal.QuantileGrid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model that was estimated from one history; immutable. */
interface FittedModel {

    /** What the model is called in forecasts, such as {@code ETS(M,Ad,M)}. */
    String name();

    /** The forecast of each step to come. */
    double[] mean(int horizon);

    /** Quantiles by level of {@link QuantileGrid} and step. */
    double[][] quantiles(int horizon, long seed);

    FitSummary summary();

    /**
     * What the model says of each period of the history, knowing those before, NaN where nothing; null if it cannot
     * look back.
     */
    default double @Nullable [] fitted() {
        return null;
    }

    /** What the model says about the history and the future. */
    List<Reason> reasons();
}
