package io.github.saleskit.core.routing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Where an item is: in exactly one place.
 *
 * <p>Immutable and thread-safe.
 *
 * @param item the item
 * @param arrived when it came to the router; an id that comes again after it was closed has another one
 * @param status where it is
 * @param agent id of the agent who is offered it, or has it
 * @param until when the offer ends
 * @param declined ids of agents who are never offered it again
 * @param queues ids of the queues whose agents may take it, its own first
 * @param offers how often it was offered or assigned
 * @param unansweredSince since when a message of the customer waits for a reply of the agent who has it
 * @param replied whether an agent ever wrote
 * @param clocks the service targets of its queue, then of queues it was in before, which stand still
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ItemState(
        @Required WorkItem item,
        @Required Instant arrived,
        @Required ItemStatus status,
        Optional<String> agent,
        Optional<Instant> until,
        List<String> declined,
        List<String> queues,
        @Required int offers,
        Optional<Instant> unansweredSince,
        @Required boolean replied,
        List<TargetClock> clocks)
        implements StrictDocument, WithItemState {

    public ItemState {
        requireNonNull(item, "item");
        requireNonNull(arrived, "arrived");
        requireNonNull(status, "status");
        declined = declined == null ? List.of() : List.copyOf(declined);
        queues = queues == null ? List.of() : List.copyOf(queues);
        clocks = clocks == null ? List.of() : List.copyOf(clocks);
    }

    /** A builder in which what is optional may stay absent. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ItemState}. */
    public static final class Builder extends ItemStateBuilder {
        Builder() {}
    }
}
