package io.github.saleskit.core.assignment;

import io.github.saleskit.core.calendar.BusinessCalendar;
import io.github.saleskit.core.calendar.BusinessHours;
import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.internal.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The times of pools: business hours by name, and when a time to respond is over. */
final class PoolHours {

    private final Map<String, BusinessCalendar> calendars = new LinkedHashMap<>();
    private final Set<String> names = new LinkedHashSet<>();

    PoolHours(List<BusinessHours> hours, Problems at) {
        for (int i = 0; i < hours.size(); i++) {
            String name = hours.get(i).name();
            if (!names.add(name)) {
                at.at(i).at("name").report("assignment.duplicateHours", name, "there are hours of that name before");
            }
            try {
                calendars.put(name, BusinessCalendar.compile(hours.get(i)));
            } catch (DefinitionException e) {
                at.at(i).addAll(e.problems());
            }
        }
    }

    void check(AssignmentPool pool, Problems at) {
        pool.hours()
                .filter(name -> !names.contains(name))
                .ifPresent(name -> at.at("hours")
                        .report(
                                "assignment.hoursUnknown",
                                name,
                                "there are no business hours \"" + name + "\"",
                                Problems.suggest(name, names)));
        positive(pool.respondWithin(), at.at("respondWithin"));
        positive(pool.rememberFor(), at.at("rememberFor"));
        pool.claimLimit()
                .filter(limit -> limit < 1)
                .ifPresent(limit -> at.at("claimLimit")
                        .report("assignment.notPositive", limit.toString(), "the limit must be at least 1"));
    }

    private static void positive(Optional<Duration> time, Problems place) {
        time.filter(duration -> duration.isZero() || duration.isNegative())
                .ifPresent(duration ->
                        place.report("assignment.notPositive", duration.toString(), "the time must be positive"));
    }

    /** When the time to respond is over; empty where there is no limit, or it is beyond all instants. */
    Optional<Instant> deadline(AssignmentPool pool, Instant now) {
        @Nullable BusinessCalendar calendar = pool.hours().map(calendars::get).orElse(null);
        return pool.respondWithin().flatMap(within -> Deadline.after(now, within, calendar));
    }
}
