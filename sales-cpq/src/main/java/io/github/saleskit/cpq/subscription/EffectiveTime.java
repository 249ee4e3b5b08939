package io.github.saleskit.cpq.subscription;

import java.time.LocalDate;

/** From when on a change counts for an item, within its own billing periods. */
final class EffectiveTime {

    private final BillingPolicy policy;
    private final Subscription subscription;

    EffectiveTime(BillingPolicy policy, Subscription subscription) {
        this.policy = policy;
        this.subscription = subscription;
    }

    /** When something becomes less that is to become so at a time. */
    Moment ofCredit(SubscriptionItem item, Moment on, CreditPolicy credit) {
        if (item.per().isEmpty() || credit == CreditPolicy.PRORATED || !on.isAfter(subscription.chargedFrom())) {
            return on;
        }
        return credit == CreditPolicy.NONE ? endOfPeriod(item, on) : beginningOfPeriod(item, on);
    }

    private Moment endOfPeriod(SubscriptionItem item, Moment on) {
        Moment next = nextAnchor(item, on);
        return subscription.endOf(item).map(end -> Moment.earlier(end, next)).orElse(next);
    }

    /** The beginning of the first period that begins at a time or after it. */
    Moment nextAnchor(SubscriptionItem item, Moment on) {
        Moment last = anchorBefore(item, on, 0);
        return last.equals(on) ? on : anchorBefore(item, on, 1);
    }

    private Moment beginningOfPeriod(SubscriptionItem item, Moment on) {
        return Moment.later(subscription.chargedFrom(), anchorBefore(item, on, 0));
    }

    /** The last anchor that is not after a time, or the one so many periods later. */
    private Moment anchorBefore(SubscriptionItem item, Moment on, int later) {
        Moment start = subscription.chargedFrom();
        BillingCalendar calendar = ItemCharges.calendar(policy, item);
        AnchorGrid grid = AnchorGrid.of(calendar.anchor(), start.day(), calendar.period());
        boolean sameDay = on.time().isBefore(start.time());
        LocalDate day = sameDay ? on.day().minusDays(1) : on.day();
        return new Moment(grid.at(grid.numberAt(day) + later), start.time());
    }
}
