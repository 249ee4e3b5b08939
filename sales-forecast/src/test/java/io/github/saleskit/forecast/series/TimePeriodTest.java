package io.github.saleskit.forecast.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.support.JsonLine;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimePeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2026, 2026-01-01, 2026-12-31, 2027",
        "2026-Q4, 2026-10-01, 2026-12-31, 2027-Q1",
        "2024-02, 2024-02-01, 2024-02-29, 2024-03",
        "2026-W53, 2026-12-28, 2027-01-03, 2027-W01",
        "2020-W01, 2019-12-30, 2020-01-05, 2020-W02",
        "2024-02-29, 2024-02-29, 2024-02-29, 2024-03-01"
    })
    void calendarPeriodsHaveDaysAndSuccessors(String text, LocalDate first, LocalDate last, String next) {
        TimePeriod period = TimePeriod.parse(text);
        assertThat(period).hasToString(text);
        assertThat(period.days()).isEqualTo(new DateRange(first, last));
        assertThat(period.plus(1)).hasToString(next).isGreaterThan(period);
        assertThat(period.plus(1).plus(-1)).isEqualTo(period).hasSameHashCodeAs(period);
        assertThat(TimePeriod.of(period.granularity(), first)).isEqualTo(period);
        assertThat(TimePeriod.of(period.granularity(), last)).isEqualTo(period);
        assertThat(TimePeriod.of(period.granularity(), last.plusDays(1))).isEqualTo(period.plus(1));
        JsonLine.assertRoundTrip(period, TimePeriod.class);
    }

    @Test
    void numberedStepsCountButHaveNoDays() {
        TimePeriod step = TimePeriod.parse("#-3");
        assertThat(step.plus(5)).isEqualTo(TimePeriod.step(2)).hasToString("#2");
        assertThat(step.until(TimePeriod.step(4))).isEqualTo(7);
        assertThatThrownBy(step::firstDay).hasMessageContaining("#-3").hasMessageContaining("no days");
        JsonLine.assertRoundTrip(step, TimePeriod.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "26",
                "2026-13",
                "2026-00",
                "2026-Q5",
                "2026-W54",
                "2025-W53",
                "2025-02-30",
                "#",
                "0000",
                "#99999999999999",
                "2026-1"
            })
    void otherTextsAreRejected(String text) {
        assertThatThrownBy(() -> TimePeriod.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + text + "\"");
    }

    @Test
    void periodsOfDifferentLengthAreNotCompared() {
        assertThatThrownBy(() -> TimePeriod.year(2026).until(TimePeriod.month(2026, 1)))
                .hasMessageContaining("2026-01, but must be a year like 2026");
    }

    @Test
    void yearsBeyondTheCalendarAreRejected() {
        for (Granularity granularity : List.of(Granularity.YEAR, Granularity.WEEK, Granularity.DAY)) {
            TimePeriod last = TimePeriod.of(granularity, LocalDate.of(9999, 12, 31));
            assertThatThrownBy(() -> last.plus(1)).hasMessageContaining("years 1 to 9999");
            assertThatThrownBy(() -> last.plus(1L << 40)).hasMessageContaining("years 1 to 9999");
        }
    }

    @Test
    void stepsTooFarAwayAreRejected() {
        assertThatThrownBy(() -> TimePeriod.step(Long.MIN_VALUE)).hasMessageContaining("from -10^12 to 10^12");
        assertThatThrownBy(() -> TimePeriod.step(1_000_000_000_001L)).hasMessageContaining("from -10^12 to 10^12");
    }

    @Test
    void rangesHaveBothEnds() {
        DateRange range = TimePeriod.quarter(2026, 4).days();
        assertThat(range.days()).isEqualTo(92);
        assertThat(range.contains(LocalDate.of(2026, 12, 31))).isTrue();
        assertThat(range.contains(LocalDate.of(2027, 1, 1))).isFalse();
        assertThat(range).hasToString("2026-10-01..2026-12-31");
        assertThatThrownBy(() -> new DateRange(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 1, 1)))
                .hasMessageContaining("Maybe they are swapped?");
        JsonLine.assertRoundTrip(range, DateRange.class);
    }
}
