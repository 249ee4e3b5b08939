package io.github.saleskit.core.lead;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Whether a lead moves to the status asked for, and everything that is in the way if not.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param lead id of the lead; absent when its fields have no id
 * @param moved whether it moves
 * @param from id of the status it was in
 * @param to id of the status asked for
 * @param next the history after this; as it was when the lead does not move
 * @param reasons one when it moves, else one for each obstacle
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record StatusDecision(
        @Required int version,
        Optional<String> lead,
        @Required boolean moved,
        @Required String from,
        @Required String to,
        @Required LeadHistory next,
        @Required List<Reason> reasons)
        implements Decision, StrictDocument {

    public StatusDecision {
        DocumentVersion.require("status decision", version, 1);
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(next, "next");
        reasons = List.copyOf(reasons);
    }

    static Builder builder() {
        return new Builder();
    }

    static final class Builder extends StatusDecisionBuilder {
        Builder() {
            version(1);
        }
    }
}
