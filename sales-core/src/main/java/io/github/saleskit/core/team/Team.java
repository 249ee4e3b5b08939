package io.github.saleskit.core.team;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * People who sell together.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param name as people read it
 * @param reps in the host's order, each id once
 */
public record Team(@Required int version, @Required String name, List<SalesRep> reps) implements StrictDocument {

    public Team {
        DocumentVersion.require("team", version, 1);
        requireNonNull(name, "name");
        reps = reps == null ? List.of() : List.copyOf(reps);
        Set<String> ids = new HashSet<>();
        for (SalesRep rep : reps) {
            if (!ids.add(rep.id())) {
                throw new IllegalArgumentException(
                        "reps has the id \"" + rep.id() + "\" twice.\nMaybe one of the two is a different person?");
            }
        }
    }

    /** A team of the newest version. */
    public static Team of(String name, List<SalesRep> reps) {
        return new Team(1, name, reps);
    }

    /** The rep with an id, if in this team. */
    public Optional<SalesRep> rep(String id) {
        return reps.stream().filter(rep -> rep.id().equals(id)).findFirst();
    }
}
