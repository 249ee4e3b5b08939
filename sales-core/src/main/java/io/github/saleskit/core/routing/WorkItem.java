package io.github.saleskit.core.routing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * A piece of work, as the router knows it: a conversation, a call, a request.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the host's id
 * @param channel id of its channel
 * @param queue id of the queue it belongs to
 * @param priority the greater the earlier
 * @param since when the customer came: its age, which it keeps whatever happens to it
 * @param skills what it asks for at least, by level
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record WorkItem(
        @Required String id,
        @Required String channel,
        @Required String queue,
        @Required int priority,
        @Required Instant since,
        Map<String, Integer> skills)
        implements StrictDocument, WithWorkItem {

    public WorkItem {
        requireNonNull(id, "id");
        requireNonNull(channel, "channel");
        requireNonNull(queue, "queue");
        requireNonNull(since, "since");
        skills = skills == null
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(skills));
    }

    /** A builder in which what is optional may stay absent. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link WorkItem}. */
    public static final class Builder extends WorkItemBuilder {
        Builder() {}
    }
}
