package io.github.saleskit.core.routing;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;

/**
 * How busy a queue is for work of a channel.
 *
 * <p>Immutable and thread-safe.
 *
 * @param queue its id
 * @param open whether it is in its business hours, or has none
 * @param free how many agents who serve it have room for one more item of the channel
 * @param waiting how many items of the queue wait, of any channel
 */
public record QueueOutlook(
        @Required String queue,
        @Required boolean open,
        @Required int free,
        @Required int waiting) implements Decision, StrictDocument {

    public QueueOutlook {
        requireNonNull(queue, "queue");
    }

    /** What was counted. */
    @Override
    public List<Reason> reasons() {
        return List.of(
                open
                        ? Reason.of("core.routing.outlook", "queue", queue, "free", free, "waiting", waiting)
                        : Reason.of("core.routing.outlookClosed", "queue", queue, "free", free, "waiting", waiting));
    }
}
