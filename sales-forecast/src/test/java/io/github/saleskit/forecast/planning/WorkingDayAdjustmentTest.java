package io.github.saleskit.forecast.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.calendar.BusinessCalendar;
import io.github.saleskit.core.calendar.BusinessHours;
import io.github.saleskit.forecast.model.Forecast;
import io.github.saleskit.forecast.model.Forecaster;
import io.github.saleskit.forecast.model.Regressors;
import io.github.saleskit.forecast.series.TimePeriod;
import io.github.saleskit.forecast.series.TimeSeries;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WorkingDayAdjustmentTest {

    private static final BusinessCalendar OFFICE =
            BusinessCalendar.compile(BusinessHours.mondayToFriday("office", ZoneId.of("Europe/Zurich"), "09:00-17:00"));

    /** Who sells exactly seven each working day sells seven times the working days of each month to come. */
    @Test
    void whatIsSoldByTheDayIsForecastByTheDay() {
        TimeSeries empty = TimeSeries.of(TimePeriod.month(2024, 1), new double[24]);
        double[] days = Regressors.workingDays(empty, 3, OFFICE);
        TimeSeries sales =
                empty.withValues(Arrays.stream(days, 0, 24).map(d -> 7 * d).toArray());
        WorkingDayAdjustment adjustment = WorkingDayAdjustment.of(sales, 3, OFFICE);
        Forecast forecast = adjustment.toPeriods(Forecaster.standard().forecast(adjustment.perDay(), 3));
        for (int h = 0; h < 3; h++) {
            assertThat(forecast.mean()[h]).isCloseTo(7 * days[24 + h], within(1e-9));
            assertThat(forecast.upper(0.9)[h]).isCloseTo(7 * days[24 + h], within(1e-9));
        }
        assertThat(forecast.reasons().get(forecast.reasons().size() - 1).text(Locale.ENGLISH))
                .contains("from 20 to 22");
        assertThatThrownBy(() -> adjustment.toPeriods(Forecaster.standard().forecast(adjustment.perDay(), 4)))
                .hasMessageContaining("4 periods from 2026-01 on, but must be of at most 3");
    }
}
