package io.github.saleskit.cpq.subscription;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problems;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;

/** Finds what is wrong with a subscription. */
final class SubscriptionCheck {

    private static final int MOST_DIGITS = 40;

    private final BillingPolicy policy;
    private final Subscription subscription;

    SubscriptionCheck(BillingPolicy policy, Subscription subscription) {
        this.policy = policy;
        this.subscription = subscription;
    }

    /**
     * Checks all of it.
     *
     * @throws DefinitionException with every problem
     */
    void throwIfAny() {
        Problems problems = new Problems();
        report(problems);
        problems.throwIfAny("subscription \"" + subscription.id() + "\"");
    }

    void report(Problems problems) {
        subscription
                .until()
                .filter(subscription.start()::isAfter)
                .ifPresent(until -> problems.at("until")
                        .report(
                                "until.order",
                                until.toString(),
                                "a subscription cannot end before " + subscription.start()));
        if (subscription.items().isEmpty()) {
            problems.at("items").report("items.none", null, "a subscription must have an item");
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < subscription.items().size(); i++) {
            SubscriptionItem item = subscription.items().get(i);
            if (!ids.add(item.id())) {
                problems.at("items", i, "id")
                        .report("id.duplicate", item.id(), "there is another item with this id before");
            }
            checkPeriods(item, problems.at("items", i));
            checkSteps(item.steps(), problems.at("items", i));
        }
    }

    private void checkPeriods(SubscriptionItem item, Problems here) {
        BillingPeriod period = item.billing().orElse(policy.calendar().period());
        if (!AnchorGrid.suits(policy.calendar().anchor(), period)) {
            here.at("billing")
                    .report("billing.anchor", period.toString(), "only whole weeks can begin on a day of the week");
        }
        item.per()
                .filter(per -> !per.comparesWith(period))
                .ifPresent(per -> here.at("per")
                        .report(
                                "per.billing",
                                per.toString(),
                                "a price for months cannot be billed by days, nor one for days by months, here "
                                        + period));
    }

    private void checkSteps(List<SubscriptionStep> steps, Problems here) {
        if (steps.isEmpty()) {
            here.at("steps").report("steps.none", null, "an item must have a step");
        }
        for (int i = 0; i < steps.size(); i++) {
            SubscriptionStep step = steps.get(i);
            if (i > 0 && !step.from().isAfter(steps.get(i - 1).from())) {
                here.at("steps", i, "from")
                        .report("step.order", step.from().toString(), "a step must begin after the one before it");
            }
            checkStep(step, subscription.currency(), here.at("steps", i));
        }
    }

    /** Reports what is wrong with one step. */
    static void checkStep(SubscriptionStep step, CurrencyUnit currency, Problems here) {
        BigDecimal quantity = step.quantity();
        if (quantity.precision() > MOST_DIGITS || Math.abs((long) quantity.scale()) > MOST_DIGITS) {
            here.at("quantity").report("number.size", null, "a quantity may have at most " + MOST_DIGITS + " digits");
            return;
        }
        if (quantity.signum() < 0) {
            here.at("quantity")
                    .report("quantity.negative", quantity.toPlainString(), "a quantity must not be negative");
            return;
        }
        long before = here.total();
        step.price().check(currency, here.at("price"));
        if (here.total() == before && step.price().charges(quantity).isEmpty()) {
            here.at("price")
                    .report(
                            "price.incalculable",
                            quantity.toPlainString(),
                            "the price does not follow from this quantity alone");
        }
    }
}
