package io.github.saleskit.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {

    private static final BusinessCalendar TOKYO = BusinessCalendar.compile(
            BusinessHours.mondayToFriday("Tokyo", ZoneId.of("Asia/Tokyo"), "09:00-12:00", "13:00-18:00"),
            HolidayCalendar.of(List.of(Holiday.of(LocalDate.of(2026, 11, 23), "Labour Thanksgiving Day"))));

    private static Instant tokyo(String local) {
        return at("Asia/Tokyo", local);
    }

    private static Instant at(String zone, String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of(zone)).toInstant();
    }

    /** Every day of the week the same hours. */
    private static BusinessCalendar daily(String zone, String... hours) {
        BusinessHours.Builder builder = BusinessHours.builder().name(zone).zone(ZoneId.of(zone));
        List<WorkingInterval> day =
                Arrays.stream(hours).map(WorkingInterval::parse).toList();
        for (DayOfWeek weekday : DayOfWeek.values()) {
            builder.putWeek(weekday, day);
        }
        return BusinessCalendar.compile(builder.build(), HolidayCalendar.none(), 1850, 2199);
    }

    private static Duration worked(BusinessCalendar calendar, String date) {
        ZoneId zone = calendar.zone();
        LocalDate day = LocalDate.parse(date);
        return calendar.between(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    @Test
    void eightHoursFromFridayAfternoonEndAfterTheHoliday() {
        // Friday 16:00-18:00 is 2 h; Monday is a holiday; Tuesday 09:00-12:00 is 3 h and 13:00-16:00 the last 3 h.
        assertThat(TOKYO.plus(tokyo("2026-11-20T16:00"), Duration.ofHours(8))).isEqualTo(tokyo("2026-11-24T16:00"));
        assertThat(TOKYO.minus(tokyo("2026-11-24T16:00"), Duration.ofHours(8))).isEqualTo(tokyo("2026-11-20T16:00"));
        assertThat(TOKYO.between(tokyo("2026-11-20T16:00"), tokyo("2026-11-24T16:00")))
                .hasHours(8);
    }

    @Test
    void addedTimeEndsAtClosingAndSubtractedTimeAtOpening() {
        assertThat(TOKYO.plus(tokyo("2026-11-20T16:00"), Duration.ofHours(2))).isEqualTo(tokyo("2026-11-20T18:00"));
        assertThat(TOKYO.plus(tokyo("2026-11-20T16:00"), Duration.ofHours(2).plusNanos(1)))
                .isEqualTo(tokyo("2026-11-24T09:00").plusNanos(1));
        assertThat(TOKYO.minus(tokyo("2026-11-24T10:00"), Duration.ofHours(1))).isEqualTo(tokyo("2026-11-24T09:00"));
        assertThat(TOKYO.plus(tokyo("2026-11-21T03:00"), Duration.ZERO)).isEqualTo(tokyo("2026-11-21T03:00"));
    }

    @Test
    void businessDaysSkipWeekendsAndHolidays() {
        LocalDate friday = LocalDate.of(2026, 11, 20);
        assertThat(TOKYO.plusBusinessDays(friday, 1)).isEqualTo("2026-11-24");
        assertThat(TOKYO.businessDaysBetween(friday, LocalDate.of(2026, 11, 24)))
                .isEqualTo(1);
        assertThat(TOKYO.businessDaysBetween(LocalDate.of(2026, 11, 24), friday))
                .isEqualTo(-1);
        assertThat(TOKYO.isBusinessDay(LocalDate.of(2026, 11, 23))).isFalse();
        assertThat(TOKYO.holidayOn(LocalDate.of(2026, 11, 23)).orElseThrow().name(Locale.JAPANESE))
                .isEqualTo("Labour Thanksgiving Day");
        assertThat(TOKYO.toBusinessDay(LocalDate.of(2026, 11, 21))).isEqualTo("2026-11-24");
        assertThat(TOKYO.hoursOn(friday)).hasSize(2);
    }

    @Test
    void aSpanOfCenturiesIsTheSumOfItsDays() {
        // 1900-01-01 to 2199-12-31 has 78,264 weekdays (Monday to Friday), re-counted here day by day.
        BusinessCalendar calendar =
                BusinessCalendar.compile(BusinessHours.mondayToFriday("UTC", ZoneId.of("UTC"), "09:00-17:00"));
        LocalDate first = LocalDate.of(1900, 1, 1);
        LocalDate last = LocalDate.of(2199, 12, 31);
        long weekdays = first.datesUntil(last)
                .filter(date -> date.getDayOfWeek().getValue() <= 5)
                .count();
        assertThat(calendar.between(
                        first.atStartOfDay(ZoneId.of("UTC")).toInstant(),
                        last.atStartOfDay(ZoneId.of("UTC")).toInstant()))
                .isEqualTo(Duration.ofHours(8 * weekdays));
        assertThat(calendar.businessDaysBetween(first, last.minusDays(1))).isEqualTo(weekdays - 1);
    }

    @Test
    void theNightsOfTheChangeHaveTheirRealLength() {
        // Zurich: 2026-03-29 02:00 becomes 03:00; 2026-10-25 03:00 becomes 02:00.
        assertThat(worked(daily("Europe/Zurich", "01:00-03:00"), "2026-03-29")).hasHours(1);
        assertThat(worked(daily("Europe/Zurich", "01:00-03:00"), "2026-10-25")).hasHours(3);
        assertThat(worked(daily("Europe/Zurich", "02:00-03:00"), "2026-03-29")).isZero();
        assertThat(worked(daily("Europe/Zurich", "00:00-24:00"), "2026-03-29")).hasHours(23);
        assertThat(worked(daily("Europe/Zurich", "00:00-24:00"), "2026-10-25")).hasHours(25);
    }

    @Test
    void timesThatTheClockShowsTwiceAreWorkedTwice() {
        BusinessCalendar night = daily("Europe/Zurich", "01:00-02:30");
        Instant first = at("Europe/Zurich", "2026-10-25T02:30");
        assertThat(night.nextClosing(first.minusSeconds(1))).contains(first);
        assertThat(night.nextOpening(first)).contains(first.plusSeconds(1800));
        assertThat(night.nextClosing(first)).contains(first.plusSeconds(3600));
        assertThat(worked(night, "2026-10-25")).hasHours(2);
    }

    @Test
    void theDayThatSamoaSkippedIsNoBusinessDay() {
        BusinessCalendar apia = daily("Pacific/Apia", "09:00-17:00");
        assertThat(apia.isBusinessDay(LocalDate.of(2011, 12, 30))).isFalse();
        assertThat(apia.plusBusinessDays(LocalDate.of(2011, 12, 29), 1)).isEqualTo("2011-12-31");
        assertThat(apia.between(at("Pacific/Apia", "2011-12-29T16:00"), at("Pacific/Apia", "2011-12-31T10:00")))
                .hasHours(2);
        BusinessCalendar night = daily("Pacific/Apia", "22:00-06:00");
        assertThat(night.between(at("Pacific/Apia", "2011-12-29T12:00"), at("Pacific/Apia", "2011-12-31T12:00")))
                .as("two hours before the skipped day, and the morning shift of the skipped evening")
                .hasHours(8);
        assertThat(night.isBusinessDay(LocalDate.of(2011, 12, 30))).isTrue();
    }

    @Test
    void aHolidayKeepsTheNightShiftOfTheDayBefore() {
        BusinessCalendar night = BusinessCalendar.compile(
                BusinessHours.mondayToFriday("night", ZoneId.of("UTC"), "22:00-06:00"),
                HolidayCalendar.of(LocalDate.of(2026, 12, 25)));
        assertThat(night.isWorking(Instant.parse("2026-12-25T05:59:59.999Z"))).isTrue();
        assertThat(night.isWorking(Instant.parse("2026-12-25T06:00:00Z"))).isFalse();
        assertThat(night.isWorking(Instant.parse("2026-12-25T23:00:00Z"))).isFalse();
        assertThat(night.isWorking(Instant.parse("2026-12-26T05:00:00Z"))).isFalse();
        assertThat(night.toWorkingTime(Instant.parse("2026-12-25T12:00:00Z")))
                .contains(Instant.parse("2026-12-28T22:00:00Z"));
    }

    @Test
    void aSpecialDayIsStrongerThanAHoliday() {
        LocalDate eve = LocalDate.of(2026, 12, 24);
        BusinessHours hours = BusinessHours.mondayToFriday("shop", ZoneId.of("UTC"), "09:00-17:00")
                .withSpecialDays(SpecialDay.of(eve, "09:00-12:00"));
        BusinessCalendar shop = BusinessCalendar.compile(hours, HolidayCalendar.of(eve));
        assertThat(worked(shop, "2026-12-24")).hasHours(3);
        assertThat(shop.isBusinessDay(eve)).isTrue();
    }

    @Test
    void alwaysOpenNeverClosesInItsYears() {
        BusinessCalendar always = daily("UTC", "00:00-24:00");
        Instant now = Instant.parse("2026-11-23T00:00:00.5Z");
        assertThat(always.nextClosing(now)).isEmpty();
        assertThat(always.nextOpening(now)).isEmpty();
        assertThat(always.plus(now, Duration.ofDays(36_524))).isEqualTo(now.plus(Duration.ofDays(36_524)));
    }

    @Test
    void whatLiesOutsideTheYearsIsRejectedWithAdvice() {
        assertThatThrownBy(() -> TOKYO.isWorking(Instant.parse("2200-01-01T00:00:00Z")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1900 to 2199")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> TOKYO.isBusinessDay(LocalDate.of(1899, 12, 31)))
                .hasMessageContaining("1899-12-31");
        for (Duration tooMuch : List.of(
                Duration.ofDays(100_000), Duration.ofSeconds(Long.MAX_VALUE), Duration.ofSeconds(Long.MIN_VALUE))) {
            assertThatThrownBy(() -> TOKYO.plus(tokyo("2026-11-20T16:00"), tooMuch))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> TOKYO.plusBusinessDays(LocalDate.of(2026, 1, 1), Long.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
