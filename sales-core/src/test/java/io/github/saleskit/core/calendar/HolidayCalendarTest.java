package io.github.saleskit.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HolidayCalendarTest {

    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 1);
    private static final LocalDate EVE = LocalDate.of(2026, 12, 24);
    private static final HolidayList ZURICH = HolidayList.of(
            "Zurich",
            List.of(
                    new Holiday(AUGUST, Map.of("en", "National Day", "de", "Bundesfeier")),
                    new Holiday(EVE, Map.of())));

    @Test
    void theDocumentOfVersionOneIsRead() {
        Golden.assertReads("holiday-list-v1.json", ZURICH, HolidayList.class);
    }

    @Test
    void aListHasItsDaysAndNoOthers() {
        HolidayCalendar zurich = ZURICH.compile();
        assertThat(zurich.between(AUGUST, EVE)).extracting(Holiday::date).containsExactly(AUGUST);
        assertThat(zurich.between(AUGUST, EVE.plusDays(1))).containsExactlyElementsOf(ZURICH.holidays());
        assertThat(HolidayCalendar.none().isHoliday(AUGUST)).isFalse();
    }

    @Test
    void aNameFallsBackToEnglishThenToAnyThenToTheDate() {
        assertThat(ZURICH.holidays().get(0).name(Locale.GERMANY)).isEqualTo("Bundesfeier");
        assertThat(ZURICH.holidays().get(0).name(Locale.JAPANESE)).isEqualTo("National Day");
        assertThat(new Holiday(EVE, Map.of("de", "Heiligabend")).name(Locale.JAPANESE))
                .isEqualTo("Heiligabend");
        assertThat(ZURICH.holidays().get(1).name(Locale.ENGLISH)).isEqualTo("2026-12-24");
    }

    @Test
    void aUnionHasTheDaysOfBothAndItsOwnNames() {
        HolidayCalendar both =
                HolidayCalendar.of(List.of(Holiday.of(AUGUST, "Ours"))).union(ZURICH.compile());
        assertThat(both.on(AUGUST).orElseThrow().name(Locale.ENGLISH)).isEqualTo("Ours");
        assertThat(both.isHoliday(EVE)).isTrue();
        assertThat(both.isHoliday(EVE.plusDays(1))).isFalse();
    }

    @Test
    void datesGivenTwiceAreAllReported() {
        HolidayList twice = HolidayList.of("twice", List.of(Holiday.of(EVE, "a"), Holiday.of(EVE, "b")));
        assertThatThrownBy(twice::compile)
                .hasMessageContaining("/holidays/1/date")
                .hasMessageContaining("calendar.duplicateDate");
    }
}
