package io.github.saleskit.core.scoring;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Instant;

/**
 * The events for which a rule gave points.
 *
 * <p>Immutable and thread-safe.
 *
 * @param counted how many there are
 * @param newest when the newest of them happened
 */
public record EventTally(@Required int counted, @Required Instant newest) implements StrictDocument {

    public EventTally {
        requireNonNull(newest, "newest");
    }
}
