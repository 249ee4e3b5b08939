package io.github.saleskit.core.scoring;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.saleskit.core.json.StrictDocument;

/**
 * A name for scores of some height.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name such as {@code A}
 * @param from the fewest points that earn it
 */
public record Grade(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) int from) implements StrictDocument {

    public Grade {
        requireNonNull(name, "name");
    }

    /** A grade. */
    public static Grade of(String name, int from) {
        return new Grade(name, from);
    }
}
