package io.github.saleskit.core.team;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;

/**
 * A time in which somebody is away: leave, illness, a training.
 *
 * <p>Natural order is by start, then end, then kind. Immutable and thread-safe.
 *
 * @param from the first moment away
 * @param until the first moment back, after {@code from}
 * @param kind in the host's words, such as {@code leave}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Absence(@Required Instant from, @Required Instant until, Optional<String> kind)
        implements StrictDocument, Comparable<Absence> {

    /** The fields for criteria and engines: every component by its name. */
    public static final FieldSet<Absence> FIELDS = FieldSet.of(Absence.class)
            .instant("from", Absence::from)
            .instant("until", Absence::until)
            .text("kind", absence -> absence.kind().orElse(null))
            .build();

    private static final Comparator<Absence> ORDER = Comparator.comparing(Absence::from)
            .thenComparing(Absence::until)
            .thenComparing(absence -> absence.kind().orElse(""));

    public Absence {
        requireNonNull(from, "from");
        requireNonNull(until, "until");
        requireNonNull(kind, "kind");
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("until of an absence is " + until + ", but must be after its start, "
                    + from + ".\nMaybe the two are swapped?");
        }
    }

    /** Away from one moment until another. */
    public static Absence between(Instant from, Instant until) {
        return new Absence(from, until, Optional.empty());
    }

    /** Away on whole days of a zone, the last one included. */
    public static Absence days(LocalDate first, LocalDate last, ZoneId zone) {
        return between(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** The same time with a kind. */
    public Absence withKind(String newKind) {
        return new Absence(from, until, Optional.of(newKind));
    }

    /** Whether somebody is away at an instant. */
    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }

    @Override
    public int compareTo(Absence other) {
        return ORDER.compare(this, other);
    }
}
