package io.github.saleskit.cpq.quote;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.LocalDate;

/**
 * An entry of a quote's audit trail: who took which version from where to where; entries are only ever added.
 *
 * <p>Immutable and thread-safe.
 *
 * @param day on which it happened
 * @param by the host's id of who did it
 * @param number of the version
 * @param from its status before
 * @param to its status after
 */
public record QuoteEvent(
        @Required LocalDate day,
        @Required String by,
        @Required int number,
        @Required QuoteStatus from,
        @Required QuoteStatus to)
        implements StrictDocument {

    public QuoteEvent {
        requireNonNull(day, "day");
        requireNonNull(by, "by");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
    }
}
