package io.github.saleskit.cpq.subscription;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.joda.money.BigMoney;
import org.joda.money.Money;

/**
 * A stretch of time that is charged: a whole billing period, or the days of one.
 *
 * <p>Immutable and thread-safe.
 *
 * @param from the first day
 * @param until the first day after it
 * @param days how many days are charged
 * @param daysInPeriod how many days the whole billing period has; the part is {@code days / daysInPeriod} of its price
 */
public record BilledPeriod(LocalDate from, LocalDate until, long days, long daysInPeriod) {

    public BilledPeriod {
        requireNonNull(from, "from");
        requireNonNull(until, "until");
        if (days < 0 || daysInPeriod <= 0) {
            throw new IllegalArgumentException(
                    "days is " + days + " of " + daysInPeriod + ", but must not be negative, of at least one.");
        }
    }

    /** Whether all of the billing period is charged. */
    public boolean isWhole() {
        return days == daysInPeriod;
    }

    /** Its part of the price of a period, in whole minor units. */
    public Money charge(BigMoney price, RoundingMode mode) {
        BigDecimal all = price.getAmount().multiply(BigDecimal.valueOf(days));
        int minor = price.getCurrencyUnit().getDecimalPlaces();
        return Money.of(price.getCurrencyUnit(), all.divide(BigDecimal.valueOf(daysInPeriod), minor, mode));
    }
}
