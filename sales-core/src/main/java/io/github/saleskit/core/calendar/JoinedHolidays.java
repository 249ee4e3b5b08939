package io.github.saleskit.core.calendar;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The holidays of two calendars; where both have one, it is the first's. */
record JoinedHolidays(HolidayCalendar first, HolidayCalendar second) implements HolidayCalendar {

    JoinedHolidays {
        requireNonNull(first, "first");
        requireNonNull(second, "second");
    }

    @Override
    public Optional<Holiday> on(LocalDate date) {
        return first.on(date).or(() -> second.on(date));
    }

    @Override
    public List<Holiday> between(LocalDate from, LocalDate to) {
        List<Holiday> both = new ArrayList<>(first.between(from, to));
        both.addAll(second.between(from, to));
        return ListedHolidays.of(both).all();
    }
}
