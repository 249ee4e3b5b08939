package io.github.saleskit.territory.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;
import java.util.Optional;

/**
 * Who owns an account at a moment: the owner in the main layer and in each overlay, and the rules that lost.
 *
 * <p>Immutable and thread-safe.
 *
 * @param account the host's id
 * @param owners one for each layer that any rule brings the account into, the main layer first, then by name
 * @param lost every other rule that the account meets, in the order of the model
 * @param reasons why, the main layer first
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Ownership(@Required String account, List<LayerOwner> owners, List<LostRule> lost, List<Reason> reasons)
        implements Decision, StrictDocument {

    public Ownership {
        owners = owners == null ? List.of() : List.copyOf(owners);
        lost = lost == null ? List.of() : List.copyOf(lost);
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }

    /** The id of the territory in the main layer; empty when no rule brings the account into one. */
    public Optional<String> territory() {
        return owner().map(LayerOwner::territory);
    }

    /** The owner in the main layer. */
    public Optional<LayerOwner> owner() {
        return owners.stream().filter(owner -> owner.layer().isEmpty()).findFirst();
    }

    /** The owner in an overlay. */
    public Optional<LayerOwner> owner(String layer) {
        return owners.stream()
                .filter(owner -> owner.layer().equals(Optional.of(layer)))
                .findFirst();
    }
}
