package io.github.saleskit.forecast.planning;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.forecast.series.TimePeriod;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Recurring revenue and what moved it: new customers, expansion, contraction, churn, and customers who returned.
 *
 * <pre>{@code
 * RecurringRevenue revenue = RecurringRevenue.of(amounts);
 * RevenueMovement march = revenue.movements().get(2);
 * march.netRetention();    // 1.04
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param movements without gaps, from the first period with an amount to the last one
 * @param reasons how many customers, and what the last period closed with
 */
public record RecurringRevenue(
        @Required int version,
        @Required List<RevenueMovement> movements,
        @Required List<Reason> reasons) implements Decision, StrictDocument {

    public RecurringRevenue {
        DocumentVersion.require("recurring revenue", version, 1);
        movements = List.copyOf(movements);
        reasons = List.copyOf(reasons);
        requireChained(movements);
    }

    private static void requireChained(List<RevenueMovement> movements) {
        for (int i = 1; i < movements.size(); i++) {
            RevenueMovement before = movements.get(i - 1);
            RevenueMovement now = movements.get(i);
            if (!now.period().equals(before.period().plus(1)) || !now.opening().equals(before.closing())) {
                throw new IllegalArgumentException("the movement of " + now.period() + " opens with " + now.opening()
                        + ", but must follow that of " + before.period() + ", which closes with " + before.closing()
                        + ".");
            }
        }
    }

    /**
     * The movements of amounts; several of one customer and period add up. O(n log n).
     *
     * @param amounts at least one, all of one currency and granularity
     * @throws IllegalArgumentException when there is none, currencies or granularities differ, or more than a million
     *     periods lie between the first and the last
     */
    public static RecurringRevenue of(Collection<RecurringAmount> amounts) {
        if (amounts.isEmpty()) {
            throw new IllegalArgumentException("amounts is empty, but must have at least one.");
        }
        CurrencyUnit currency = amounts.iterator().next().amount().getCurrencyUnit();
        NavigableMap<String, NavigableMap<TimePeriod, Money>> byCustomer = RecurringAmounts.byCustomer(amounts);
        TreeMap<TimePeriod, Movement> movements = new TreeMap<>();
        amounts.forEach(amount -> movements.computeIfAbsent(amount.period(), period -> new Movement(currency)));
        TimePeriod first = movements.firstKey();
        int periods = TimeSpan.periods(first, movements.lastKey(), 1);
        for (int i = 0; i < periods; i++) {
            movements.computeIfAbsent(first.plus(i), period -> new Movement(currency));
        }
        byCustomer.values().forEach(paid -> add(paid, movements, currency));
        return new RecurringRevenue(1, movements(movements, currency), List.of(reason(byCustomer, movements)));
    }

    private static Reason reason(Map<String, ?> byCustomer, NavigableMap<TimePeriod, Movement> movements) {
        Money closing = movements.values().stream()
                .map(Movement::change)
                .reduce(Money::plus)
                .orElseThrow();
        return Reason.of(
                "forecast.planning.recurring",
                "customers",
                byCustomer.size(),
                "period",
                movements.lastKey(),
                "closing",
                closing);
    }

    /** What moved one period. */
    private static final class Movement {
        private Money gained;
        private Money returned;
        private Money expanded;
        private Money contracted;
        private Money churned;

        Movement(CurrencyUnit currency) {
            gained = Money.zero(currency);
            returned = gained;
            expanded = gained;
            contracted = gained;
            churned = gained;
        }

        void add(Money before, Money now, boolean known) {
            Money change = now.minus(before);
            if (before.isZero() && known) {
                returned = returned.plus(now);
            } else if (before.isZero()) {
                gained = gained.plus(now);
            } else if (now.isZero()) {
                churned = churned.plus(before);
            } else if (change.isPositive()) {
                expanded = expanded.plus(change);
            } else {
                contracted = contracted.minus(change);
            }
        }

        Money change() {
            return gained.plus(returned).plus(expanded).minus(contracted).minus(churned);
        }
    }

    /** Of one customer; periods without an amount count where one with an amount goes before. */
    private static void add(
            NavigableMap<TimePeriod, Money> paid, NavigableMap<TimePeriod, Movement> movements, CurrencyUnit currency) {
        Money none = Money.zero(currency);
        boolean known = false;
        for (Map.Entry<TimePeriod, Money> entry : paid.entrySet()) {
            TimePeriod period = entry.getKey();
            Money now = entry.getValue();
            TimePeriod before = movements.lowerKey(period);
            Money earlier = before == null ? none : paid.getOrDefault(before, none);
            requireNonNull(movements.get(period)).add(earlier, now, known);
            known |= now.isPositive();
            Map.Entry<TimePeriod, Movement> next = movements.higherEntry(period);
            if (next != null && !paid.containsKey(next.getKey())) {
                next.getValue().add(now, none, known);
            }
        }
    }

    private static List<RevenueMovement> movements(Map<TimePeriod, Movement> movements, CurrencyUnit currency) {
        List<RevenueMovement> all = new ArrayList<>();
        Money opening = Money.zero(currency);
        for (Map.Entry<TimePeriod, Movement> entry : movements.entrySet()) {
            Movement moved = entry.getValue();
            Money closing = opening.plus(moved.change());
            all.add(RevenueMovement.builder()
                    .period(entry.getKey())
                    .opening(opening)
                    .gained(moved.gained)
                    .returned(moved.returned)
                    .expanded(moved.expanded)
                    .contracted(moved.contracted)
                    .churned(moved.churned)
                    .closing(closing)
                    .build());
            opening = closing;
        }
        return all;
    }
}
