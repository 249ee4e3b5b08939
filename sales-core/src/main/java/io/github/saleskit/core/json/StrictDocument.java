package io.github.saleskit.core.json;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * A value that is read from JSON and rejects properties it does not know, the same under every version of Jackson.
 */
public interface StrictDocument {

    /**
     * Called by Jackson for a property that the value does not have.
     *
     * @throws IllegalArgumentException always
     */
    @JsonAnySetter
    default void rejectUnknownProperty(String name, @Nullable Object value) {
        throw new IllegalArgumentException("there is no property \"" + name + "\".");
    }
}
