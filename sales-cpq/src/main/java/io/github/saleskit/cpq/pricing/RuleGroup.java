package io.github.saleskit.cpq.pricing;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;

/**
 * How those rules work together that name this group; rules on lines only.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id by which rules name it
 * @param stacking how they work together
 */
public record RuleGroup(@Required String id, @Required Stacking stacking) implements StrictDocument {
    public RuleGroup {
        requireNonNull(id, "id");
        requireNonNull(stacking, "stacking");
    }
}
