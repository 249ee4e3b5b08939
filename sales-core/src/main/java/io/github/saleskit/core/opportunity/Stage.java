package io.github.saleskit.core.opportunity;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
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
 * @param probability of being won in the end, 0 to 1, with at most 30 decimal places; 1 for won and 0 for lost stages
 */
public record Stage(
        @Required String id,
        @Required String name,
        @Required StageType type,
        @Required BigDecimal probability) implements StrictDocument {

    public Stage {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(probability, "probability");
    }

    /**
     * An open stage.
     *
     * @param probability as a decimal number, such as {@code 0.25}
     */
    public static Stage open(String id, String name, String probability) {
        return new Stage(id, name, StageType.OPEN, decimal(probability));
    }

    /**
     * A stage for what is not worked on for now.
     *
     * @param probability as a decimal number, such as {@code 0.25}
     */
    public static Stage onHold(String id, String name, String probability) {
        return new Stage(id, name, StageType.ON_HOLD, decimal(probability));
    }

    private static BigDecimal decimal(String probability) {
        try {
            return new BigDecimal(probability);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "probability is \"" + probability + "\", but must be a decimal number.\nMaybe \"0.25\"?", e);
        }
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
