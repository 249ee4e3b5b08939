package io.github.saleskit.core.routing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;
import java.util.Optional;

/**
 * Which queue takes a piece of work.
 *
 * <p>Immutable and thread-safe.
 *
 * @param item the item for {@link RoutingEvent.Arrived}; absent when no queue takes the work
 * @param reasons why
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Classification(
        Optional<WorkItem> item, @Required List<Reason> reasons) implements Decision, StrictDocument {

    public Classification {
        reasons = List.copyOf(reasons);
    }
}
