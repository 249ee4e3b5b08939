package io.github.saleskit.forecast.planning;

import io.github.saleskit.forecast.series.TimePeriod;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Recurring amounts by customer and period. */
final class RecurringAmounts {

    private RecurringAmounts() {}

    /** In the order of ids, so that no answer depends on the order of the amounts. */
    static NavigableMap<String, NavigableMap<TimePeriod, Money>> byCustomer(Collection<RecurringAmount> amounts) {
        RecurringAmount first = amounts.iterator().next();
        CurrencyUnit currency = first.amount().getCurrencyUnit();
        NavigableMap<String, NavigableMap<TimePeriod, Money>> byCustomer = new TreeMap<>();
        for (RecurringAmount each : amounts) {
            first.period().until(each.period());
            if (!each.amount().getCurrencyUnit().equals(currency)) {
                throw new IllegalArgumentException("amount of " + each.customer() + " is " + each.amount()
                        + ", but must be in " + currency + " as the first one.");
            }
            byCustomer
                    .computeIfAbsent(each.customer(), id -> new TreeMap<>())
                    .merge(each.period(), each.amount(), Money::plus);
        }
        return byCustomer;
    }
}
