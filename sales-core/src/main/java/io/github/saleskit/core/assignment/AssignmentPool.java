package io.github.saleskit.core.assignment;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Leads of some kind, and the reps among whom they go round.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id names the pool in states and reasons
 * @param leads which leads it takes, over the fields of the lead; all when absent
 * @param eligible which reps may take them, over the fields of both, named {@code lead.country} and {@code rep.languages}; all
 *     when absent
 * @param fallback id of the pool to ask when nobody here may take the lead, whatever leads that pool takes otherwise
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AssignmentPool(
        @Required String id, Optional<Criterion> leads, Optional<Criterion> eligible, Optional<String> fallback)
        implements StrictDocument, WithAssignmentPool {

    public AssignmentPool {
        requireNonNull(id, "id");
    }

    /** A builder in which everything but the id may stay absent. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link AssignmentPool}. */
    public static final class Builder extends AssignmentPoolBuilder {
        Builder() {}
    }
}
