package io.github.saleskit.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problem;
import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.core.definition.StopSignal;
import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.core.definition.WorkMeter;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {

    private static final LocalDateTime NINE = LocalDateTime.parse("2026-11-23T09:00");

    private static List<String> zoned(String rule, String start, int limit) {
        return Recurrence.parse(rule)
                .occurrences(ZonedDateTime.parse(start))
                .limit(limit)
                .map(time -> time.toOffsetDateTime().toString())
                .toList();
    }

    @Test
    void theDocumentOfVersionOneIsRead() {
        Recurrence expected = Recurrence.every(Frequency.MONTHLY)
                .withInterval(2)
                .withCount(12)
                .withWeekdays(WeekdayOrdinal.nth(-1, DayOfWeek.FRIDAY))
                .withHours(9, 17)
                .withPositions(-1)
                .withWeekStart(DayOfWeek.SUNDAY);
        Golden.assertReads("recurrence-v1.json", expected, Recurrence.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rrule:wkst=mo;byday=+1mo,TU , 1MO;interval=01;freq=monthly|FREQ=MONTHLY;BYDAY=TU,1MO",
                "FREQ=DAILY;UNTIL=20261231|FREQ=DAILY;UNTIL=20261231",
                "FREQ=DAILY;UNTIL=20261231T235959Z|FREQ=DAILY;UNTIL=20261231T235959Z",
                "FREQ=YEARLY;BYMONTHDAY=-1,+31,1,-1;BYSECOND=60|FREQ=YEARLY;BYMONTHDAY=-1,1,31;BYSECOND=60"
            })
    void rulesAreWrittenInOneForm(String rule, String text) {
        assertThat(Recurrence.parse(rule)).hasToString(text).isEqualTo(Recurrence.parse(text));
    }

    @Test
    void everyProblemOfARuleIsReportedWithItsPosition() {
        DefinitionException e = catchThrowableOfType(
                DefinitionException.class,
                () -> Recurrence.parse("FREQ=WEAKLY;INTERVAL=0;COUNT=x;UNTIL=20250230;BYDAY=XX,54MO;BYHOR=9;"
                        + "BYHOUR=24;INTERVAL=2;;WKST=1"));
        assertThat(e.problems())
                .extracting(Problem::code)
                .containsExactlyInAnyOrder(
                        "recurrence.unknownPart",
                        "recurrence.duplicatePart",
                        "recurrence.partWithoutValue",
                        "recurrence.unknownFrequency",
                        "recurrence.numberOutOfRange",
                        "recurrence.notANumber",
                        "recurrence.notADate",
                        "recurrence.unknownWeekday",
                        "recurrence.numberOutOfRange",
                        "recurrence.numberOutOfRange",
                        "recurrence.unknownWeekday",
                        "recurrence.countAndUntil");
        assertThat(e)
                .hasMessageContaining("Maybe \"WEEKLY\"?")
                .hasMessageContaining("Maybe \"BYHOUR\"?")
                .hasMessageContaining("INTERVAL has 0, but must be 1 to 2147483647 (character 22)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|recurrence.partWithoutValue",
                "COUNT=3|recurrence.noFrequency",
                "FREQ=DAILY;COUNT=3;UNTIL=20261231|recurrence.countAndUntil",
                "FREQ=DAILY;COUNT=99999999999999999999|recurrence.notANumber",
                "FREQ=DAILY;COUNT=1e400|recurrence.notANumber",
                "FREQ=DAILY;BYMONTHDAY=0|recurrence.numberOutOfRange",
                "FREQ=DAILY;BYMONTHDAY=32|recurrence.numberOutOfRange",
                "FREQ=DAILY;BYHOUR=-1|recurrence.numberOutOfRange",
                "FREQ=DAILY;BYHOUR=|recurrence.notANumber",
                "FREQ=DAILY;BYSETPOS=1|recurrence.positionsAlone",
                "FREQ=DAILY;UNTIL=00000101|recurrence.notADate",
                "FREQ=MONTHLY;BYDAY=0MO|recurrence.numberOutOfRange",
                "FREQ=毎日|recurrence.unknownFrequency"
            })
    void whatIsNoRuleIsRejected(String rule, String code) {
        DefinitionException e = catchThrowableOfType(DefinitionException.class, () -> Recurrence.parse(rule));
        assertThat(e.problems()).extracting(Problem::code).contains(code);
    }

    @Test
    void aRuleInCodeIsCheckedToo() {
        Recurrence daily = Recurrence.every(Frequency.DAILY);
        assertThatThrownBy(() -> daily.withInterval(0)).hasMessageContaining("INTERVAL has 0");
        assertThatThrownBy(() -> daily.withHours(24)).hasMessageContaining("BYHOUR has 24");
        assertThatThrownBy(() -> daily.withCount(1).withUntil(Until.date(LocalDate.of(2026, 1, 1))))
                .hasMessageContaining("COUNT and UNTIL");
        assertThatThrownBy(() -> daily.withPositions(1)).hasMessageContaining("BYSETPOS");
        assertThatThrownBy(() -> Recurrence.parse("X".repeat(20_000))).hasMessageContaining("recurrence.tooLong");
    }

    /** The year 9999 is reached from 2026 in at most as many steps as there are days: 2,912,124. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=SECONDLY;INTERVAL=2;BYSECOND=1",
                "FREQ=MINUTELY;INTERVAL=7;BYDAY=MO;BYHOUR=0;BYMINUTE=1;BYMONTHDAY=32",
                "FREQ=HOURLY;INTERVAL=168;BYDAY=TU",
                "FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=31",
                "FREQ=MONTHLY;BYDAY=6MO",
                "FREQ=YEARLY;INTERVAL=2147483647;BYMONTH=1",
                "FREQ=DAILY;BYHOUR=9;BYSETPOS=2",
                "FREQ=SECONDLY;BYHOUR=9;BYSETPOS=2",
                "FREQ=HOURLY;BYMINUTE=9;BYSETPOS=-2"
            })
    void aRuleThatNeverMatchesEnds(String rule) {
        WorkMeter meter = WorkMeter.unlimited();
        Recurrence never = Recurrence.parse(rule.replace("BYMONTHDAY=32", "BYMONTHDAY=31;BYMONTH=2"));
        assertThat(never.occurrences(NINE, meter)).isEmpty();
        assertThat(meter.spent()).isLessThan(4_000_000);
    }

    @Test
    void aBudgetEndsASearch() {
        WorkMeter meter = new WorkMeter(WorkBudget.ofUnits(1_000), StopSignal.never(), ProgressListener.none());
        assertThat(Recurrence.parse("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30").occurrences(NINE, meter))
                .isEmpty();
        assertThat(meter.stopped()).isTrue();
        assertThat(meter.spent()).isLessThanOrEqualTo(1_000);
    }

    @Test
    void aDateAsEndIncludesTheWholeDay() {
        assertThat(Recurrence.parse("FREQ=DAILY;UNTIL=20261125").occurrences(NINE))
                .hasSize(3);
        assertThat(Recurrence.parse("FREQ=DAILY;UNTIL=20261125T085959").occurrences(NINE))
                .hasSize(2);
        assertThat(Recurrence.parse("FREQ=DAILY;UNTIL=20261125T090000").occurrences(NINE))
                .hasSize(3);
    }

    @Test
    void anInstantAsEndIsComparedInTheZoneOfTheStart() {
        // 09:00 in Tokyo is 00:00 in UTC.
        Recurrence rule = Recurrence.parse("FREQ=DAILY;UNTIL=20261125T000000Z");
        assertThat(rule.occurrences(NINE.atZone(ZoneId.of("Asia/Tokyo")))).hasSize(3);
        assertThat(rule.occurrences(NINE.minusSeconds(1).atZone(ZoneId.of("Asia/Tokyo"))))
                .hasSize(3);
        assertThat(rule.occurrences(NINE.plusSeconds(1).atZone(ZoneId.of("Asia/Tokyo"))))
                .hasSize(2);
        assertThat(rule.occurrences(NINE.atZone(ZoneOffset.UTC))).hasSize(2);
    }

    @Test
    void timesThatTheClockSkipsAreMovedLaterAndKeepTheirOrder() {
        assertThat(zoned("FREQ=DAILY;COUNT=3", "2026-03-28T02:30+01:00[Europe/Zurich]", 9))
                .containsExactly("2026-03-28T02:30+01:00", "2026-03-29T03:30+02:00", "2026-03-30T02:30+02:00");
        assertThat(zoned("FREQ=MINUTELY;INTERVAL=40", "2026-03-29T01:20+01:00[Europe/Zurich]", 5))
                .as("local 01:20, 02:00 -> 03:00, 02:40 -> 03:40, 03:20, 04:00")
                .containsExactly(
                        "2026-03-29T01:20+01:00",
                        "2026-03-29T03:00+02:00",
                        "2026-03-29T03:20+02:00",
                        "2026-03-29T03:40+02:00",
                        "2026-03-29T04:00+02:00");
    }

    @Test
    void timesThatTheClockShowsTwiceAreTheFirstOfThem() {
        assertThat(zoned("FREQ=DAILY;COUNT=2", "2026-10-24T02:30+02:00[Europe/Zurich]", 9))
                .containsExactly("2026-10-24T02:30+02:00", "2026-10-25T02:30+02:00");
        assertThat(zoned("FREQ=MINUTELY;INTERVAL=20;COUNT=3", "2026-10-25T02:30+01:00[Europe/Zurich]", 9))
                .as("a start in the second pass stays there")
                .containsExactly("2026-10-25T02:30+01:00", "2026-10-25T02:50+01:00", "2026-10-25T03:10+01:00");
    }

    @Test
    void aDayThatSamoaSkippedFallsOntoTheNext() {
        assertThat(zoned("FREQ=DAILY;COUNT=3", "2011-12-29T09:00-10:00[Pacific/Apia]", 9))
                .containsExactly("2011-12-29T09:00-10:00", "2011-12-31T09:00+14:00");
    }

    @Test
    void theLeapSecondIsTheLastSecond() {
        assertThat(Recurrence.parse("FREQ=MINUTELY;BYSECOND=59,60;COUNT=2").occurrences(NINE))
                .containsExactly(NINE.plusSeconds(59), NINE.plusSeconds(119));
    }

    @Test
    void fractionsOfTheStartAreDropped() {
        assertThat(Recurrence.parse("FREQ=SECONDLY;COUNT=1").occurrences(NINE.plusNanos(5)))
                .containsExactly(NINE);
    }
}
