package io.github.saleskit.cpq.subscription;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.LocalDate;
import java.util.List;

/**
 * Changes to a subscription that take effect together.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param id the host's id
 * @param on when they take effect
 * @param changes in their order, at least one
 */
public record Amendment(
        @Required int version,
        @Required String id,
        @Required Moment on,
        @Required List<SubscriptionChange> changes) implements StrictDocument {

    public Amendment {
        DocumentVersion.require("amendment", version, 1);
        requireNonNull(id, "id");
        requireNonNull(on, "on");
        changes = List.copyOf(changes);
    }

    /** Changes from a day on. */
    public static Amendment of(String id, LocalDate on, SubscriptionChange... changes) {
        return new Amendment(1, id, Moment.of(on), List.of(changes));
    }
}
