package io.github.saleskit.forecast.planning;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.forecast.series.TimePeriod;
import org.joda.money.Money;

/**
 * What a customer pays for one period of what recurs, such as a month of a subscription.
 *
 * <p>Immutable and thread-safe.
 *
 * @param customer the host's id
 * @param period the period
 * @param amount at least 0
 */
public record RecurringAmount(
        @Required String customer,
        @Required TimePeriod period,
        @Required Money amount) implements StrictDocument {

    public RecurringAmount {
        requireNonNull(customer, "customer");
        requireNonNull(period, "period");
        if (amount.isNegative()) {
            throw new IllegalArgumentException(
                    "amount of " + customer + " is " + amount + ", but must not be negative.");
        }
    }
}
