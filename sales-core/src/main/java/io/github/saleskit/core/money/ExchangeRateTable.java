package io.github.saleskit.core.money;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.Complete;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.CurrencyUnit;

/**
 * Exchange rates as data, quoted by day; {@link ExchangeRates#of} answers from it.
 *
 * <pre>{@code
 * {"version": 1, "pivot": "EUR", "maxAgeDays": 7, "quotations": [
 *   {"from": "EUR", "to": "USD", "on": "2026-11-20", "rate": 1.0832}]}
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param version 1
 * @param pivot the currency through which two others are compared where neither is quoted in the other; without it such
 *     a rate is missing
 * @param maxAgeDays for how many days after its own a quotation holds, 0 for its own day only; without it for ever
 * @param quotations in any order, at most one for a pair and day
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ExchangeRateTable(
        @Required int version,
        Optional<CurrencyUnit> pivot,
        Optional<Integer> maxAgeDays,
        @Complete List<Quotation> quotations)
        implements StrictDocument, WithExchangeRateTable {

    public ExchangeRateTable {
        DocumentVersion.require("exchange rate table", version, 1);
        quotations = quotations == null ? List.of() : List.copyOf(quotations);
    }

    /** A builder with the newest version. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * What one unit of a currency was worth in another on a day.
     *
     * @param from the currency of the one unit
     * @param to the currency of the worth
     * @param on the day
     * @param rate the worth, above zero
     */
    public record Quotation(
            @Required CurrencyUnit from,
            @Required CurrencyUnit to,
            @Required LocalDate on,
            @Required BigDecimal rate) implements StrictDocument {

        public Quotation {
            requireNonNull(from, "from");
            requireNonNull(to, "to");
            requireNonNull(on, "on");
            requireNonNull(rate, "rate");
        }
    }

    /** Builds exchange rate tables. */
    public static final class Builder extends ExchangeRateTableBuilder {
        Builder() {
            version(1);
        }
    }
}
