package io.github.saleskit.forecast.model.internal;

/**
 * A model that was estimated from one history and can also say what it would have said at any earlier time; immutable.
 */
public interface Course {

    /** What the model is called, such as {@code DOTM} or {@code ARIMA(0,1,1)}. */
    String name();

    /**
     * Forecasts from an earlier origin, with the parameters that were estimated from the whole history.
     *
     * @param origin how many values are known, from {@link #firstOrigin} to the length of the history
     * @param path filled with the forecasts of the next steps
     */
    void from(int origin, double[] path);

    /** The earliest origin from which it can forecast. */
    default int firstOrigin() {
        return 1;
    }
}
