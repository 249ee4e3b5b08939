package io.github.saleskit.cpq.pricing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.cpq.internal.ValueStyle;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.CurrencyUnit;

/**
 * List prices in one currency, perhaps beside those of another book.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id by which quotes name it
 * @param currency of every price in it
 * @param validFrom the first day on which it may be used; since ever when absent
 * @param validUntil the last day on which it may be used; for ever when absent
 * @param inherits id of another price book in the same currency, whose prices hold where this one has none
 * @param sale whether its prices are temporarily lower ones: the inherited price stays the list price, and the
 *     waterfall shows the step from it; a sale never raises a price
 * @param entries the prices; see {@link PriceEntry} for which of several wins
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PriceBook(
        @Required String id,
        @Required CurrencyUnit currency,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validUntil,
        Optional<String> inherits,
        Optional<Boolean> sale,
        List<PriceEntry> entries)
        implements StrictDocument, WithPriceBook {

    public PriceBook {
        requireNonNull(id, "id");
        requireNonNull(currency, "currency");
        entries = entries == null ? List.of() : List.copyOf(entries);
    }

    /** A builder in which only id and currency are needed. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds price books. */
    public static final class Builder extends PriceBookBuilder {
        Builder() {}
    }
}
