package io.github.saleskit.cpq.pricing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.cpq.internal.ValueStyle;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.CurrencyUnit;

/**
 * List prices in one currency.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id by which quotes name it
 * @param currency of every price in it
 * @param validFrom the first day on which it may be used; since ever when absent
 * @param validUntil the last day on which it may be used; for ever when absent
 * @param entries the prices, at most one for a product
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PriceBook(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) CurrencyUnit currency,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validUntil,
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
