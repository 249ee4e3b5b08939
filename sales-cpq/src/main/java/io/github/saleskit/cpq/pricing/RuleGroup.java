package io.github.saleskit.cpq.pricing;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;

/**
 * How those rules work together that name this group; rules on lines only.
 *
 * <p>Where only one of them applies to a line, it is chosen where the first of them stands, and none may ask
 * {@code order.price}: what all lines cost by then is known only when each line has its rule.
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
