package io.github.saleskit.cpq.quote;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;

/**
 * Whether a quote could go from one status to another, and how its versions stand then.
 *
 * <p>Immutable and thread-safe.
 *
 * @param done whether it could
 * @param history afterwards; as before where it could not
 * @param reasons what was done, or why not
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record QuoteMove(@Required boolean done, @Required QuoteHistory history, List<Reason> reasons)
        implements Decision, StrictDocument {
    public QuoteMove {
        requireNonNull(history, "history");
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }
}
