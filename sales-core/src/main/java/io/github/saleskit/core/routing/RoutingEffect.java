package io.github.saleskit.core.routing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Instant;
import java.util.Optional;

/**
 * Something the host has to do because of a decision; done once for each key.
 *
 * <p>Immutable and thread-safe.
 *
 * @param action what
 * @param key the same for the same effect, however often it is computed
 * @param item id of the item
 * @param agent id of the agent it concerns
 * @param until when an offer ends
 * @param reason why
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RoutingEffect(
        @Required RoutingAction action,
        @Required String key,
        @Required String item,
        Optional<String> agent,
        Optional<Instant> until,
        @Required Reason reason)
        implements StrictDocument {

    public RoutingEffect {
        requireNonNull(action, "action");
        requireNonNull(key, "key");
        requireNonNull(item, "item");
        requireNonNull(reason, "reason");
    }
}
