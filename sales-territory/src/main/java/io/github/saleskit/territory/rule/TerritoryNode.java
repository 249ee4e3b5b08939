package io.github.saleskit.territory.rule;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.territory.internal.ValueStyle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A territory in the hierarchy.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the host's id
 * @param parent id of the territory it is part of; a root when absent
 * @param scope what every account of it, and of the territories below, must meet; anything when absent
 * @param members who works there
 * @param from first moment it exists; always so far when absent
 * @param until first moment after; without end when absent
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TerritoryNode(
        @Required String id,
        Optional<String> parent,
        Optional<Criterion> scope,
        List<TerritoryMember> members,
        Optional<Instant> from,
        Optional<Instant> until)
        implements StrictDocument, WithTerritoryNode {

    public TerritoryNode {
        requireNonNull(id, "id");
        parent = parent == null ? Optional.empty() : parent;
        scope = scope == null ? Optional.empty() : scope;
        members = members == null ? List.of() : List.copyOf(members);
        from = from == null ? Optional.empty() : from;
        until = until == null ? Optional.empty() : until;
        Effective.requireOrder(from, until);
    }

    /** A builder; only the id is needed. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link TerritoryNode}. */
    public static final class Builder extends TerritoryNodeBuilder {
        Builder() {}
    }
}
