package io.github.saleskit.cpq.subscription;

import io.github.saleskit.core.money.RoundingLevel;
import io.github.saleskit.cpq.pricing.TierCharge;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Charges one item of a subscription that was checked before. O(periods + steps). */
final class ItemCharges {

    private final BillingPolicy policy;
    private final Subscription subscription;
    private final SubscriptionItem item;
    private final Moment horizon;
    private final CurrencyUnit currency;
    private final WindowShare shares;

    ItemCharges(BillingPolicy policy, Subscription subscription, SubscriptionItem item, Moment horizon) {
        this.policy = policy;
        this.subscription = subscription;
        this.item = item;
        this.horizon = horizon;
        this.currency = subscription.currency();
        this.shares = new WindowShare(policy.proration(), policy.zone().orElse(ZoneOffset.UTC));
    }

    /** In the order of time. */
    List<ScheduledCharge> list() {
        return item.per().map(this::recurring).orElseGet(this::once);
    }

    private Optional<Moment> end() {
        return subscription.endOf(item);
    }

    private List<ScheduledCharge> recurring(BillingPeriod per) {
        BillingPeriod period = item.billing().orElse(policy.calendar().period());
        List<BillingWindow> windows =
                calendar(policy, item).windows(subscription.chargedFrom(), end().orElse(null), horizon);
        List<ScheduledCharge> charges = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < item.steps().size(); i++) {
            Moment until = i + 1 < item.steps().size() ? item.steps().get(i + 1).from() : null;
            List<Stretch> stretches = new ArrayList<>();
            first = addStretches(windows, first, item.steps().get(i), until, stretches);
            charges.addAll(new StepCharges(item.steps().get(i), per.length(), period.length()).chargeAll(stretches));
        }
        return charges;
    }

    /** The policy's calendar with the item's own period. */
    static BillingCalendar calendar(BillingPolicy policy, SubscriptionItem item) {
        BillingCalendar calendar = policy.calendar();
        return item.billing()
                .map(own -> new BillingCalendar(own, calendar.anchor(), calendar.mode(), calendar.stubs()))
                .orElse(calendar);
    }

    /** A part of a window at one quantity and price. */
    private record Stretch(Moment from, Moment until, LocalDate due, PeriodShare share) {}

    /** Adds the parts of the windows that belong to a step; returns the window in which the next step may begin. */
    private int addStretches(
            List<BillingWindow> windows,
            int first,
            SubscriptionStep step,
            @Nullable Moment stepUntil,
            List<Stretch> stretches) {
        int at = first;
        while (at < windows.size()) {
            BillingWindow window = windows.get(at);
            Moment from = Moment.later(window.servedFrom(), step.from());
            Moment until = stepUntil == null ? window.servedUntil() : Moment.earlier(window.servedUntil(), stepUntil);
            if (from.isBefore(until)) {
                stretches.add(stretch(window, from, until));
            }
            if (stepUntil != null && !stepUntil.isAfter(window.servedUntil())) {
                return at;
            }
            at++;
        }
        return at;
    }

    private Stretch stretch(BillingWindow window, Moment from, Moment until) {
        PeriodShare share = shares.of(window, from, until);
        boolean advance = policy.calendar().mode() == BillingMode.IN_ADVANCE;
        return new Stretch(
                from, until, advance ? from.day() : window.servedUntil().day(), share);
    }

    /** Charges all stretches of one step. */
    private final class StepCharges {
        private final SubscriptionStep step;
        private final List<TierCharge> tiers;
        private final BigMoney price;
        private final long billed;
        private final long priced;

        StepCharges(SubscriptionStep step, long priced, long billed) {
            this.step = step;
            this.tiers = step.price().charges(step.quantity());
            this.price = price(step);
            this.billed = billed;
            this.priced = priced;
        }

        List<ScheduledCharge> chargeAll(List<Stretch> stretches) {
            List<Money> amounts = amounts(stretches);
            List<ScheduledCharge> charges = new ArrayList<>();
            for (int i = 0; i < stretches.size(); i++) {
                Stretch stretch = stretches.get(i);
                charges.add(charge(step, price, stretch.from, stretch.until, stretch.due)
                        .share(stretch.share)
                        .amount(amounts.get(i))
                        .build());
            }
            return charges;
        }

        private List<Money> amounts(List<Stretch> stretches) {
            RoundingMode mode = policy.rounding().mode();
            if (policy.rounding().level() == RoundingLevel.UNIT) {
                return stretches.stream().map(each -> byUnit(each.share)).toList();
            }
            List<ExactAmount> exact = stretches.stream()
                    .map(each -> part(price.getAmount(), each.share))
                    .toList();
            return policy.rounding().level() == RoundingLevel.LINE
                    ? exact.stream().map(each -> each.settle(currency, mode)).toList()
                    : byTotal(exact);
        }

        private ExactAmount part(BigDecimal amount, PeriodShare share) {
            return ExactAmount.of(amount).times(billed, priced).times(share.part(), share.whole());
        }

        /** What is sold once: by units where they are rounded, else exactly. */
        BigDecimal whole() {
            return policy.rounding().level() == RoundingLevel.UNIT
                    ? byUnit(PeriodShare.WHOLE).getAmount()
                    : price.getAmount();
        }

        private Money byUnit(PeriodShare share) {
            RoundingMode mode = policy.rounding().mode();
            ExactAmount sum = ExactAmount.ZERO;
            for (TierCharge tier : tiers) {
                BigDecimal unit = tier.unitPrice()
                        .map(each -> part(each.getAmount(), share)
                                .settle(currency, mode)
                                .getAmount())
                        .orElse(BigDecimal.ZERO);
                BigDecimal flat = tier.flatFee()
                        .map(each -> part(each.getAmount(), share)
                                .settle(currency, mode)
                                .getAmount())
                        .orElse(BigDecimal.ZERO);
                sum = sum.plus(ExactAmount.of(unit.multiply(tier.quantity()).add(flat)));
            }
            return sum.settle(currency, mode);
        }

        private List<Money> byTotal(List<ExactAmount> exact) {
            List<Money> running = running(exact);
            Money total = sum(running);
            if (policy.allocation().isEmpty() || total.isZero()) {
                return running;
            }
            List<BigDecimal> weights = exact.stream().map(ExactAmount::weight).toList();
            return policy.allocation().get().allocate(total, weights).parts();
        }

        /** What the rounded running total grows by. */
        private List<Money> running(List<ExactAmount> exact) {
            List<Money> amounts = new ArrayList<>();
            ExactAmount sum = ExactAmount.ZERO;
            Money before = Money.zero(currency);
            for (ExactAmount each : exact) {
                sum = sum.plus(each);
                Money after = sum.settle(currency, policy.rounding().mode());
                amounts.add(after.minus(before));
                before = after;
            }
            return amounts;
        }
    }

    private Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.zero(currency), Money::plus);
    }

    static BigMoney price(SubscriptionStep step) {
        return BigMoney.total(step.price().charges(step.quantity()).stream()
                .map(TierCharge::amount)
                .toList());
    }

    private List<ScheduledCharge> once() {
        List<ScheduledCharge> charges = new ArrayList<>();
        BigDecimal before = BigDecimal.ZERO;
        for (SubscriptionStep step : item.steps()) {
            BigDecimal whole = new StepCharges(step, 1, 1).whole();
            BigDecimal more = whole.subtract(before);
            boolean within = step.from().isBefore(horizon)
                    && !end().map(end -> !step.from().isBefore(end)).orElse(false);
            if (within && more.signum() > 0) {
                charges.add(charge(
                                step,
                                price(step),
                                step.from(),
                                step.from(),
                                step.from().day())
                        .share(PeriodShare.WHOLE)
                        .amount(ExactAmount.of(more)
                                .settle(currency, policy.rounding().mode()))
                        .build());
            }
            before = whole;
        }
        return charges;
    }

    private ScheduledCharge.Builder charge(
            SubscriptionStep step, BigMoney price, Moment from, Moment until, LocalDate due) {
        return ScheduledCharge.builder()
                .item(item.id())
                .product(item.product())
                .due(due)
                .from(from)
                .until(until)
                .quantity(step.quantity())
                .price(price);
    }
}
