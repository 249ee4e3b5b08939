package io.github.saleskit.core.routing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Duration;
import java.util.Optional;

/**
 * When work that waits in a queue is shown to the agents of another one too. It keeps its place and its age.
 *
 * <p>Immutable and thread-safe.
 *
 * @param to id of the other queue
 * @param afterWaiting how long the work has to wait for it, positive
 * @param atLength how many have to be waiting in the queue already when the work arrives, at least 1; one of the two is
 *     given
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Overflow(@Required String to, Optional<Duration> afterWaiting, Optional<Integer> atLength)
        implements StrictDocument {

    public Overflow {
        requireNonNull(to, "to");
    }

    /** Overflow to a queue after a wait. */
    public static Overflow afterWaiting(Duration wait, String to) {
        return new Overflow(to, Optional.of(wait), Optional.empty());
    }

    /** Overflow to a queue of work that finds so many waiting. */
    public static Overflow atLength(int length, String to) {
        return new Overflow(to, Optional.empty(), Optional.of(length));
    }
}
