package io.github.saleskit.forecast.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.calendar.FiscalCalendar;
import io.github.saleskit.core.calendar.FiscalUnit;
import io.github.saleskit.core.calendar.FiscalWeeks;
import io.github.saleskit.core.calendar.FiscalYears;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FiscalPeriodsTest {

    private static final FiscalCalendar FOUR_FOUR_FIVE = FiscalCalendar.compile(FiscalWeeks.builder()
            .name("retail")
            .pattern(FiscalWeeks.Pattern.FOUR_FOUR_FIVE)
            .lastMonth(1)
            .lastDayOfWeek(DayOfWeek.SATURDAY)
            .ending(FiscalWeeks.Ending.NEAREST_TO_MONTH_END)
            .naming(FiscalYears.Naming.FIRST_MONTH)
            .build());
    private static final FiscalPeriods MONTHS = FiscalPeriods.of(FiscalCalendar.japan(), FiscalUnit.PERIOD);

    @Test
    void fiscalMonthsAreStepsInOrder() {
        TimePeriod april = MONTHS.of(2024, 1);
        assertThat(MONTHS.period(april).first()).isEqualTo(LocalDate.of(2024, 4, 1));
        assertThat(MONTHS.at(LocalDate.of(2025, 3, 31))).isEqualTo(april.plus(11));
        assertThat(MONTHS.at(LocalDate.of(2025, 4, 1))).isEqualTo(april.plus(12));
        assertThat(MONTHS.label(april.plus(3), Locale.JAPANESE)).isEqualTo("2024年度 7月");
        assertThat(MONTHS.days(april.plus(10)))
                .isEqualTo(new DateRange(LocalDate.of(2025, 2, 1), LocalDate.of(2025, 2, 28)));
        assertThat(MONTHS.series(april, 1, 2).seasonLength()).isEqualTo(12);
    }

    /** Every step has the days whose step it is, without gaps. */
    @Test
    void stepsOfFourAndFiveWeeksCoverEveryDayOnce() {
        FiscalPeriods weeks = FiscalPeriods.of(FOUR_FOUR_FIVE, FiscalUnit.PERIOD);
        TimePeriod step = weeks.at(LocalDate.of(2019, 6, 1));
        LocalDate next = weeks.days(step).first();
        for (int i = 0; i < 100; i++) {
            DateRange days = weeks.days(step.plus(i));
            assertThat(days.first()).isEqualTo(next);
            assertThat(days.days()).isIn(28L, 35L, 42L);
            assertThat(weeks.at(days.first())).isEqualTo(step.plus(i));
            assertThat(weeks.at(days.last())).isEqualTo(step.plus(i));
            next = days.last().plusDays(1);
        }
    }

    @Test
    void observationsAreSummedIntoFiscalPeriods() {
        FiscalPeriods quarters = FiscalPeriods.of(FiscalCalendar.japan(), FiscalUnit.QUARTER);
        TimeSeries sums = new TimeSeriesBuilder(quarters)
                .covering(new DateRange(LocalDate.of(2026, 3, 20), LocalDate.of(2026, 12, 31)))
                .add(LocalDate.of(2026, 3, 30), 100)
                .add(LocalDate.of(2026, 4, 1), 3)
                .add(LocalDate.of(2026, 12, 31), 5)
                .add(LocalDate.of(2026, 11, 1), 7)
                .build();
        assertThat(sums).isEqualTo(quarters.series(quarters.of(2026, 1), 3, 0, 12));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> FiscalPeriods.of(FiscalCalendar.japan(), FiscalUnit.WEEK))
                .hasMessageContaining("Granularity.WEEK");
        assertThatThrownBy(() -> MONTHS.period(TimePeriod.month(2026, 4))).hasMessageContaining("2026-04");
        assertThatThrownBy(() -> MONTHS.period(TimePeriod.step(1_000_000_000_000L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fiscal year 83333333333");
        assertThatThrownBy(() -> MONTHS.series(TimePeriod.step(1), 5)).hasMessageContaining("fiscal year 0");
        assertThatThrownBy(() -> MONTHS.of(2026, 13)).hasMessageContaining("13");
    }
}
