package io.github.saleskit.core.routing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a service target has been running for an item.
 *
 * <p>Immutable and thread-safe.
 *
 * @param target id of the target
 * @param used working time used up before it was last started
 * @param runningSince when it was last started; absent while it stands still
 * @param missed whether the promise was broken
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TargetClock(
        @Required String target,
        @Required Duration used,
        Optional<Instant> runningSince,
        @Required boolean missed) implements StrictDocument {

    public TargetClock {
        requireNonNull(target, "target");
        requireNonNull(used, "used");
    }

    TargetClock broken() {
        return new TargetClock(target, used, runningSince, true);
    }
}
