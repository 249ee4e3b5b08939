package io.github.saleskit.core.routing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Duration;

/**
 * A promise about how soon something happens, in the working time of the queue.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id names the target in states and reasons
 * @param kind what has to happen
 * @param within in working time of the queue's hours, or in elapsed time where it has none; positive
 * @param pausesWhileParked whether the clock stands still while the item waits for the customer; not when absent
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServiceTarget(
        @Required String id,
        @Required TargetKind kind,
        @Required Duration within,
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean pausesWhileParked)
        implements StrictDocument {

    public ServiceTarget {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(within, "within");
    }
}
