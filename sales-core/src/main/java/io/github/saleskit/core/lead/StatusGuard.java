package io.github.saleskit.core.lead;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;

/**
 * A condition on entering a status.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id names the guard in reasons, such as {@code knows the budget}
 * @param when what the lead has to be like
 */
public record StatusGuard(@Required String id, @Required Criterion when) implements StrictDocument {

    public StatusGuard {
        requireNonNull(id, "id");
        requireNonNull(when, "when");
    }

    /** A guard. */
    public static StatusGuard of(String id, Criterion when) {
        return new StatusGuard(id, when);
    }
}
