package io.github.saleskit.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problem;
import io.github.saleskit.core.definition.WorkMeter;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both ends of time, rules that never match, arguments that overflow. */
class CalendarLimitsTest {

    private static final BusinessCalendar OFFICE = BusinessCalendar.compile(
            BusinessHours.mondayToFriday("office", ZoneOffset.UTC, "09:00-17:00"), HolidayCalendar.none(), 2026, 2026);
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=MONTHLY;BYMONTH=4;BYMONTHDAY=31",
                "FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=DAILY;BYMONTH=6;BYMONTHDAY=31",
                "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=MINUTELY;BYYEARDAY=1;BYMONTH=2",
                "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30;BYHOUR=3;BYMINUTE=7;BYSECOND=9",
                "FREQ=SECONDLY;INTERVAL=2147483647;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6",
                "FREQ=YEARLY;BYDAY=53MO;BYMONTH=3",
                "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=300",
                "FREQ=MINUTELY;INTERVAL=2;BYMINUTE=1"
            })
    void aRuleThatNeverMatchesEnds(String rule) {
        WorkMeter meter = WorkMeter.unlimited();
        LocalDateTime start = LocalDateTime.parse("2026-01-01T00:00");
        assertThat(Recurrence.parse(rule).occurrences(start, meter)).isEmpty();
        assertThat(meter.spent()).isLessThan(4_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"})
    void everyFrequencyEndsWithTheYear9999AndBeginsWithTheYear1(String frequency) {
        Recurrence rule = Recurrence.parse("FREQ=" + frequency);
        assertThat(rule.occurrences(LocalDateTime.parse("9999-12-31T23:59:59"))).hasSize(1);
        assertThat(Recurrence.parse("FREQ=" + frequency + ";INTERVAL=2147483647")
                        .occurrences(LocalDateTime.parse("9999-01-01T00:00")))
                .hasSize(1);
        assertThat(rule.occurrences(LocalDateTime.parse("0001-01-01T00:00")).limit(2))
                .hasSize(2);
        assertThat(rule.occurrences(LocalDateTime.parse("9999-12-31T23:59:59").atZone(ZoneId.of("Asia/Tokyo"))))
                .hasSize(1);
        assertThat(rule.occurrences(LocalDateTime.MAX)).isEmpty();
        assertThatThrownBy(() -> rule.occurrences(LocalDateTime.MIN)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> rule.occurrences(LocalDateTime.MIN.atZone(ZoneOffset.UTC)))
                .hasMessageContaining("at least 1");
    }

    @Test
    void durationsThatOverflowAreTooMuch() {
        for (long seconds : List.of(Long.MAX_VALUE, Long.MIN_VALUE, -Long.MAX_VALUE)) {
            Duration duration = Duration.ofSeconds(seconds);
            assertThatThrownBy(() -> OFFICE.plus(NOON, duration)).hasMessageContaining("there is less of it");
            assertThatThrownBy(() -> OFFICE.minus(NOON, duration)).hasMessageContaining("there is less of it");
            LocalDate day = LocalDate.of(2026, 11, 23);
            assertThatThrownBy(() -> OFFICE.plusBusinessDays(day, seconds)).hasMessageContaining("fewer business days");
            assertThatThrownBy(() -> OFFICE.minusBusinessDays(day, seconds))
                    .hasMessageContaining("fewer business days");
        }
        assertThatThrownBy(() -> OFFICE.isWorking(Instant.MAX)).hasMessageContaining("outside the years");
        assertThatThrownBy(() -> OFFICE.isBusinessDay(LocalDate.MIN)).hasMessageContaining("outside the years");
    }

    @Test
    void everyIntervalThatOverlapsALongerOneIsReported() {
        BusinessHours hours = BusinessHours.builder()
                .name("a")
                .zone(ZoneOffset.UTC)
                .putWeek(
                        DayOfWeek.MONDAY,
                        List.of(
                                WorkingInterval.parse("00:00-24:00"),
                                WorkingInterval.parse("03:00-04:00"),
                                WorkingInterval.parse("01:00-02:00")))
                .build();
        assertThatThrownBy(() -> BusinessCalendar.compile(hours))
                .isInstanceOfSatisfying(
                        DefinitionException.class,
                        e -> assertThat(e.problems())
                                .extracting(Problem::pointer)
                                .containsExactly("/week/MONDAY/2", "/week/MONDAY/1"));
    }

    @Test
    void periodsAreCountedOverManyYears() {
        FiscalCalendar japan = FiscalCalendar.japan();
        for (FiscalUnit unit : FiscalUnit.values()) {
            FiscalPeriod start = japan.of(unit, 2026, 1);
            FiscalPeriod there = start;
            for (int n = 0; n <= 130; n++) {
                assertThat(japan.plus(start, n)).isEqualTo(there);
                assertThat(japan.plus(there, -n)).isEqualTo(start);
                there = japan.at(unit, there.last().plusDays(1));
            }
        }
        assertThat(japan.plus(japan.of(FiscalUnit.PERIOD, 2026, 4), 1_200_000_000)
                        .year())
                .isEqualTo(100_002_026);
    }
}
