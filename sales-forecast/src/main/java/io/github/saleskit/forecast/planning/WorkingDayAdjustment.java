package io.github.saleskit.forecast.planning;

import io.github.saleskit.core.calendar.BusinessCalendar;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.forecast.model.Forecast;
import io.github.saleskit.forecast.model.Regressors;
import io.github.saleskit.forecast.model.internal.Numbers;
import io.github.saleskit.forecast.series.FiscalPeriods;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.Arrays;

/**
 * Sales by working day instead of by period, so that long months do not look strong: a forecast of those, and back.
 *
 * <pre>{@code
 * WorkingDayAdjustment days = WorkingDayAdjustment.of(sales, 12, calendar);
 * Forecast forecast = days.toPeriods(forecaster.forecast(days.perDay(), 12));
 * }</pre>
 *
 * <p>For what is sold on working days only; where other days count a little, {@link Regressors#workingDays(TimeSeries,
 * int, BusinessCalendar)} find out how much. Immutable and thread-safe.
 */
public final class WorkingDayAdjustment {

    private final TimeSeries history;
    private final double[] days;

    private WorkingDayAdjustment(TimeSeries history, double[] days) {
        this.history = history;
        this.days = days;
    }

    /**
     * The working days of the periods of a history and of those to come.
     *
     * @param history a series with dates
     * @param horizon the most periods to come that will be asked for
     */
    public static WorkingDayAdjustment of(TimeSeries history, int horizon, BusinessCalendar calendar) {
        return new WorkingDayAdjustment(history, Regressors.workingDays(history, horizon, calendar));
    }

    /** The same for a series of fiscal periods. */
    public static WorkingDayAdjustment of(
            TimeSeries history, int horizon, BusinessCalendar calendar, FiscalPeriods periods) {
        return new WorkingDayAdjustment(history, Regressors.workingDays(history, horizon, calendar, periods));
    }

    /** The history by working day; a period without any has no value. */
    public TimeSeries perDay() {
        double[] values = history.values();
        for (int t = 0; t < values.length; t++) {
            values[t] = days[t] > 0 ? values[t] / days[t] : Double.NaN;
        }
        return history.withValues(values);
    }

    /**
     * A forecast of whole periods from one by working day.
     *
     * @param perDay that begins right after the history, over at most the horizon
     * @throws IllegalArgumentException when it begins elsewhere or is longer
     */
    public Forecast toPeriods(Forecast perDay) {
        int n = history.length();
        if (!perDay.start().equals(history.end()) || perDay.horizon() > days.length - n) {
            throw new IllegalArgumentException("the forecast is of " + perDay.horizon() + " periods from "
                    + perDay.start() + " on, but must be of at most " + (days.length - n) + " from " + history.end()
                    + " on.");
        }
        Reason reason = Reason.of(
                "forecast.planning.workingDays",
                "fewest",
                Numbers.text(Arrays.stream(days, n, n + perDay.horizon()).min().orElseThrow()),
                "most",
                Numbers.text(Arrays.stream(days, n, n + perDay.horizon()).max().orElseThrow()));
        return perDay.withAdjustment(this::times, reason);
    }

    private double[] times(double[] perDay) {
        for (int h = 0; h < perDay.length; h++) {
            perDay[h] *= days[history.length() + h];
        }
        return perDay;
    }
}
