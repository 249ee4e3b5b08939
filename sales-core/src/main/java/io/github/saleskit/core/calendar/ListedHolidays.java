package io.github.saleskit.core.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Holidays that are known one by one. A range costs as much as it has holidays, however far it reaches.
 *
 * <p>No record: whoever keeps something for each calendar would have to hash thousands of holidays.
 */
final class ListedHolidays implements HolidayCalendar {

    private final NavigableMap<LocalDate, Holiday> byDate;

    /** @param byDate is kept and must not be changed any more */
    ListedHolidays(NavigableMap<LocalDate, Holiday> byDate) {
        this.byDate = byDate;
    }

    /** Of two on the same date the first counts. */
    static ListedHolidays of(Collection<Holiday> holidays) {
        NavigableMap<LocalDate, Holiday> byDate = new TreeMap<>();
        holidays.forEach(holiday -> byDate.putIfAbsent(holiday.date(), holiday));
        return new ListedHolidays(byDate);
    }

    /** All of them in order. */
    List<Holiday> all() {
        return List.copyOf(byDate.values());
    }

    @Override
    public Optional<Holiday> on(LocalDate date) {
        return Optional.ofNullable(byDate.get(date));
    }

    @Override
    public List<Holiday> between(LocalDate from, LocalDate to) {
        return from.isBefore(to) ? List.copyOf(byDate.subMap(from, to).values()) : List.of();
    }
}
