package io.github.saleskit.cpq.subscription;

import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.cpq.pricing.PriceModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/** The items of a subscription while the changes of an amendment are applied to them. Mutable, for one thread. */
final class ChangedItems {

    private final Map<String, SubscriptionItem> items = new LinkedHashMap<>();
    private final List<Reason> reasons = new ArrayList<>();
    private final Subscription subscription;
    private final CurrencyUnit currency;
    private final EffectiveTime effective;
    private final CreditPolicy credit;
    private final Moment on;

    ChangedItems(BillingPolicy policy, Subscription subscription, Moment on) {
        this.subscription = subscription;
        this.currency = subscription.currency();
        this.effective = new EffectiveTime(policy, subscription);
        this.credit = policy.credit();
        this.on = on;
        subscription.items().forEach(item -> items.put(item.id(), item));
    }

    List<Reason> reasons() {
        return reasons;
    }

    /** Applies a change, or reports why it cannot be. */
    void apply(SubscriptionChange change, Problems here) {
        if (change instanceof SubscriptionChange.AddItem add) {
            add(add, here);
            return;
        }
        SubscriptionItem item = items.get(change.item());
        if (item == null) {
            here.at("item")
                    .report(
                            "item.unknown",
                            change.item(),
                            "the subscription has no such item",
                            Problems.suggest(change.item(), items.keySet()));
        } else if (!item.until().map(on::isBefore).orElse(true)) {
            here.at("item").report("item.ended", change.item(), "the item ends before " + on);
        } else {
            apply(change, item, here);
        }
    }

    private void apply(SubscriptionChange change, SubscriptionItem item, Problems here) {
        if (change instanceof SubscriptionChange.RemoveItem) {
            remove(item);
        } else if (change instanceof SubscriptionChange.SetQuantity set) {
            edit(item, here, step -> step.withQuantity(set.quantity()));
        } else if (change instanceof SubscriptionChange.AddQuantity more) {
            edit(item, here, step -> step.withQuantity(step.quantity().add(more.quantity())));
        } else if (change instanceof SubscriptionChange.SetPrice set) {
            edit(item, here, step -> step.withPrice(set.price()));
        } else if (change instanceof SubscriptionChange.SwapProduct swap) {
            swap(swap, item, here);
        } else if (change instanceof SubscriptionChange.MakeFree free) {
            free(free, item, here);
        }
    }

    private void add(SubscriptionChange.AddItem add, Problems here) {
        SubscriptionStep step = new SubscriptionStep(on, add.quantity(), add.price());
        if (isNew(add.item(), here.at("item")) && isRight(step, here)) {
            items.put(
                    add.item(),
                    SubscriptionItem.builder()
                            .id(add.item())
                            .product(add.product())
                            .per(add.per())
                            .addSteps(step)
                            .build());
            reasons.add(Reason.of(
                    "cpq.subscription.itemAdded",
                    "item",
                    add.item(),
                    "quantity",
                    add.quantity().toPlainString(),
                    "product",
                    add.product(),
                    "on",
                    on));
        }
    }

    private boolean isNew(String id, Problems here) {
        if (items.containsKey(id)) {
            here.report("id.duplicate", id, "the subscription has an item with this id already");
            return false;
        }
        return true;
    }

    private boolean isRight(SubscriptionStep step, Problems here) {
        long before = here.total();
        SubscriptionCheck.checkStep(step, currency, here);
        return here.total() == before;
    }

    private void remove(SubscriptionItem item) {
        Moment until = effective.ofCredit(item, on, credit);
        items.put(item.id(), item.withUntil(until));
        reasons.add(
                Reason.of("cpq.subscription.itemRemoved", "item", item.id(), "product", item.product(), "on", until));
    }

    /** Changes the step in force and all later ones; what becomes less begins when credit is given. */
    private void edit(SubscriptionItem item, Problems here, UnaryOperator<SubscriptionStep> change) {
        Optional<SubscriptionStep> now = item.stepAt(on);
        Optional<SubscriptionStep> then = now.map(change);
        if (!areRight(item, change, here)) {
            return;
        }
        boolean less =
                now.isPresent() && ItemCharges.price(then.orElseThrow()).isLessThan(ItemCharges.price(now.get()));
        Moment from = less ? effective.ofCredit(item, on, credit) : on;
        items.put(
                item.id(),
                item.withSteps(stepsFrom(
                        item, from, step -> step.from().isBefore(on) ? credited(step, change) : change.apply(step))));
        reasons.add(changed(item, now, then, from));
    }

    /**
     * What went before the change in a period that is credited as a whole: never dearer, and nothing less than no
     * units.
     */
    private static SubscriptionStep credited(SubscriptionStep step, UnaryOperator<SubscriptionStep> change) {
        SubscriptionStep changed = change.apply(step);
        SubscriptionStep less = changed.withQuantity(changed.quantity().max(BigDecimal.ZERO));
        boolean hasPrice = !less.price().charges(less.quantity()).isEmpty();
        return hasPrice && ItemCharges.price(less).isLessThan(ItemCharges.price(step)) ? less : step;
    }

    private boolean areRight(SubscriptionItem item, UnaryOperator<SubscriptionStep> change, Problems here) {
        for (SubscriptionStep step : stepsFrom(item, on, change)) {
            if (!isRight(step, here)) {
                return false;
            }
        }
        return true;
    }

    private static Reason changed(
            SubscriptionItem item, Optional<SubscriptionStep> now, Optional<SubscriptionStep> then, Moment from) {
        SubscriptionStep before = now.orElse(item.steps().get(0));
        SubscriptionStep after = then.orElse(before);
        return Reason.of(
                "cpq.subscription.itemChanged",
                "item",
                item.id(),
                "before",
                before.quantity().toPlainString(),
                "after",
                after.quantity().toPlainString(),
                "priceBefore",
                ItemCharges.price(before),
                "priceAfter",
                ItemCharges.price(after),
                "on",
                from);
    }

    /** The steps, changed from a time on; the one in force then is cut there. */
    static List<SubscriptionStep> stepsFrom(
            SubscriptionItem item, Moment from, UnaryOperator<SubscriptionStep> change) {
        List<SubscriptionStep> steps = new ArrayList<>();
        item.steps().stream().filter(step -> step.from().isBefore(from)).forEach(steps::add);
        item.stepAt(from).map(step -> change.apply(step.at(from))).ifPresent(steps::add);
        item.steps().stream()
                .filter(step -> step.from().isAfter(from))
                .map(change)
                .forEach(steps::add);
        return steps;
    }

    private void swap(SubscriptionChange.SwapProduct swap, SubscriptionItem item, Problems here) {
        List<SubscriptionStep> steps = stepsFrom(item, on, step -> step.withPrice(swap.price())).stream()
                .filter(step -> !step.from().isBefore(on))
                .toList();
        if (isNew(swap.newItem(), here.at("newItem")) && areRight(item, step -> step.withPrice(swap.price()), here)) {
            remove(item);
            items.put(
                    swap.newItem(),
                    item.withId(swap.newItem()).withProduct(swap.product()).withSteps(steps));
            reasons.add(Reason.of(
                    "cpq.subscription.itemSwapped",
                    "item",
                    item.id(),
                    "newItem",
                    swap.newItem(),
                    "product",
                    swap.product(),
                    "on",
                    on));
        }
    }

    private void free(SubscriptionChange.MakeFree free, SubscriptionItem item, Problems here) {
        if (item.per().isEmpty()) {
            here.at("item").report("item.once", item.id(), "only what recurs can be free for a while");
            return;
        }
        Moment from = effective.ofCredit(item, on, credit);
        Moment earliest = Moment.later(on, from);
        if (!free.until().isAfter(earliest)) {
            here.at("until").report("until.order", free.until().toString(), "it must be after " + earliest);
            return;
        }
        List<SubscriptionStep> after = stepsFrom(item, free.until(), UnaryOperator.identity()).stream()
                .filter(step -> !step.from().isBefore(free.until()))
                .toList();
        List<SubscriptionStep> steps = new ArrayList<>();
        stepsFrom(item, from, this::free).stream()
                .filter(step -> step.from().isBefore(free.until()))
                .forEach(steps::add);
        steps.addAll(after);
        items.put(item.id(), item.withSteps(steps));
        reasons.add(Reason.of("cpq.subscription.itemFree", "item", item.id(), "on", from, "until", free.until()));
    }

    private SubscriptionStep free(SubscriptionStep step) {
        return step.withPrice(new PriceModel.PerUnit(BigMoney.zero(currency)));
    }

    /** The subscription with the items as they are now. */
    Subscription result() {
        return subscription.withItems(items.values());
    }
}
