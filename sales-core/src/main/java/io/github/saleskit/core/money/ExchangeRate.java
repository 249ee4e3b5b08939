package io.github.saleskit.core.money;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/**
 * What one unit of a currency is worth in another.
 *
 * <p>Immutable and thread-safe.
 *
 * @param from the currency of the one unit
 * @param to the currency of the worth
 * @param rate the worth, above zero: 1.0832 where EUR 1 is worth USD 1.0832
 * @param on the day for which it was quoted; the earlier of both days for a rate through a third currency
 * @param via the third currency through which the rate was calculated, if any
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ExchangeRate(
        @Required CurrencyUnit from,
        @Required CurrencyUnit to,
        @Required BigDecimal rate,
        @Required LocalDate on,
        Optional<CurrencyUnit> via)
        implements StrictDocument, WithExchangeRate {

    private static final int MOST_DIGITS = 400;

    public ExchangeRate {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(on, "on");
        // Rates of a table have at most 60 digits; those turned and multiplied stay far below this.
        if (rate.signum() <= 0 || !DecimalSize.fits(rate, MOST_DIGITS)) {
            throw new IllegalArgumentException(
                    "rate is " + rate + ", but must be above zero and of at most " + MOST_DIGITS + " digits.");
        }
    }

    /** A builder without values. */
    public static Builder builder() {
        return new Builder();
    }

    /** The amount in the other currency, exactly: amount times rate, not rounded. */
    public BigMoney convert(BigMoney amount) {
        if (!amount.getCurrencyUnit().equals(from)) {
            throw new IllegalArgumentException("amount is " + amount + ", but this rate converts " + from + " to " + to
                    + ".\nMaybe ask for the rate from " + amount.getCurrencyUnit() + "?");
        }
        return BigMoney.of(to, amount.getAmount().multiply(rate));
    }

    /** Builds exchange rates. */
    public static final class Builder extends ExchangeRateBuilder {
        Builder() {}
    }
}
