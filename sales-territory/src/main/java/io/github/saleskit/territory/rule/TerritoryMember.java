package io.github.saleskit.territory.rule;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who works in a territory.
 *
 * <p>Immutable and thread-safe.
 *
 * @param rep the host's id of the rep
 * @param role in the host's words, such as {@code account executive}
 * @param share of the credit for what is sold there, from 0 to 1; shares of a territory need not add up to 1
 * @param from first moment in the territory; always so far when absent
 * @param until first moment after; without end when absent
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record TerritoryMember(
        @Required String rep,
        @Required String role,
        @Required double share,
        Optional<Instant> from,
        Optional<Instant> until)
        implements StrictDocument {

    public TerritoryMember {
        requireNonNull(rep, "rep");
        requireNonNull(role, "role");
        from = from == null ? Optional.empty() : from;
        until = until == null ? Optional.empty() : until;
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share of " + rep + " is " + share + ", but must be from 0 to 1.");
        }
        Effective.requireOrder(from, until);
    }

    /** A member with all of the credit and without dates. */
    public static TerritoryMember of(String rep, String role) {
        return new TerritoryMember(rep, role, 1, Optional.empty(), Optional.empty());
    }

    /** A member with a share of the credit and without dates. */
    public static TerritoryMember of(String rep, String role, double share) {
        return new TerritoryMember(rep, role, share, Optional.empty(), Optional.empty());
    }
}
