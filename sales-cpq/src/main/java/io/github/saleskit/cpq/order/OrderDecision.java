package io.github.saleskit.cpq.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;
import java.util.Optional;

/**
 * The order of a quote, or why there is none.
 *
 * <p>Immutable and thread-safe.
 *
 * @param order absent where the quote cannot become one
 * @param reasons what was ordered, or every obstacle
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record OrderDecision(Optional<Order> order, List<Reason> reasons) implements Decision, StrictDocument {
    public OrderDecision {
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }
}
