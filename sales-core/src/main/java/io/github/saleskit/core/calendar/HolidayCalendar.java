package io.github.saleskit.core.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Knows which days are holidays: the port through which a host brings its own.
 *
 * <p>A pure function of the date; implementations are thread-safe. Outside the years that a calendar knows it answers
 * that there is no holiday; each says which years those are.
 */
@FunctionalInterface
public interface HolidayCalendar {

    /** The holiday on a date, or empty when it is none. */
    Optional<Holiday> on(LocalDate date);

    /** Whether a date is a holiday. */
    default boolean isHoliday(LocalDate date) {
        return on(date).isPresent();
    }

    /**
     * The holidays of a range of dates in order. As it stands it asks for every date; those that come with this library
     * take no longer for the dates without one.
     *
     * @param from the first date
     * @param to the date after the last
     */
    default List<Holiday> between(LocalDate from, LocalDate to) {
        List<Holiday> holidays = new ArrayList<>();
        for (LocalDate date = from; date.isBefore(to); date = date.plusDays(1)) {
            on(date).ifPresent(holidays::add);
        }
        return List.copyOf(holidays);
    }

    /** The holidays of this calendar and another; where both have one, it is called as here. */
    default HolidayCalendar union(HolidayCalendar other) {
        return new JoinedHolidays(this, other);
    }

    /**
     * The national holidays of Japan with their Japanese and English names, computed from the law.
     *
     * <p>Known are 1948-07-20, when the law came into force, to 2099-12-31. Substitute holidays (振替休日), days between
     * two holidays (国民の休日), the single days of the imperial house and the days moved for the Olympic Games are among
     * them. The government announces the days of the equinoxes each February for the year after; for years not yet
     * announced they are the astronomical prediction, and the law as it stands in 2026 is taken to last.
     */
    static HolidayCalendar japan() {
        return JapaneseHolidays.CALENDAR;
    }

    /** A calendar without holidays. */
    static HolidayCalendar none() {
        return ListedHolidays.of(List.of());
    }

    /** A calendar of the given days; of two on the same date the first counts. */
    static HolidayCalendar of(Collection<Holiday> holidays) {
        return ListedHolidays.of(holidays);
    }

    /** A calendar of the given days, without names. */
    static HolidayCalendar of(LocalDate... dates) {
        return of(Arrays.stream(dates).map(date -> new Holiday(date, Map.of())).toList());
    }
}
