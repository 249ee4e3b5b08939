package io.github.saleskit.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problem;
import io.github.saleskit.core.support.JsonLine;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessHoursTest {

    private static List<WorkingInterval> hours(String... texts) {
        return List.of(texts).stream().map(WorkingInterval::parse).toList();
    }

    @Test
    void theDocumentOfVersionOneIsRead() {
        BusinessHours expected = BusinessHours.builder()
                .name("Tokyo office")
                .zone(ZoneId.of("Asia/Tokyo"))
                .putWeek(DayOfWeek.MONDAY, hours("09:00-12:00", "13:00-18:00"))
                .putWeek(DayOfWeek.FRIDAY, hours("22:00-06:00"))
                .putWeek(DayOfWeek.SUNDAY, hours("18:00-24:00"))
                .addHolidays(new Holiday(LocalDate.of(2026, 12, 31), Map.of("en", "New Year's Eve", "ja", "大晦日")))
                .addSpecialDays(
                        new SpecialDay(LocalDate.of(2026, 12, 28), hours("09:00-12:00"), Optional.of("short day")),
                        SpecialDay.closed(LocalDate.of(2026, 12, 29)))
                .build();
        Golden.assertReads("business-hours-v1.json", expected, BusinessHours.class);
    }

    @ParameterizedTest
    @EnumSource(JsonLine.class)
    void unknownPropertiesAndIntervalsAreRejectedWithAdvice(JsonLine line) {
        assertThatThrownBy(() ->
                        line.read("{\"version\":1,\"name\":\"x\",\"zone\":\"UTC\",\"weak\":{}}", BusinessHours.class))
                .hasStackTraceContaining("weak");
        assertThatThrownBy(() -> line.read(
                        "{\"version\":1,\"name\":\"x\",\"zone\":\"UTC\",\"week\":{\"MONDAY\":[\"9-5\"]}}",
                        BusinessHours.class))
                .hasStackTraceContaining("09:00-17:30");
    }

    @Test
    void intervalsAreWrittenAsTheyAreRead() {
        for (String text : List.of("09:00-17:30", "18:00-24:00", "22:00:30-06:00", "00:00-24:00")) {
            assertThat(WorkingInterval.parse(text)).hasToString(text);
        }
        assertThat(WorkingInterval.parse("18:00-00:00")).hasToString("18:00-24:00");
        assertThat(WorkingInterval.parse("22:00-06:00").crossesMidnight()).isTrue();
        assertThat(WorkingInterval.parse("22:00-24:00").crossesMidnight()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "09:00", "9-5", "24:00-25:00", "09:00-09:00", "10:00-12:00.5", "09:00–12:00"})
    void whatIsNoIntervalIsRejected(String text) {
        assertThatThrownBy(() -> WorkingInterval.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fractionsOfASecondAreRejected() {
        assertThatThrownBy(() -> WorkingInterval.of(LocalTime.of(9, 0, 0, 1), LocalTime.NOON))
                .hasMessageContaining("whole second");
    }

    @Test
    void everyProblemIsReportedAtItsPlace() {
        BusinessHours hours = BusinessHours.builder()
                .name("wrong")
                .zone(ZoneId.of("UTC"))
                .putWeek(DayOfWeek.MONDAY, hours("13:00-18:00", "09:00-13:30", "18:00-19:00"))
                .addHolidays(Holiday.of(LocalDate.of(2026, 5, 1), "a"), Holiday.of(LocalDate.of(2026, 5, 1), "b"))
                .addSpecialDays(
                        SpecialDay.of(LocalDate.of(2200, 1, 1), "22:00-06:00", "23:00-24:00"),
                        SpecialDay.of(LocalDate.of(1899, 12, 31)))
                .build();
        DefinitionException e = catchThrowableOfType(DefinitionException.class, () -> BusinessCalendar.compile(hours));
        assertThat(e.problems())
                .extracting(Problem::pointer, Problem::code)
                .containsExactlyInAnyOrder(
                        tuple("/week/MONDAY/0", "calendar.overlappingHours"),
                        tuple("/specialDays/0/hours/1", "calendar.overlappingHours"),
                        tuple("/holidays/1/date", "calendar.duplicateDate"),
                        tuple("/specialDays/0/date", "calendar.dateOutsideYears"),
                        tuple("/specialDays/1/date", "calendar.dateOutsideYears"));
        assertThat(e).hasMessageContaining("business hours \"wrong\" has 5 problems");
    }

    @Test
    void hoursThatNeverOpenAreAProblem() {
        BusinessHours never = BusinessHours.mondayToFriday("never", ZoneId.of("UTC"));
        assertThatThrownBy(() -> BusinessCalendar.compile(never)).hasMessageContaining("calendar.neverOpen");
        BusinessHours once = never.withSpecialDays(SpecialDay.of(LocalDate.of(2026, 12, 24), "10:00-14:00"));
        BusinessCalendar fair = BusinessCalendar.compile(once);
        assertThat(fair.plusBusinessDays(LocalDate.of(1900, 1, 1), 1)).isEqualTo("2026-12-24");
        assertThatThrownBy(() -> fair.plusBusinessDays(LocalDate.of(1900, 1, 1), 2))
                .hasMessageContaining("n is 2")
                .hasMessageContaining("1900 to 2199");
    }
}
