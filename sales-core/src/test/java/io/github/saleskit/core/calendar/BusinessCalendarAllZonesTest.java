package io.github.saleskit.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every change of every zone that Java knows, minute by minute. */
@Tag("long")
class BusinessCalendarAllZonesTest {

    static Stream<String> zones() {
        return new TreeSet<>(ZoneId.getAvailableZoneIds()).stream();
    }

    @ParameterizedTest
    @MethodSource("zones")
    void everyMinuteAroundEveryChangeIsAsOnTheClock(String id) {
        ZoneId zone = ZoneId.of(id);
        BusinessHours.Builder hours = BusinessHours.builder().name(id).zone(zone);
        for (DayOfWeek day : DayOfWeek.values()) {
            hours.putWeek(
                    day,
                    Stream.of("00:20-01:30", "02:15-02:45", "03:00-11:55", "13:00-18:00", "23:10-00:10")
                            .map(WorkingInterval::parse)
                            .toList());
        }
        HolidayCalendar holidays = HolidayCalendar.of(LocalDate.of(2011, 12, 29), LocalDate.of(2026, 3, 29));
        List<ZoneOffsetTransition> changes = BusinessCalendarPropertyTest.changes(zone);
        BusinessCalendar calendar = BusinessCalendar.compile(hours.build(), holidays, 1850, 2100);
        HoursOracle oracle = new HoursOracle(hours.build(), holidays);
        changes.forEach(change -> BusinessCalendarPropertyTest.checkMinutes(calendar, oracle, change, 43_200));
    }
}
