package io.github.saleskit.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problem;
import io.github.saleskit.core.definition.WorkMeter;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both ends of time, rules that never match, arguments that overflow. */
class CalendarLimitsTest {

    private static final BusinessCalendar OFFICE = BusinessCalendar.compile(
            BusinessHours.mondayToFriday("office", ZoneOffset.UTC, "09:00-17:00"), HolidayCalendar.none(), 2026, 2026);
    private static final List<FiscalCalendar> FISCAL = List.of(
            FiscalCalendar.japan(),
            FiscalCalendar.startingIn(Month.OCTOBER),
            FiscalCalendar.compile(FiscalCalendarTest.RETAIL));
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

    @ParameterizedTest
    @EnumSource(FiscalUnit.class)
    void fiscalCalendarsRefuseTheEndsOfTime(FiscalUnit unit) {
        LocalDate far = LocalDate.of(999_998_000, 12, 31);
        for (FiscalCalendar calendar : FISCAL) {
            FiscalPeriod latest = calendar.at(unit, far);
            assertThat(latest.contains(far)).isTrue();
            assertThat(calendar.plus(calendar.plus(latest, -1_900_000_000), 1_900_000_000))
                    .isEqualTo(latest);
            for (LocalDate date : List.of(LocalDate.MIN, LocalDate.MAX)) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> calendar.at(unit, date))
                        .withMessageStartingWith("year is " + date.getYear() + ", but must be from -999999000");
            }
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> calendar.plus(latest, Integer.MAX_VALUE))
                    .withMessageEndingWith(", but must be from -999999000 to 999999000.");
            for (int year : List.of(Integer.MIN_VALUE, Integer.MAX_VALUE)) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> calendar.of(unit, year, 1))
                        .withMessage("fiscal year is " + year + ", but must be from -999999000 to 999999000.");
            }
        }
    }

    @Test
    void weeksAreCountedOverManyYears() {
        for (FiscalCalendar calendar : FISCAL) {
            FiscalPeriod start = calendar.of(FiscalUnit.WEEK, 2026, 9);
            FiscalPeriod there = start;
            for (int n = 1; n <= 30_000; n++) {
                there = calendar.at(FiscalUnit.WEEK, there.last().plusDays(1));
                if (n % 997 == 0) {
                    assertThat(calendar.plus(start, n)).isEqualTo(there);
                    assertThat(calendar.plus(there, -n)).isEqualTo(start);
                }
            }
        }
    }

    @Test
    void holidaysOfAllTimeAreThoseThatAreKnown() {
        LocalDate day = LocalDate.of(2026, 11, 27);
        HolidayCalendar one = HolidayCalendar.of(day, LocalDate.MAX);
        assertThat(one.between(LocalDate.MIN, LocalDate.MAX))
                .extracting(Holiday::date)
                .containsExactly(day);
        HolidayCalendar japan = HolidayCalendar.japan();
        List<Holiday> all = japan.between(LocalDate.MIN, LocalDate.MAX);
        assertThat(all.get(0).date()).isEqualTo("1948-09-23");
        assertThat(all.get(all.size() - 1).date()).isEqualTo("2099-11-23");
        assertThat(japan.union(one).between(LocalDate.MIN, LocalDate.MAX)).hasSize(all.size() + 1);
        assertThat(HolidayCalendar.none().between(LocalDate.MIN, LocalDate.MAX)).isEmpty();
        assertThat(japan.between(day, day.minusDays(1))).isEmpty();
        assertThat(japan.isHoliday(LocalDate.MAX)).isFalse();
    }

    @Test
    void aRangeHasTheHolidaysOfItsDates() {
        HolidayCalendar japan = HolidayCalendar.japan();
        HolidayCalendar marines = HolidayCalendar.of(LocalDate.of(2026, 7, 20), LocalDate.of(2026, 7, 21));
        HolidayCalendar both = japan.union(marines);
        LocalDate from = LocalDate.of(2025, 12, 31);
        LocalDate to = LocalDate.of(2027, 1, 2);
        for (HolidayCalendar calendar : List.of(japan, marines, both)) {
            assertThat(calendar.between(from, to))
                    .isEqualTo(from.datesUntil(to)
                            .flatMap(date -> calendar.on(date).stream())
                            .toList());
        }
        assertThat(both.on(LocalDate.of(2026, 7, 20))).isEqualTo(japan.on(LocalDate.of(2026, 7, 20)));
    }
}
