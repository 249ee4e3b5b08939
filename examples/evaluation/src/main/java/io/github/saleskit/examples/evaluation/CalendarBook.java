package io.github.saleskit.examples.evaluation;

import io.github.saleskit.core.calendar.BusinessCalendar;
import io.github.saleskit.core.calendar.BusinessHours;
import io.github.saleskit.core.calendar.FiscalCalendar;
import io.github.saleskit.core.calendar.FiscalYears;
import io.github.saleskit.core.calendar.HolidayCalendar;
import io.github.saleskit.examples.files.Row;
import java.time.DateTimeException;
import java.time.Month;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The calendars that questions name, each compiled once. */
final class CalendarBook {

    private final CalendarsFile file;
    private final Map<List<String>, BusinessCalendar> business = new LinkedHashMap<>();
    private final Map<String, FiscalCalendar> fiscal = new LinkedHashMap<>();

    CalendarBook(CalendarsFile file) {
        this.file = file;
        file.businessHours().forEach(BusinessCalendar::compile);
        file.fiscalYears().forEach(FiscalCalendar::compile);
    }

    /** That of the file, or, for a time zone, Monday to Friday from nine to five; empty, and reported, when neither. */
    Optional<BusinessCalendar> business(Row row) {
        String name = row.text("calendar");
        String holidays = row.optional("holidays", row::text).orElse("");
        Optional<BusinessHours> hours = hours(name);
        if (hours.isEmpty() && !name.isEmpty()) {
            unknown(row, name, "expected the name of business hours or a time zone such as Asia/Tokyo");
        }
        return hours.map(found -> business.computeIfAbsent(
                List.of(name, holidays), key -> BusinessCalendar.compile(found, holidays(row))));
    }

    private Optional<BusinessHours> hours(String name) {
        return file.businessHours().stream()
                .filter(hours -> hours.name().equals(name))
                .findFirst()
                .or(() -> zone(name).map(zone -> BusinessHours.mondayToFriday(name, zone, "09:00-17:00")));
    }

    /** A region such as Asia/Tokyo or an offset such as +09:00. */
    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Those of Japan, or none. */
    HolidayCalendar holidays(Row row) {
        if (!row.has("holidays")) {
            return HolidayCalendar.none();
        }
        row.oneOf("holidays", Set.of("JP"));
        return HolidayCalendar.japan();
    }

    /**
     * That of the file, or, for JP or a number, Japan's or months from that one on; empty, and reported, when neither.
     */
    Optional<FiscalCalendar> fiscal(Row row) {
        String name = row.text("calendar");
        Optional<FiscalCalendar> found = Optional.ofNullable(fiscal.get(name)).or(() -> compile(name));
        found.ifPresent(calendar -> fiscal.put(name, calendar));
        if (found.isEmpty() && !name.isEmpty()) {
            unknown(row, name, "expected the name of fiscal years, JP, or the number of the first month, 1 to 12");
        }
        return found;
    }

    private Optional<FiscalCalendar> compile(String name) {
        if (name.equals("JP")) {
            return Optional.of(FiscalCalendar.japan());
        }
        if (name.matches("[1-9]|1[0-2]")) {
            return Optional.of(FiscalCalendar.startingIn(Month.of(Integer.parseInt(name))));
        }
        return file.fiscalYears().stream()
                .filter((FiscalYears years) -> years.name().equals(name))
                .findFirst()
                .map(FiscalCalendar::compile);
    }

    private static void unknown(Row row, String name, String expected) {
        row.report("calendar", "calendar.unknown", name, "calendar is \"" + name + "\", " + expected, null);
    }
}
