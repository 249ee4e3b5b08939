package io.github.saleskit.core.scorecard;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;

/**
 * A field that knows the outcome too well: maybe it was filled in, or changed, because of it.
 *
 * @param field its name
 * @param kind what gives it away
 * @param auc how well the field alone, or its presence alone, puts won before lost: from 0.5 to 1
 */
public record LeakSuspicion(
        @Required String field,
        @Required Kind kind,
        @Required double auc) implements StrictDocument {

    /** What gives a field away. */
    public enum Kind {
        /** Its values alone separate won from lost with an AUC above 0.95. */
        VALUES,
        /** It is there for one of the outcomes and practically never for the other. */
        PRESENCE
    }

    public LeakSuspicion {
        requireNonNull(field, "field");
        requireNonNull(kind, "kind");
    }
}
