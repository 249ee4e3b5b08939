package io.github.saleskit.core.routing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.Optional;

/**
 * How work of a kind fills an agent's time.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id such as {@code chat} or {@code voice}
 * @param units how much of an agent's capacity one item takes, at least 1; all of it when absent
 * @param blocks whether an agent who has one in hand is offered nothing else, as with a call; not when absent
 * @param parkedCounts whether an item keeps its units while it waits for the customer; not when absent
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Channel(
        @Required String id,
        Optional<Integer> units,
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean blocks,
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean parkedCounts)
        implements StrictDocument {

    public Channel {
        requireNonNull(id, "id");
    }

    /**
     * A channel whose items take so many units while they are not parked, of which an agent may have several at once.
     */
    public static Channel of(String id, int units) {
        return new Channel(id, Optional.of(units), false, false);
    }

    /** A channel whose items take all of an agent while they are not parked. */
    public static Channel blocking(String id) {
        return new Channel(id, Optional.empty(), true, false);
    }
}
