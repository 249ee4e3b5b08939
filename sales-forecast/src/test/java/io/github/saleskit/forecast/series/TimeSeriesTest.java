package io.github.saleskit.forecast.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.support.JsonLine;
import io.github.saleskit.forecast.support.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimeSeriesTest {

    private static final TimeSeries SERIES = TimeSeries.of(TimePeriod.month(2024, 11), 5, Double.NaN, -1.5, 1e12);

    @Test
    void valuesStandAtTheirPeriods() {
        assertThat(SERIES.seasonLength()).isEqualTo(12);
        assertThat(SERIES.length()).isEqualTo(4);
        assertThat(SERIES.observed()).isEqualTo(3);
        assertThat(SERIES.isMissing(1)).isTrue();
        assertThat(SERIES.period(2)).hasToString("2025-01");
        assertThat(SERIES.end()).hasToString("2025-03");
        assertThat(SERIES.slice(1, 3)).isEqualTo(TimeSeries.of(TimePeriod.month(2024, 12), Double.NaN, -1.5));
        assertThat(SERIES).hasToString("TimeSeries[2024-11..2025-02, season 12, 3 of 4 values]");
        assertThat(SERIES.withSeasonLength(3)).isNotEqualTo(SERIES);
    }

    @Test
    void neitherTheArgumentNorTheAnswerIsShared() {
        double[] values = {1, 2};
        TimeSeries series = TimeSeries.of(TimePeriod.step(1), values);
        values[0] = 9;
        series.values()[1] = 9;
        assertThat(series.values()).containsExactly(1, 2);
    }

    @Test
    void badValuesAreRejected() {
        TimePeriod start = TimePeriod.step(1);
        assertThatThrownBy(() -> TimeSeries.of(start)).hasMessageContaining("values has 0 values");
        assertThatThrownBy(() -> TimeSeries.of(start, 1, Double.NEGATIVE_INFINITY))
                .hasMessageContaining("values[1] is -Infinity")
                .hasMessageContaining("Maybe it is missing?");
        assertThatThrownBy(() -> SERIES.withSeasonLength(0)).hasMessageContaining("seasonLength is 0");
        assertThatThrownBy(() -> SERIES.slice(2, 2)).hasMessageContaining("slice is from 2 to 2");
        assertThatThrownBy(() -> TimeSeries.of(TimePeriod.month(9999, 12), 1, 2))
                .hasMessageContaining("9999");
    }

    @ParameterizedTest
    @EnumSource(JsonLine.class)
    void jsonWithUnknownPropertiesOrWithoutVersionIsRejected(JsonLine line) {
        assertThatThrownBy(() -> line.read(
                        "{\"version\":1,\"start\":\"#1\",\"seasonLength\":1,\"values\":[1],\"x\":2}", TimeSeries.class))
                .hasStackTraceContaining("there is no property \"x\"");
        assertThatThrownBy(() -> line.read("{\"start\":\"#1\",\"seasonLength\":1,\"values\":[1]}", TimeSeries.class))
                .hasStackTraceContaining("version");
    }

    @Test
    void itRoundTripsThroughJson() {
        Golden.assertGolden(SERIES, TimeSeries.class);
    }
}
