package io.github.saleskit.forecast.planning;

import io.github.saleskit.forecast.series.TimePeriod;
import io.github.saleskit.forecast.series.TimeSeries;

/** How many periods a table has that shall have no gaps. */
final class TimeSpan {

    private TimeSpan() {}

    /**
     * From a first period to so many from a last one on.
     *
     * @throws IllegalArgumentException when there are more than a series may have, or other granularities
     */
    static int periods(TimePeriod first, TimePeriod last, int fromLast) {
        long periods = first.until(last) + fromLast;
        if (periods > TimeSeries.LONGEST) {
            throw new IllegalArgumentException(
                    "from " + first + " to " + last + " there would be " + periods + " periods, but at most "
                            + TimeSeries.LONGEST + " can be.\nMaybe one of the periods is mistyped?");
        }
        return (int) periods;
    }
}
