package io.github.saleskit.core.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** What the documentation of business hours says, read off the clock on the wall without any arithmetic. */
record HoursOracle(BusinessHours hours, HolidayCalendar holidays) {

    boolean isWorking(long epochSecond) {
        LocalDateTime wall =
                Instant.ofEpochSecond(epochSecond).atZone(hours.zone()).toLocalDateTime();
        return covers(wall.toLocalDate(), wall) || covers(wall.toLocalDate().minusDays(1), wall);
    }

    /** Whether one of the intervals that start on the date covers the time. */
    private boolean covers(LocalDate date, LocalDateTime wall) {
        return on(date).stream().anyMatch(interval -> {
            LocalDateTime start = date.atTime(interval.start());
            LocalDateTime end = date.atTime(interval.end());
            LocalDateTime realEnd = end.isAfter(start) ? end : end.plusDays(1);
            return !wall.isBefore(start) && wall.isBefore(realEnd);
        });
    }

    List<WorkingInterval> on(LocalDate date) {
        Optional<SpecialDay> special = hours.specialDays().stream()
                .filter(day -> day.date().equals(date))
                .findFirst();
        if (special.isPresent()) {
            return special.get().hours();
        }
        boolean off = holidays.isHoliday(date)
                || hours.holidays().stream().anyMatch(holiday -> holiday.date().equals(date));
        return off ? List.of() : hours.week().getOrDefault(date.getDayOfWeek(), List.of());
    }

    /** Whether the clock shows a moment of the date's own hours, looked for minute by minute. */
    boolean isBusinessDay(LocalDate date) {
        if (on(date).isEmpty()) {
            return false;
        }
        long from = date.atStartOfDay(hours.zone()).toEpochSecond() - 3 * 3_600;
        for (long second = from; second < from + 54 * 3_600; second += 60) {
            LocalDateTime wall =
                    Instant.ofEpochSecond(second).atZone(hours.zone()).toLocalDateTime();
            if (covers(date, wall)) {
                return true;
            }
        }
        return false;
    }
}
