package io.github.saleskit.core.opportunity;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.Optional;

/**
 * What became of one field of a lead that was converted.
 *
 * <p>Immutable and thread-safe.
 *
 * @param fate what became of it
 * @param from name of the field
 * @param to where it went, or would have gone; absent when the plan has no place for it
 * @param value as text; of nested elements how many there are
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ConvertedField(
        @Required Fate fate,
        @Required String from,
        Optional<String> to,
        @Required String value) implements StrictDocument {

    /** What became of a field. */
    public enum Fate {
        /** The value is there now. */
        CARRIED,
        /** What was attached to has another value, which stays. */
        NOT_OVERWRITTEN,
        /** The value stays with the lead. */
        LEFT
    }

    public ConvertedField {
        requireNonNull(fate, "fate");
        requireNonNull(from, "from");
        requireNonNull(value, "value");
    }

    Reason reason() {
        String place = to.orElse("-");
        return switch (fate) {
            case CARRIED -> Reason.of("core.opportunity.carried", "from", from, "to", place, "value", value);
            case NOT_OVERWRITTEN ->
                Reason.of("core.opportunity.notOverwritten", "from", from, "to", place, "value", value);
            case LEFT -> Reason.of("core.opportunity.left", "from", from, "value", value);
        };
    }
}
