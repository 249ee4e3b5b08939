package io.github.saleskit.core.opportunity;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Instant;

/**
 * That an opportunity entered a stage.
 *
 * <p>Immutable and thread-safe.
 *
 * @param stage id of the stage
 * @param at when
 */
public record StageEntry(@Required String stage, @Required Instant at) implements StrictDocument {

    public StageEntry {
        requireNonNull(stage, "stage");
        requireNonNull(at, "at");
    }
}
