package io.github.saleskit.core.routing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;

/**
 * Why an item is where it is, and why each agent does not have it.
 *
 * <p>Immutable and thread-safe.
 *
 * @param item id of the item
 * @param passedOver every agent but the one who has it or is offered it, in natural order of their ids
 * @param reasons where the item is
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ItemExplanation(
        @Required String item,
        List<PassedOverAgent> passedOver,
        @Required List<Reason> reasons) implements Decision, StrictDocument {

    public ItemExplanation {
        requireNonNull(item, "item");
        passedOver = passedOver == null ? List.of() : List.copyOf(passedOver);
        reasons = List.copyOf(reasons);
    }
}
