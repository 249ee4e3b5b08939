package io.github.saleskit.cpq.quote;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.cpq.internal.ValueStyle;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * A version of a quote: its content, what it costs and where it stands.
 *
 * <p>Immutable and thread-safe.
 *
 * @param number from 1
 * @param quote the content; never changes once it left the status of a draft
 * @param status where it stands
 * @param validUntil the last day on which the customer can accept it; for ever when absent
 * @param total what it costs, where it is priced
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record QuoteVersion(
        @Required int number,
        @Required Quote quote,
        @Required QuoteStatus status,
        Optional<LocalDate> validUntil,
        Optional<Money> total)
        implements StrictDocument, WithQuoteVersion {

    public QuoteVersion {
        requireNonNull(quote, "quote");
        requireNonNull(status, "status");
        if (number < 1) {
            throw new IllegalArgumentException("number is " + number + ", but must be at least 1.");
        }
    }

    /** Whether the last day has passed. */
    public boolean isOverdue(LocalDate today) {
        return validUntil.map(today::isAfter).orElse(false);
    }
}
