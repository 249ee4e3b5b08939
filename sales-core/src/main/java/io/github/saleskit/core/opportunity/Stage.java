package io.github.saleskit.core.opportunity;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigDecimal;

/**
 * One stage of a sales process.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the host's id
 * @param name as people read it
 * @param type what being in it means
 * @param probability of being won in the end, 0 to 1; 1 for won and 0 for lost stages
 */
public record Stage(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) StageType type,
        @JsonProperty(required = true) BigDecimal probability)
        implements StrictDocument {

    public Stage {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(probability, "probability");
    }

    /** An open stage. */
    public static Stage open(String id, String name, String probability) {
        return new Stage(id, name, StageType.OPEN, new BigDecimal(probability));
    }

    /** A stage for what is not worked on for now. */
    public static Stage onHold(String id, String name, String probability) {
        return new Stage(id, name, StageType.ON_HOLD, new BigDecimal(probability));
    }

    /** A won stage. */
    public static Stage won(String id, String name) {
        return new Stage(id, name, StageType.WON, BigDecimal.ONE);
    }

    /** A lost stage. */
    public static Stage lost(String id, String name) {
        return new Stage(id, name, StageType.LOST, BigDecimal.ZERO);
    }
}
