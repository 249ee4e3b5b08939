package io.github.saleskit.core.calendar;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.json.Complete;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holidays as data: the document form of a {@link HolidayCalendar}.
 *
 * <pre>{@code
 * {"version": 1, "name": "Zurich",
 *  "holidays": [{"date": "2026-08-01", "names": {"en": "National Day", "de": "Bundesfeier"}}]}
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param name for people and for messages
 * @param holidays in any order, one a date
 */
public record HolidayList(
        @Required int version,
        @Required String name,
        @Complete List<Holiday> holidays) implements StrictDocument {

    public HolidayList {
        DocumentVersion.require("holiday list", version, 1);
        requireNonNull(name, "name");
        holidays = holidays == null ? List.of() : List.copyOf(holidays);
    }

    /** A list of version 1. */
    public static HolidayList of(String name, List<Holiday> holidays) {
        return new HolidayList(1, name, holidays);
    }

    /**
     * The calendar that has these holidays and no others, in any year.
     *
     * @throws io.github.saleskit.core.definition.DefinitionException with every date that is given twice
     */
    public HolidayCalendar compile() {
        Problems problems = new Problems();
        Set<LocalDate> seen = new TreeSet<>();
        for (int i = 0; i < holidays.size(); i++) {
            LocalDate date = holidays.get(i).date();
            if (!seen.add(date)) {
                problems.at("holidays", i, "date")
                        .report("calendar.duplicateDate", date.toString(), "the date is given twice");
            }
        }
        problems.throwIfAny("holiday list \"" + name + "\"");
        return HolidayCalendar.of(holidays);
    }
}
