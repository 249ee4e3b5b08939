package io.github.saleskit.forecast.series;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.calendar.FiscalCalendar;
import io.github.saleskit.core.calendar.FiscalPeriod;
import io.github.saleskit.core.calendar.FiscalUnit;
import java.time.LocalDate;
import java.util.Locale;

/**
 * The years, halves, quarters or periods of a fiscal calendar as the numbered steps of a series: months from April, or
 * of four and five weeks.
 *
 * <pre>{@code
 * FiscalPeriods months = FiscalPeriods.of(FiscalCalendar.japan(), FiscalUnit.PERIOD);
 * TimeSeries sales = months.series(months.of(2024, 1), 112, 118, 132);     // from April 2024
 * Forecast forecast = forecaster.forecast(sales, 12);
 * months.period(forecast.period(0)).first();                               // 2024-07-01
 * months.label(forecast.period(0), Locale.JAPANESE);                       // 2024年度 7月
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class FiscalPeriods {

    private static final int LAST_YEAR = 9999;

    private final FiscalCalendar calendar;
    private final FiscalUnit unit;

    private FiscalPeriods(FiscalCalendar calendar, FiscalUnit unit) {
        this.calendar = requireNonNull(calendar, "calendar");
        this.unit = requireNonNull(unit, "unit");
    }

    /**
     * The periods of a calendar.
     *
     * @param unit any but {@link FiscalUnit#WEEK}, of which years have different numbers
     */
    public static FiscalPeriods of(FiscalCalendar calendar, FiscalUnit unit) {
        if (unit == FiscalUnit.WEEK) {
            throw new IllegalArgumentException(
                    "unit is WEEK, but fiscal years have different numbers of weeks.\n" + "Maybe Granularity.WEEK?");
        }
        return new FiscalPeriods(calendar, unit);
    }

    /** How many of them a fiscal year has: 1, 2, 4 or 12; after so many the season repeats. */
    public int seasonLength() {
        return calendar.count(unit, 1);
    }

    /**
     * The step of a fiscal period by its number.
     *
     * @param year the fiscal year as it is named
     * @param number from 1 to {@link #seasonLength()}
     */
    public TimePeriod of(int year, int number) {
        return step(calendar.of(unit, year, number));
    }

    /** The step in which a day lies. */
    public TimePeriod at(LocalDate day) {
        return step(calendar.at(unit, day));
    }

    private TimePeriod step(FiscalPeriod period) {
        return TimePeriod.step((long) period.year() * seasonLength() + period.number() - 1);
    }

    /**
     * The fiscal period of a step.
     *
     * @throws IllegalArgumentException when it is a period of another kind, or beyond the years 1 to 9999
     */
    public FiscalPeriod period(TimePeriod step) {
        long number = TimePeriod.step(0).until(step);
        long year = Math.floorDiv(number, (long) seasonLength());
        if (year < 1 || year > LAST_YEAR) {
            throw new IllegalArgumentException("step is " + step + ", which lies in fiscal year " + year
                    + ", but must lie in the years 1 to " + LAST_YEAR + ".\nMaybe FiscalPeriods.at(day)?");
        }
        return calendar.of(unit, (int) year, (int) Math.floorMod(number, (long) seasonLength()) + 1);
    }

    /** The days of a step. */
    public DateRange days(TimePeriod step) {
        FiscalPeriod period = period(step);
        return new DateRange(period.first(), period.last());
    }

    /** What people call a step, such as {@code FY2026 Q4}; see {@link FiscalCalendar#label}. */
    public String label(TimePeriod step, Locale locale) {
        return calendar.label(period(step), locale);
    }

    /**
     * A series of these periods with the season of a fiscal year.
     *
     * @param start the step of the first value
     * @param values as in {@link TimeSeries#of}
     */
    public TimeSeries series(TimePeriod start, double... values) {
        period(start);
        return TimeSeries.of(start, values).withSeasonLength(seasonLength());
    }
}
