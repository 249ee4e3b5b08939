package io.github.saleskit.core.calendar;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.Complete;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * When people work, as data: the definition of a {@link BusinessCalendar}.
 *
 * <pre>{@code
 * {"version": 1, "name": "Tokyo office", "zone": "Asia/Tokyo",
 *  "week": {"MONDAY": ["09:00-12:00", "13:00-18:00"], "FRIDAY": ["22:00-06:00"]},
 *  "holidays": [{"date": "2026-12-31", "names": {"en": "New Year's Eve"}}],
 *  "specialDays": [{"date": "2026-12-28", "hours": ["09:00-12:00"]}]}
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param name for people and for messages
 * @param zone whose clock on the wall the hours are
 * @param week hours by weekday; a weekday that is absent is free
 * @param holidays days off besides those of the {@link HolidayCalendar} that the host passes
 * @param specialDays days with hours of their own; stronger than weekdays and holidays
 */
@ValueStyle
@Value.Builder
public record BusinessHours(
        @Required int version,
        @Required String name,
        @Required ZoneId zone,
        @Complete Map<DayOfWeek, List<WorkingInterval>> week,
        @Complete List<Holiday> holidays,
        @Complete List<SpecialDay> specialDays)
        implements StrictDocument, WithBusinessHours {

    public BusinessHours {
        DocumentVersion.require("business hours", version, 1);
        requireNonNull(name, "name");
        requireNonNull(zone, "zone");
        week = week == null ? Map.of() : copyOf(week);
        holidays = holidays == null ? List.of() : List.copyOf(holidays);
        specialDays = specialDays == null ? List.of() : List.copyOf(specialDays);
    }

    private static Map<DayOfWeek, List<WorkingInterval>> copyOf(Map<DayOfWeek, List<WorkingInterval>> week) {
        Map<DayOfWeek, List<WorkingInterval>> copy = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, hours) -> copy.put(day, List.copyOf(hours)));
        return Collections.unmodifiableMap(copy);
    }

    /**
     * The same hours from Monday to Friday.
     *
     * @param name for people and for messages
     * @param zone whose clock on the wall the hours are
     * @param hours each as {@link WorkingInterval#parse} reads it, such as {@code 09:00-12:00}
     */
    public static BusinessHours mondayToFriday(String name, ZoneId zone, String... hours) {
        List<WorkingInterval> day =
                Arrays.stream(hours).map(WorkingInterval::parse).toList();
        Builder builder = builder().name(name).zone(zone);
        for (DayOfWeek weekday = DayOfWeek.MONDAY; weekday != DayOfWeek.SATURDAY; weekday = weekday.plus(1)) {
            builder.putWeek(weekday, day);
        }
        return builder.build();
    }

    /** A builder of version 1, with everything optional empty. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link BusinessHours}; build names everything that is missing. */
    public static final class Builder extends BusinessHoursBuilder {
        Builder() {
            version(1);
        }
    }
}
