package io.github.saleskit.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.support.JsonLine;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FiscalCalendarTest {

    private static final FiscalCalendar NENDO = FiscalCalendar.japan();

    /** National Retail Federation: 4-5-4, Saturday nearest to the end of January, called after the year of February. */
    static final FiscalWeeks RETAIL = FiscalWeeks.builder()
            .name("retail")
            .pattern(FiscalWeeks.Pattern.FOUR_FIVE_FOUR)
            .lastMonth(1)
            .lastDayOfWeek(DayOfWeek.SATURDAY)
            .ending(FiscalWeeks.Ending.NEAREST_TO_MONTH_END)
            .naming(FiscalYears.Naming.FIRST_MONTH)
            .extraWeekIn(12)
            .build();

    /**
     * Apple Inc., annual report for 2023: last Saturday of September; the extra week of 2023 was in the first quarter.
     */
    private static final FiscalWeeks APPLE = FiscalWeeks.builder()
            .name("Apple")
            .pattern(FiscalWeeks.Pattern.FOUR_FOUR_FIVE)
            .lastMonth(9)
            .lastDayOfWeek(DayOfWeek.SATURDAY)
            .ending(FiscalWeeks.Ending.LAST_IN_MONTH)
            .naming(FiscalYears.Naming.LAST_MONTH)
            .extraWeekIn(3)
            .build();

    private static final FiscalMonths MONTHS = FiscalMonths.builder()
            .name("nendo")
            .firstMonth(4)
            .naming(FiscalYears.Naming.FIRST_MONTH)
            .firstDayOfWeek(DayOfWeek.SUNDAY)
            .build();

    @Test
    void theDocumentsOfVersionOneAreRead() {
        Golden.assertReads("fiscal-months-v1.json", MONTHS, FiscalYears.class);
        Golden.assertReads("fiscal-weeks-v1.json", RETAIL, FiscalYears.class);
        Golden.assertReads(
                "fiscal-period-v1.json", NENDO.at(FiscalUnit.QUARTER, LocalDate.of(2027, 2, 1)), FiscalPeriod.class);
        JsonLine.assertRoundTrip(APPLE.withExtraWeekIn(OptionalInt.empty()), FiscalWeeks.class);
        JsonLine.assertRoundTrip((FiscalMonths) NENDO.definition(), FiscalMonths.class);
    }

    @ParameterizedTest
    @EnumSource(JsonLine.class)
    void unknownKindsAndPropertiesAreRejected(JsonLine line) {
        assertThatThrownBy(() ->
                        line.read(Golden.text("fiscal-months-v1.json").replace("months", "moons"), FiscalYears.class))
                .hasStackTraceContaining("moons");
        assertThatThrownBy(() -> line.read(
                        Golden.text("fiscal-months-v1.json").replace("firstDayOfWeek", "firstDay"), FiscalYears.class))
                .hasStackTraceContaining("firstDay");
        assertThatThrownBy(() ->
                        line.read(Golden.text("fiscal-weeks-v1.json").replace("4-5-4", "5-5-4"), FiscalYears.class))
                .hasStackTraceContaining("5-5-4");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-01, 2026, 1, 1, 1, 1",
        "2026-03-31, 2025, 2, 4, 12, 53",
        "2026-09-30, 2026, 1, 2, 6, 27",
        "2026-10-01, 2026, 2, 3, 7, 27",
        "2027-01-01, 2026, 2, 4, 10, 40"
    })
    void nendoOfADate(LocalDate date, int year, int half, int quarter, int month, int week) {
        assertThat(NENDO.at(FiscalUnit.YEAR, date).year()).isEqualTo(year);
        assertThat(NENDO.at(FiscalUnit.HALF, date).number()).isEqualTo(half);
        assertThat(NENDO.at(FiscalUnit.QUARTER, date).number()).isEqualTo(quarter);
        assertThat(NENDO.at(FiscalUnit.PERIOD, date).number()).isEqualTo(month);
        assertThat(NENDO.at(FiscalUnit.WEEK, date).number()).isEqualTo(week);
    }

    @Test
    void aYearFromOctoberIsCalledAfterItsEnd() {
        FiscalCalendar government = FiscalCalendar.startingIn(Month.OCTOBER);
        assertThat(government.of(FiscalUnit.YEAR, 2026, 1).first()).isEqualTo("2025-10-01");
        assertThat(FiscalCalendar.startingIn(Month.JANUARY)
                        .of(FiscalUnit.YEAR, 2026, 1)
                        .first())
                .isEqualTo("2026-01-01");
    }

    /** As the National Retail Federation published them. */
    @ParameterizedTest
    @CsvSource({
        "2012, 2012-01-29, 2013-02-02, 53",
        "2016, 2016-01-31, 2017-01-28, 52",
        "2017, 2017-01-29, 2018-02-03, 53",
        "2022, 2022-01-30, 2023-01-28, 52",
        "2023, 2023-01-29, 2024-02-03, 53",
        "2024, 2024-02-04, 2025-02-01, 52"
    })
    void retailYears(int year, LocalDate first, LocalDate last, int weeks) {
        FiscalCalendar calendar = FiscalCalendar.compile(RETAIL);
        FiscalPeriod found = calendar.of(FiscalUnit.YEAR, year, 1);
        assertThat(found).isEqualTo(new FiscalPeriod(FiscalUnit.YEAR, year, 1, first, last));
        assertThat(calendar.count(FiscalUnit.WEEK, year)).isEqualTo(weeks);
        assertThat(calendar.parts(found, FiscalUnit.PERIOD).stream().map(period -> period.days() / 7))
                .containsExactly(4L, 5L, 4L, 4L, 5L, 4L, 4L, 5L, 4L, 4L, 5L, weeks - 48L);
    }

    /** As Apple's quarterly reports give them. */
    @ParameterizedTest
    @CsvSource({
        "2022, 4, 2022-06-26, 2022-09-24",
        "2023, 1, 2022-09-25, 2022-12-31",
        "2023, 2, 2023-01-01, 2023-04-01",
        "2023, 3, 2023-04-02, 2023-07-01",
        "2023, 4, 2023-07-02, 2023-09-30"
    })
    void appleQuarters(int year, int quarter, LocalDate first, LocalDate last) {
        assertThat(FiscalCalendar.compile(APPLE).of(FiscalUnit.QUARTER, year, quarter))
                .isEqualTo(new FiscalPeriod(FiscalUnit.QUARTER, year, quarter, first, last));
    }

    @Test
    void periodsAreCalledWhatPeopleCallThem() {
        LocalDate date = LocalDate.of(2027, 2, 1);
        assertThat(List.of(FiscalUnit.values()).stream().map(unit -> NENDO.label(NENDO.at(unit, date), Locale.JAPAN)))
                .containsExactly("2026年度", "2026年度 下期", "2026年度 第4四半期", "2026年度 2月", "2026年度 第45週");
        assertThat(List.of(FiscalUnit.values()).stream().map(unit -> NENDO.label(NENDO.at(unit, date), Locale.GERMAN)))
                .containsExactly("FY2026", "FY2026 H2", "FY2026 Q4", "FY2026 P11", "FY2026 W45");
        FiscalCalendar retail = FiscalCalendar.compile(RETAIL);
        assertThat(retail.label(retail.of(FiscalUnit.PERIOD, 2026, 3), Locale.JAPANESE))
                .isEqualTo("2026年度 第3期");
        assertThat(retail.label(retail.of(FiscalUnit.WEEK, 2026, 3), Locale.ENGLISH))
                .isEqualTo("FY2026 W03");
    }

    @Test
    void numbersThatAYearDoesNotHaveAreRejected() {
        assertThatThrownBy(() -> NENDO.of(FiscalUnit.QUARTER, 2026, 5)).hasMessageContaining("1 to 4");
        assertThatThrownBy(() -> FiscalCalendar.compile(RETAIL).of(FiscalUnit.WEEK, 2024, 53))
                .hasMessageContaining("1 to 52");
        assertThatThrownBy(() -> RETAIL.withLastMonth(13)).hasMessageContaining("1 for January to 12");
        assertThatThrownBy(() -> MONTHS.withFirstMonth(0)).hasMessageContaining("1 for January to 12");
        assertThatThrownBy(() -> RETAIL.withExtraWeekIn(13)).hasMessageContaining("1 to 12");
    }
}
