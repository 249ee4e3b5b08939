package io.github.saleskit.core.routing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing a lead did, in a {@link HandOver}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param at when
 * @param facts of the event, by field, in words; what is absent is left out
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record HandOverEvent(@Required Instant at, Map<String, String> facts) implements StrictDocument {

    public HandOverEvent {
        requireNonNull(at, "at");
        facts = facts == null ? Collections.emptyMap() : Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }
}
