package io.github.saleskit.core.routing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * A line in which work of some kind waits for agents.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id names the queue
 * @param work which work it takes, over the host's fields of work; all when absent
 * @param agents who serves it, over the host's fields of agents; everybody when absent
 * @param skills what whoever serves it has to know at least, by level
 * @param priority of its work, the greater the earlier; 0 when absent
 * @param overflow when other queues help
 * @param acceptWithin how long an agent may think about an offer, positive; work is assigned without asking when absent
 * @param replyWithin how long a customer's message may stay unanswered before the conversation goes back to the queue,
 *     positive
 * @param targets what is promised
 * @param hours name of the policy's business hours in which the targets run; elapsed time when absent
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RoutingQueue(
        @Required String id,
        Optional<Criterion> work,
        Optional<Criterion> agents,
        Map<String, Integer> skills,
        Optional<Integer> priority,
        List<Overflow> overflow,
        Optional<Duration> acceptWithin,
        Optional<Duration> replyWithin,
        List<ServiceTarget> targets,
        Optional<String> hours)
        implements StrictDocument, WithRoutingQueue {

    public RoutingQueue {
        requireNonNull(id, "id");
        skills = skills == null
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(skills));
        overflow = overflow == null ? List.of() : List.copyOf(overflow);
        targets = targets == null ? List.of() : List.copyOf(targets);
    }

    /** A builder in which what is optional may stay absent. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RoutingQueue}. */
    public static final class Builder extends RoutingQueueBuilder {
        Builder() {}
    }
}
