package io.github.saleskit.forecast.launch;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;

/**
 * How series with little history are forecast from analogues.
 *
 * <p>In JSON {@code {"version":1,"alignment":"SEASON"}}. Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param alignment by what analogues are laid beside the series
 */
public record AnalogyDefinition(
        @Required int version, @Required Alignment alignment) implements StrictDocument {

    public AnalogyDefinition {
        DocumentVersion.require("analogy definition", version, 1);
        requireNonNull(alignment, "alignment");
    }

    /** By the phase of the season, for series that run beside the analogues, such as a new shop. */
    public static AnalogyDefinition bySeason() {
        return new AnalogyDefinition(1, Alignment.SEASON);
    }

    /** By the time since the launch, for series that begin as the analogues once did, such as a new product. */
    public static AnalogyDefinition byLaunch() {
        return new AnalogyDefinition(1, Alignment.LAUNCH);
    }
}
