package io.github.saleskit.core.scoring;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;

/**
 * A name for scores of some height.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name such as {@code A}
 * @param from the fewest points that earn it
 */
public record Grade(@Required String name, @Required int from) implements StrictDocument {

    public Grade {
        requireNonNull(name, "name");
    }

    /** A grade. */
    public static Grade of(String name, int from) {
        return new Grade(name, from);
    }
}
