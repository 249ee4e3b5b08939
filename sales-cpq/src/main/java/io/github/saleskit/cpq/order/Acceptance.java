package io.github.saleskit.cpq.order;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.LocalDate;

/**
 * Who accepted a quote, and from when on.
 *
 * <p>Immutable and thread-safe.
 *
 * @param order the host's id of the order
 * @param by the host's id of who accepted
 * @param on the day on which it was accepted
 * @param start the first day of what recurs, and on which the rest is due
 */
public record Acceptance(
        @Required String order,
        @Required String by,
        @Required LocalDate on,
        @Required LocalDate start) implements StrictDocument {

    public Acceptance {
        requireNonNull(order, "order");
        requireNonNull(by, "by");
        requireNonNull(on, "on");
        requireNonNull(start, "start");
    }
}
