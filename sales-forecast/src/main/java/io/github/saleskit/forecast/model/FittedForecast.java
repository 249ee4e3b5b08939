package io.github.saleskit.forecast.model;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import java.util.List;

/**
 * A forecast, and by how much its model missed the history one step ahead.
 *
 * <p>Immutable and thread-safe.
 */
public final class FittedForecast implements Decision {

    private final Forecast forecast;
    private final double[] errors;

    /**
     * A forecast with errors.
     *
     * @param forecast of the periods after the history
     * @param errors what came less what the model, knowing all periods before, would have said: one for each of the
     *     last periods of the history, the newest last; {@link Double#NaN} where there is none
     */
    public FittedForecast(Forecast forecast, double[] errors) {
        this.forecast = requireNonNull(forecast, "forecast");
        this.errors = errors.clone();
    }

    /** The forecast. */
    public Forecast forecast() {
        return forecast;
    }

    /** Those of the forecast. */
    @Override
    public List<Reason> reasons() {
        return forecast.reasons();
    }

    /**
     * What came less what the model would have said one step ahead, the newest last; {@link Double#NaN} where there is
     * none. Most models were estimated from the same history, so that what is new will miss by more.
     */
    public double[] errors() {
        return errors.clone();
    }
}
