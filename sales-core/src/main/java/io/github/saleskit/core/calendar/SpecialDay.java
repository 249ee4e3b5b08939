package io.github.saleskit.core.calendar;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Complete;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A date with hours of its own, which count instead of those of its weekday, also when it is a holiday: a Saturday
 * worked, a short Christmas Eve, a day closed for stocktaking.
 *
 * <p>Immutable and thread-safe.
 *
 * @param date the day
 * @param hours when work is done; empty when the day is closed
 * @param name why, for people
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record SpecialDay(@Required LocalDate date, @Complete List<WorkingInterval> hours, Optional<String> name)
        implements StrictDocument {

    public SpecialDay {
        requireNonNull(date, "date");
        hours = hours == null ? List.of() : List.copyOf(hours);
        requireNonNull(name, "name");
    }

    /** A day on which nobody works. */
    public static SpecialDay closed(LocalDate date) {
        return new SpecialDay(date, List.of(), Optional.empty());
    }

    /** A day with these hours, each as {@link WorkingInterval#parse} reads it. */
    public static SpecialDay of(LocalDate date, String... hours) {
        return new SpecialDay(
                date, List.of(hours).stream().map(WorkingInterval::parse).toList(), Optional.empty());
    }
}
