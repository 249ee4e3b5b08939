package io.github.saleskit.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.calendar.BusinessCalendar;
import io.github.saleskit.core.calendar.BusinessHours;
import io.github.saleskit.core.calendar.FiscalCalendar;
import io.github.saleskit.core.calendar.FiscalUnit;
import io.github.saleskit.core.calendar.Holiday;
import io.github.saleskit.core.calendar.HolidayCalendar;
import io.github.saleskit.forecast.series.FiscalPeriods;
import io.github.saleskit.forecast.series.Granularity;
import io.github.saleskit.forecast.series.TimePeriod;
import io.github.saleskit.forecast.series.TimeSeries;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegressorsTest {

    private static final BusinessCalendar OFFICE = BusinessCalendar.compile(
            BusinessHours.mondayToFriday("office", ZoneId.of("Asia/Tokyo"), "09:00-17:00"), HolidayCalendar.japan());

    /** Easter Sundays as printed in almanacs. */
    private static final HolidayCalendar EASTER_AND_NEW_YEAR = calendar();

    private static HolidayCalendar calendar() {
        List<Holiday> days = new ArrayList<>();
        List.of(
                        "2018-04-01",
                        "2019-04-21",
                        "2020-04-12",
                        "2021-04-04",
                        "2022-04-17",
                        "2023-04-09",
                        "2024-03-31",
                        "2025-04-20")
                .forEach(day -> days.add(Holiday.of(LocalDate.parse(day), "Easter")));
        for (int year = 2018; year <= 2025; year++) {
            days.add(Holiday.of(LocalDate.of(year, 1, 1), "New Year"));
        }
        return HolidayCalendar.of(days);
    }

    /** 2024: 21 working days in January of Japan, 19 in February, 20 in March, by any wall calendar. */
    @Test
    void workingDaysOfFiscalMonthsAreThoseOfTheirDays() {
        FiscalPeriods months = FiscalPeriods.of(FiscalCalendar.japan(), FiscalUnit.PERIOD);
        TimeSeries sales = months.series(months.of(2023, 10), 5, 6);
        double[] days = Regressors.workingDays(sales, 1, OFFICE, months);
        assertThat(days).containsExactly(21, 19, 20);
        assertThat(Regressors.workingDays(TimeSeries.of(TimePeriod.month(2024, 1), 5, 6), 1, OFFICE))
                .isEqualTo(days);
    }

    @Test
    void holidaysAreCountedByPeriod() {
        TimeSeries days = TimeSeries.of(TimePeriod.of(Granularity.DAY, LocalDate.of(2023, 12, 31)), 1, 2);
        assertThat(Regressors.holidays(days, 1, EASTER_AND_NEW_YEAR)).containsExactly(0, 1, 0);
        TimeSeries quarters = TimeSeries.of(TimePeriod.quarter(2024, 1), 1, 2);
        assertThat(Regressors.holidays(quarters, 2, EASTER_AND_NEW_YEAR)).containsExactly(2, 0, 0, 0);
    }

    /** Easter fell into March in 2024 only; New Year always falls into January, which the season knows. */
    @Test
    void onlyHolidaysThatMoveBecomeColumnsOfMonthlySeries() {
        double[] values = new Random(1).doubles(84, 90, 110).toArray();
        TimeSeries monthly = TimeSeries.of(TimePeriod.month(2018, 1), values);
        Regressors known = Regressors.none().withHolidays(monthly, 12, EASTER_AND_NEW_YEAR);
        assertThat(known.columns()).containsOnlyKeys("Easter");
        assertThat(known.columns().get("Easter")).hasSize(96);
        assertThat(known.columns().get("Easter").get(6 * 12 + 2)).isEqualTo(1);
        FiscalPeriods fiscal = FiscalPeriods.of(FiscalCalendar.japan(), FiscalUnit.PERIOD);
        TimeSeries same = fiscal.series(fiscal.of(2017, 10), values);
        assertThat(Regressors.none().withHolidays(same, 12, EASTER_AND_NEW_YEAR, fiscal))
                .isEqualTo(known);
        assertThat(Regressors.holidays(same, 1, EASTER_AND_NEW_YEAR, fiscal))
                .isEqualTo(Regressors.holidays(monthly, 1, EASTER_AND_NEW_YEAR));
        TimeSeries once = TimeSeries.of(TimePeriod.month(2018, 1), 1, 2, 3, 4, 5);
        assertThat(Regressors.none().withHolidays(once, 12, EASTER_AND_NEW_YEAR).columns())
                .isEmpty();
    }

    /**
     * Twenty values, four regressors and futures far from what was seen: intervals that took the effects for certain
     * would hold 48 % instead of 80 %.
     */
    @Test
    void intervalsKnowThatEffectsAreUncertain() {
        Random random = new Random(17);
        int inside = 0;
        int all = 0;
        Forecaster mean = Forecaster.compile(ForecastDefinition.of("mean"));
        for (int trial = 0; trial < 250; trial++) {
            double[] sales = new double[24];
            double[][] columns = new double[4][24];
            for (int t = 0; t < 24; t++) {
                sales[t] = 100 + random.nextGaussian();
                for (double[] column : columns) {
                    column[t] = random.nextGaussian() * (t < 20 ? 1 : 3);
                    sales[t] += 2 * column[t];
                }
            }
            Regressors known = Regressors.none();
            for (int j = 0; j < 4; j++) {
                known = known.with("x" + j, columns[j]);
            }
            TimeSeries history = TimeSeries.of(TimePeriod.step(1), sales).slice(0, 20);
            Forecast forecast = mean.forecast(history, known, 4, 1);
            double[] low = forecast.lower(0.8);
            double[] high = forecast.upper(0.8);
            for (int h = 0; h < 4; h++) {
                inside += low[h] <= sales[20 + h] && sales[20 + h] <= high[h] ? 1 : 0;
                all++;
            }
        }
        assertThat((double) inside / all).isBetween(0.72, 0.85);
    }
}
