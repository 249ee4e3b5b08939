package io.github.saleskit.forecast.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TimeSeriesBuilderTest {

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void observationsAreSummedByMonthInAnyOrder() {
        TimeSeries series = new TimeSeriesBuilder(Granularity.MONTH)
                .add(day("2026-04-30"), 5)
                .add(day("2026-02-01"), 1)
                .add(day("2026-02-28"), 2)
                .add(day("2026-02-28"), 0.5)
                .build();
        assertThat(series).isEqualTo(TimeSeries.of(TimePeriod.month(2026, 2), 3.5, 0, 5));
    }

    @Test
    void periodsWithoutObservationsMayBeMissingInstead() {
        TimeSeries series = new TimeSeriesBuilder(Granularity.WEEK)
                .emptyIsMissing()
                .add(day("2026-11-23"), 1)
                .add(day("2026-12-13"), 2)
                .build();
        assertThat(series).isEqualTo(TimeSeries.of(TimePeriod.week(2026, 48), 1, Double.NaN, 2));
    }

    @Test
    void onlyWhollyCoveredPeriodsCount() {
        TimeSeries series = new TimeSeriesBuilder(Granularity.MONTH)
                .covering(new DateRange(day("2026-01-15"), day("2026-05-30")))
                .add(day("2026-01-20"), 9)
                .add(day("2026-03-20"), 4)
                .add(day("2026-05-20"), 9)
                .build();
        assertThat(series).isEqualTo(TimeSeries.of(TimePeriod.month(2026, 2), 0, 4, 0));
    }

    @Test
    void smallNumbersAreNotLostBesideLargeOnes() {
        TimeSeriesBuilder builder = new TimeSeriesBuilder(Granularity.YEAR).add(day("2026-01-01"), 1e17);
        for (int i = 0; i < 1000; i++) {
            builder.add(day("2026-01-02"), 1);
        }
        assertThat(builder.add(day("2026-01-03"), -1e17).build().value(0)).isEqualTo(1000);
    }

    @Test
    void aSumBeyondAllNumbersIsNotTakenForAMissingValue() {
        TimeSeriesBuilder builder = new TimeSeriesBuilder(Granularity.DAY)
                .add(day("2026-01-01"), Double.MAX_VALUE)
                .add(day("2026-01-01"), Double.MAX_VALUE);
        assertThatThrownBy(builder::build).hasMessageContaining("values[0] is Infinity");
    }

    @Test
    void nothingCoveredIsAnError() {
        assertThatThrownBy(new TimeSeriesBuilder(Granularity.DAY)::build).hasMessageContaining("no observations");
        assertThatThrownBy(() -> new TimeSeriesBuilder(Granularity.MONTH)
                        .covering(new DateRange(day("2026-01-02"), day("2026-02-27")))
                        .build())
                .hasMessageContaining("0 whole periods within 2026-01-02..2026-02-27");
        assertThatThrownBy(() -> new TimeSeriesBuilder(Granularity.STEP)).hasMessageContaining("granularity is STEP");
        assertThatThrownBy(() -> new TimeSeriesBuilder(Granularity.DAY).add(day("2026-01-01"), Double.NaN))
                .hasMessageContaining("value of 2026-01-01 is NaN");
    }
}
