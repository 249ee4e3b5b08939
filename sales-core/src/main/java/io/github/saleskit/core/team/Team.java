package io.github.saleskit.core.team;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.calendar.BusinessHours;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * People who sell together, and the hours they work.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param name as people read it
 * @param reps in the host's order, each id once
 * @param hours the business hours that reps name, each name once
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Team(@Required int version, @Required String name, List<SalesRep> reps, List<BusinessHours> hours)
        implements StrictDocument {

    public Team {
        DocumentVersion.require("team", version, 1);
        requireNonNull(name, "name");
        reps = reps == null ? List.of() : List.copyOf(reps);
        hours = hours == null ? List.of() : List.copyOf(hours);
        requireDistinct("reps", "id", reps.stream().map(SalesRep::id).toList());
        requireDistinct("hours", "name", hours.stream().map(BusinessHours::name).toList());
    }

    private static void requireDistinct(String list, String key, List<String> keys) {
        Set<String> seen = new HashSet<>();
        for (String each : keys) {
            if (!seen.add(each)) {
                throw new IllegalArgumentException(list + " has the " + key + " \"" + each
                        + "\" twice.\nMaybe one of the two is a different one?");
            }
        }
    }

    /** A team of the newest version that works at any time. */
    public static Team of(String name, List<SalesRep> reps) {
        return new Team(1, name, reps, List.of());
    }

    /** The same team with business hours for its reps to name. */
    public Team withHours(BusinessHours... newHours) {
        return new Team(version, name, reps, List.of(newHours));
    }

    /** The rep with an id, if in this team. */
    public Optional<SalesRep> rep(String id) {
        return reps.stream().filter(rep -> rep.id().equals(id)).findFirst();
    }
}
