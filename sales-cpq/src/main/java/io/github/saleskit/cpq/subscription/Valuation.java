package io.github.saleskit.cpq.subscription;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Values one subscription. */
final class Valuation {

    private static final int MONTHS_OF_YEAR = 12;
    private static final int DAYS_OF_YEAR = 365;

    private final BillingPolicy policy;
    private final Subscription subscription;
    private final Moment asOf;

    Valuation(BillingPolicy policy, Subscription subscription, Moment asOf) {
        this.policy = policy;
        this.subscription = subscription;
        this.asOf = asOf;
    }

    SubscriptionValue value(Optional<BillingSchedule> schedule) {
        ExactAmount monthly = monthly();
        SubscriptionValue.Builder value = SubscriptionValue.builder()
                .subscription(subscription.id())
                .asOf(asOf)
                .mrr(settle(monthly))
                .arr(settle(monthly.times(MONTHS_OF_YEAR, 1)));
        schedule.ifPresent(all -> addContract(value, all));
        return value.build();
    }

    private Money settle(ExactAmount amount) {
        RoundingMode mode = policy.rounding().mode();
        CurrencyUnit currency = subscription.currency();
        return amount.settle(currency, mode == RoundingMode.UNNECESSARY ? RoundingMode.HALF_UP : mode);
    }

    private ExactAmount monthly() {
        ExactAmount sum = ExactAmount.ZERO;
        for (SubscriptionItem item : subscription.items()) {
            if (item.per().isPresent() && runs(item)) {
                sum = sum.plus(monthly(item, item.per().get()));
            }
        }
        return sum;
    }

    private boolean runs(SubscriptionItem item) {
        return !asOf.isBefore(subscription.chargedFrom())
                && subscription.endOf(item).map(asOf::isBefore).orElse(true);
    }

    private ExactAmount monthly(SubscriptionItem item, BillingPeriod per) {
        ExactAmount price = item.stepAt(asOf)
                .map(step -> ExactAmount.of(ItemCharges.price(step).getAmount()))
                .orElse(ExactAmount.ZERO);
        return per.isOfMonths()
                ? price.times(1, per.months())
                : price.times(DAYS_OF_YEAR, (long) MONTHS_OF_YEAR * per.days());
    }

    private void addContract(SubscriptionValue.Builder value, BillingSchedule schedule) {
        Set<String> soldOnce = subscription.items().stream()
                .filter(item -> item.per().isEmpty())
                .map(SubscriptionItem::id)
                .collect(Collectors.toSet());
        Money once = schedule.charges().stream()
                .filter(each -> soldOnce.contains(each.item()))
                .map(ScheduledCharge::amount)
                .reduce(Money.zero(subscription.currency()), Money::plus);
        value.once(once).tcv(schedule.total()).acv(annual(schedule.total().minus(once), schedule.horizon()));
    }

    private Money annual(Money recurring, Moment until) {
        LocalDate start = subscription.start().day();
        long months = ChronoUnit.MONTHS.between(YearMonth.from(start), YearMonth.from(until.day()));
        ExactAmount amount = ExactAmount.of(recurring.getAmount());
        if (months > 0 && start.plusMonths(months).equals(until.day())) {
            return settle(amount.times(MONTHS_OF_YEAR, months));
        }
        long days = Math.max(1, ChronoUnit.DAYS.between(start, until.day()));
        return settle(amount.times(DAYS_OF_YEAR, days));
    }
}
