package io.github.saleskit.cpq.subscription;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.explain.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Schedules, changes, renews and values subscriptions by a billing policy.
 *
 * <pre>{@code
 * SubscriptionEngine engine = SubscriptionEngine.compile(policy);
 * BillingSchedule schedule = engine.schedule(subscription);                   // every charge; adds up to its total
 * AmendedSubscription amended = engine.amend(subscription, Amendment.of("A-1", LocalDate.of(2026, 2, 15),
 *         new SubscriptionChange.SetQuantity("L1", new BigDecimal("40"))));
 * amended.deltas();                                                           // - EUR 375.00, + EUR 600.00
 * engine.cancel(subscription, Cancellation.of(today).withFeePercent(new BigDecimal("50"))).fee();
 * engine.value(subscription, Moment.of(today)).mrr();
 * }</pre>
 *
 * <p>A subscription that is wrong is a {@link DefinitionException} with every problem of it. An evergreen subscription
 * needs a horizon wherever its schedule is compared or added up.
 *
 * <p>Immutable and thread-safe. A schedule takes O(n log n) for n charges; more than a million are refused.
 */
public final class SubscriptionEngine {

    private final BillingPolicy policy;

    private SubscriptionEngine(BillingPolicy policy) {
        this.policy = policy;
    }

    /**
     * Checks a policy.
     *
     * @throws DefinitionException with every problem
     */
    public static SubscriptionEngine compile(BillingPolicy policy) {
        Problems problems = new Problems();
        PolicyCheck.report(policy, problems);
        problems.throwIfAny("billing policy");
        return new SubscriptionEngine(policy);
    }

    /**
     * Everything that a subscription with an end is charged.
     *
     * @throws IllegalArgumentException when it is evergreen
     */
    public BillingSchedule schedule(Subscription subscription) {
        return scheduled(checked(subscription), end(subscription));
    }

    /** What a subscription is charged for the periods that begin before a day, and what is sold once before it. */
    public BillingSchedule schedule(Subscription subscription, LocalDate horizon) {
        return scheduled(checked(subscription), Moment.of(horizon));
    }

    private Subscription checked(Subscription subscription) {
        new SubscriptionCheck(policy, subscription).throwIfAny();
        return subscription;
    }

    private static Moment end(Subscription subscription) {
        return subscription
                .until()
                .orElseThrow(() -> new IllegalArgumentException("subscription is " + subscription.id()
                        + ", which is evergreen and has no end.\nMaybe give a horizon?"));
    }

    private BillingSchedule scheduled(Subscription subscription, Moment horizon) {
        List<ScheduledCharge> charges = new ArrayList<>();
        for (SubscriptionItem item : subscription.items()) {
            charges.addAll(new ItemCharges(policy, subscription, item, horizon).list());
            if (charges.size() > BillingCalendar.MOST_PERIODS) {
                throw new IllegalArgumentException("horizon is " + horizon + ", but until then there are more than "
                        + BillingCalendar.MOST_PERIODS + " charges.");
            }
        }
        charges.sort(Comparator.comparing(ScheduledCharge::due));
        return new BillingSchedule(1, subscription.id(), horizon, charges, sum(subscription, charges));
    }

    private static Money sum(Subscription subscription, List<ScheduledCharge> charges) {
        return charges.stream().map(ScheduledCharge::amount).reduce(Money.zero(subscription.currency()), Money::plus);
    }

    /**
     * Changes a subscription with an end.
     *
     * @throws DefinitionException with every problem of the subscription or of the amendment
     * @throws IllegalArgumentException when it is evergreen
     */
    public AmendedSubscription amend(Subscription subscription, Amendment amendment) {
        return amended(subscription, amendment, end(subscription));
    }

    /** Changes a subscription; the deltas are those of the periods that begin before a day. */
    public AmendedSubscription amend(Subscription subscription, Amendment amendment, LocalDate horizon) {
        return amended(subscription, amendment, Moment.of(horizon));
    }

    private AmendedSubscription amended(Subscription subscription, Amendment amendment, Moment horizon) {
        checked(subscription);
        Problems problems = new Problems();
        ChangedItems items = new ChangedItems(policy, subscription, amendment.on());
        checkTime(subscription, amendment, problems);
        for (int i = 0; i < amendment.changes().size(); i++) {
            items.apply(amendment.changes().get(i), problems.at("changes", i));
        }
        problems.throwIfAny("amendment \"" + amendment.id() + "\"");
        return changed(subscription, items.result(), amendment.on(), horizon, items.reasons());
    }

    private static void checkTime(Subscription subscription, Amendment amendment, Problems problems) {
        if (amendment.changes().isEmpty()) {
            problems.at("changes").report("changes.none", null, "an amendment must change something");
        }
        boolean early = amendment.on().isBefore(subscription.start());
        if (early || !subscription.until().map(amendment.on()::isBefore).orElse(true)) {
            problems.at("on")
                    .report(
                            "on.range",
                            amendment.on().toString(),
                            amendment.on() + " is not within the subscription's term, which begins at "
                                    + subscription.start()
                                    + subscription
                                            .until()
                                            .map(end -> " and ends before " + end)
                                            .orElse(""));
        }
    }

    private AmendedSubscription changed(
            Subscription before, Subscription after, Moment on, Moment horizon, List<Reason> changes) {
        checked(after);
        List<ScheduledCharge> deltas = ScheduleDelta.between(
                scheduled(onlyChanged(before, after), horizon).charges(),
                scheduled(onlyChanged(after, before), horizon).charges(),
                earliestDue(before, on));
        List<Reason> reasons = new ArrayList<>(changes);
        deltas.forEach(each -> reasons.add(each.reason()));
        return new AmendedSubscription(1, after, deltas, sum(after, deltas), Optional.empty(), reasons);
    }

    /** With only the items that the other does not have, or has otherwise; all others are charged the same. */
    private static Subscription onlyChanged(Subscription one, Subscription other) {
        Map<String, SubscriptionItem> others = new HashMap<>();
        other.items().forEach(item -> others.put(item.id(), item));
        return one.withItems(one.items().stream()
                .filter(item -> !isChargedAlike(one, item, other, others.get(item.id())))
                .toList());
    }

    /** Whether an item is there, and is charged, as in another subscription. */
    private static boolean isChargedAlike(
            Subscription one, SubscriptionItem item, Subscription other, @Nullable SubscriptionItem same) {
        return same != null && item.equals(same) && one.endOf(item).equals(other.endOf(same));
    }

    private LocalDate earliestDue(Subscription subscription, Moment on) {
        return policy.changesDue() == ChangesDue.AT_ONCE
                ? on.day()
                : new EffectiveTime(policy, subscription)
                        .nextAnchor(subscription.items().get(0).withBilling(Optional.empty()), on)
                        .day();
    }

    /**
     * Gives up a subscription with an end.
     *
     * @throws IllegalArgumentException when it is evergreen
     */
    public AmendedSubscription cancel(Subscription subscription, Cancellation cancellation) {
        return cancelled(subscription, cancellation, end(subscription));
    }

    /** Gives up a subscription; the deltas are those of the periods that begin before a day. */
    public AmendedSubscription cancel(Subscription subscription, Cancellation cancellation, LocalDate horizon) {
        return cancelled(subscription, cancellation, Moment.of(horizon));
    }

    private AmendedSubscription cancelled(Subscription subscription, Cancellation cancellation, Moment horizon) {
        checked(subscription);
        cancellation.feePercent().ifPresent(SubscriptionEngine::requirePercent);
        Moment on = cancellation.on();
        if (on.isBefore(subscription.start())
                || subscription.until().map(end -> on.isAfter(end)).orElse(false)) {
            throw new IllegalArgumentException(
                    "on is " + on + ", but must be within the term of subscription " + subscription.id() + ": from "
                            + subscription.start()
                            + subscription.until().map(end -> " to " + end).orElse(" on") + ".");
        }
        Subscription marked = subscription.withCancelledOn(on);
        Subscription after = cancellation.atEndOfTerm().orElse(false)
                ? marked.withUntil(end(subscription))
                : ended(marked, on, cancellation.credit().orElse(policy.credit()));
        Reason reason = Reason.of(
                "cpq.subscription.cancelled",
                "subscription",
                subscription.id(),
                "on",
                on,
                "until",
                after.until().orElseThrow());
        AmendedSubscription cancelled = changed(subscription, after, on, horizon, List.of(reason));
        return cancellation
                .feePercent()
                .filter(percent -> subscription.until().isPresent())
                .map(percent -> withFee(cancelled, subscription, percent))
                .orElse(cancelled);
    }

    /** With a percentage of what falls away of the schedule until the end of the term, however far one looked. */
    private AmendedSubscription withFee(AmendedSubscription cancelled, Subscription before, BigDecimal percent) {
        Subscription after = cancelled.subscription();
        Moment on = after.cancelledOn().orElseThrow();
        BigMoney lost = changed(before, after, on, end(before), List.of())
                .total()
                .toBigMoney()
                .negated();
        Money fee = policy.rounding().settle(lost.multipliedBy(percent.movePointLeft(2)));
        return fee.isNegativeOrZero()
                ? cancelled
                : cancelled.withFee(
                        fee,
                        Reason.of(
                                "cpq.subscription.terminationFee",
                                "subscription",
                                cancelled.subscription().id(),
                                "percent",
                                percent,
                                "lost",
                                lost.toMoney(),
                                "fee",
                                fee));
    }

    private static void requirePercent(BigDecimal percent) {
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException("feePercent is " + percent + ", but must be from 0 to 100.");
        }
    }

    /**
     * Ends every item when its credit begins, and the subscription with the last of them, not before it was cancelled.
     */
    private Subscription ended(Subscription subscription, Moment on, CreditPolicy credit) {
        EffectiveTime effective = new EffectiveTime(policy, subscription);
        List<SubscriptionItem> items = new ArrayList<>();
        Moment last = on;
        for (SubscriptionItem item : subscription.items()) {
            Moment until = effective.ofCredit(item, on, credit);
            boolean endsBefore = item.until().map(own -> !own.isAfter(until)).orElse(false);
            items.add(endsBefore ? item : item.withUntil(until));
            last = endsBefore ? last : Moment.later(last, until);
        }
        return subscription.withItems(items).withUntil(last);
    }

    /**
     * Goes on after the end of the term at new prices; items that ended before stay ended.
     *
     * @param indexPercent by how much the index changed, in percent; needed where the policy is indexed
     * @throws DefinitionException with every problem of the policy
     * @throws IllegalArgumentException when the subscription is evergreen or was cancelled, or the index is missing
     */
    public AmendedSubscription renew(
            Subscription subscription, RenewalPolicy renewal, Optional<BigDecimal> indexPercent) {
        checked(subscription);
        subscription.cancelledOn().ifPresent(on -> {
            throw new IllegalArgumentException("subscription is " + subscription.id() + ", which was cancelled on " + on
                    + ".\nMaybe renew it without cancelledOn, if that was taken back?");
        });
        Renewal renewed = Renewal.of(renewal, subscription, end(subscription), indexPercent);
        Subscription after = renewed.subscription();
        return changed(subscription, after, end(subscription), after.until().orElseThrow(), List.of(renewed.reason()));
    }

    /**
     * Lets several subscriptions end together: shorter ones go on as they are, longer and evergreen ones are shortened.
     *
     * @param subscriptions at least one, and one with an end
     */
    public CoTermination coTerminate(List<Subscription> subscriptions, CommonEnd end) {
        List<Moment> ends = subscriptions.stream()
                .flatMap(each -> each.until().stream())
                .sorted()
                .toList();
        if (ends.isEmpty()) {
            throw new IllegalArgumentException("subscriptions has none with an end.\nMaybe give a day?");
        }
        return coTerminate(subscriptions, end == CommonEnd.EARLIEST ? ends.get(0) : ends.get(ends.size() - 1));
    }

    /**
     * Lets several subscriptions end together.
     *
     * @param until the first moment after all of them, not before any of them begins
     */
    public CoTermination coTerminate(List<Subscription> subscriptions, Moment until) {
        return new CoTermination(
                1, until, subscriptions.stream().map(each -> until(each, until)).toList());
    }

    private AmendedSubscription until(Subscription subscription, Moment until) {
        checked(subscription);
        Optional<Moment> before = subscription.until();
        Moment horizon = before.map(end -> Moment.later(end, until)).orElse(until);
        Moment on = before.map(end -> Moment.earlier(end, until)).orElse(until);
        Reason reason = Reason.of(
                "cpq.subscription.endMoved",
                "subscription",
                subscription.id(),
                "before",
                before.map(Moment::toString).orElse("-"),
                "after",
                until);
        return changed(subscription, Renewal.extended(subscription, until), on, horizon, List.of(reason));
    }

    /**
     * What a subscription is worth; an evergreen one has no total value.
     *
     * @param asOf for when MRR and ARR are given
     */
    public SubscriptionValue value(Subscription subscription, Moment asOf) {
        checked(subscription);
        return new Valuation(policy, subscription, asOf)
                .value(subscription.until().map(end -> scheduled(subscription, end)));
    }

    /** What a subscription is worth; an evergreen one as if it ended at the horizon. */
    public SubscriptionValue value(Subscription subscription, Moment asOf, LocalDate horizon) {
        checked(subscription);
        Moment until = subscription.until().orElse(Moment.of(horizon));
        return new Valuation(policy, subscription, asOf)
                .value(Optional.of(scheduled(subscription.withUntil(until), until)));
    }
}
