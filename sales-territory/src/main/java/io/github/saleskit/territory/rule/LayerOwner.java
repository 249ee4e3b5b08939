package io.github.saleskit.territory.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;
import java.util.Optional;

/**
 * The territory that an account is in, in one layer.
 *
 * <p>Immutable and thread-safe.
 *
 * @param layer name of the overlay; the main layer when absent
 * @param territory id of the territory
 * @param rule id of the rule that won
 * @param members who works there at the time asked about, with their shares
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LayerOwner(
        Optional<String> layer,
        @Required String territory,
        @Required String rule,
        List<TerritoryMember> members) implements StrictDocument {

    public LayerOwner {
        layer = layer == null ? Optional.empty() : layer;
        members = members == null ? List.of() : List.copyOf(members);
    }
}
