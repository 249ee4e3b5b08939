package io.github.saleskit.cpq.subscription;

import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.cpq.pricing.PriceModel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A subscription that goes on after its term, and by what its prices rose.
 *
 * @param subscription as it is then
 * @param reason what was decided
 */
record Renewal(Subscription subscription, Reason reason) {

    private static final int MOST_DIGITS = 12;
    private static final int MOST_PERCENT_DIGITS = 40;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Renewal of(RenewalPolicy policy, Subscription subscription, Moment end, Optional<BigDecimal> index) {
        requireReasonable(policy, index);
        BigDecimal wanted = wanted(policy, index);
        BigDecimal uplift = bounded(policy, wanted);
        Problems problems = new Problems();
        check(policy, uplift, problems);
        Moment until = new Moment(newEnd(subscription.start().day(), end.day(), policy.term()), end.time());
        PriceScaling scaling = new PriceScaling(BigDecimal.ONE.add(uplift.movePointLeft(2)), policy.priceDigits());
        List<SubscriptionItem> items = new ArrayList<>();
        for (int i = 0; problems.isEmpty() && i < subscription.items().size(); i++) {
            items.add(item(subscription.items().get(i), end, scaling, problems.at("items", i)));
        }
        problems.throwIfAny("renewal of subscription \"" + subscription.id() + "\"");
        Subscription renewed = subscription.withItems(items).withUntil(until);
        return new Renewal(renewed, reason(subscription, wanted, uplift, until));
    }

    /** Numbers that are short enough to be added up and written out. */
    private static void requireReasonable(RenewalPolicy policy, Optional<BigDecimal> index) {
        Problems problems = new Problems();
        checkDigits(policy.percent(), problems.at("percent"));
        policy.cap().ifPresent(cap -> checkDigits(cap, problems.at("cap")));
        policy.floor().ifPresent(floor -> checkDigits(floor, problems.at("floor")));
        problems.throwIfAny("renewal policy");
        if (index.filter(percent -> !isShort(percent)).isPresent()) {
            throw new IllegalArgumentException(
                    "indexPercent has more than " + MOST_PERCENT_DIGITS + " digits, which is no percentage.");
        }
    }

    private static void checkDigits(BigDecimal percent, Problems here) {
        if (!isShort(percent)) {
            here.report("number.size", null, "a percentage may have at most " + MOST_PERCENT_DIGITS + " digits");
        }
    }

    private static boolean isShort(BigDecimal percent) {
        return percent.precision() <= MOST_PERCENT_DIGITS && Math.abs((long) percent.scale()) <= MOST_PERCENT_DIGITS;
    }

    private static Reason reason(Subscription subscription, BigDecimal wanted, BigDecimal uplift, Moment until) {
        return Reason.of(
                "cpq.subscription.renewed",
                "subscription",
                subscription.id(),
                "until",
                until,
                "wanted",
                wanted.toPlainString(),
                "uplift",
                uplift.toPlainString());
    }

    private static BigDecimal wanted(RenewalPolicy policy, Optional<BigDecimal> index) {
        if (!policy.indexed().orElse(false)) {
            return policy.percent();
        }
        return policy.percent()
                .add(index.orElseThrow(() ->
                        new IllegalArgumentException("indexPercent is missing, but the renewal policy is indexed.")));
    }

    private static BigDecimal bounded(RenewalPolicy policy, BigDecimal wanted) {
        BigDecimal capped = policy.cap().map(wanted::min).orElse(wanted);
        return policy.floor().map(capped::max).orElse(capped);
    }

    private static void check(RenewalPolicy policy, BigDecimal uplift, Problems problems) {
        if (policy.cap().isPresent()
                && policy.floor()
                        .map(floor -> floor.compareTo(policy.cap().get()) > 0)
                        .orElse(false)) {
            problems.at("floor").report("floor.aboveCap", null, "the floor must not be above the cap");
        }
        if (uplift.compareTo(HUNDRED.negate()) < 0) {
            problems.at("percent").report("percent.range", null, "prices cannot fall by more than 100 percent");
        }
        if (policy.priceDigits()
                .filter(digits -> digits < 0 || digits > MOST_DIGITS)
                .isPresent()) {
            problems.at("priceDigits").report("digits.range", null, "it must be from 0 to " + MOST_DIGITS);
        }
    }

    /** On the day of the month of the start, where the old term was of whole months: 31 March after 28 February. */
    private static LocalDate newEnd(LocalDate start, LocalDate end, BillingPeriod term) {
        long months = ChronoUnit.MONTHS.between(YearMonth.from(start), YearMonth.from(end));
        return term.isOfMonths() && start.plusMonths(months).equals(end)
                ? start.plusMonths(months + term.months())
                : term.after(end, 1);
    }

    /** With the step in force at the end of the term, and any later one, at new prices. */
    private static SubscriptionItem item(SubscriptionItem item, Moment end, PriceScaling scaling, Problems here) {
        boolean ended = item.until().map(own -> own.isBefore(end)).orElse(false);
        Optional<SubscriptionStep> last = item.stepAt(end);
        if (ended || item.per().isEmpty() || last.isEmpty()) {
            return item;
        }
        List<SubscriptionStep> steps = new ArrayList<>();
        for (SubscriptionStep step : ChangedItems.stepsFrom(item, end, UnaryOperator.identity())) {
            Optional<PriceModel> price =
                    step.from().isBefore(end) ? Optional.of(step.price()) : scaling.scale(step.price());
            if (price.isEmpty()) {
                here.at("steps").report("price.fixed", null, "a price of this model cannot be raised by a percentage");
                return item;
            }
            steps.add(step.withPrice(price.get()));
        }
        return item.withSteps(steps).withUntil(Optional.empty());
    }

    /** The subscription with another end; items that ended before its old one stay so. */
    static Subscription extended(Subscription subscription, Moment until) {
        List<SubscriptionItem> items = subscription.items().stream()
                .map(item -> item.until().equals(subscription.until())
                                && item.until().isPresent()
                        ? item.withUntil(Optional.empty())
                        : item)
                .toList();
        return subscription.withItems(items).withUntil(until);
    }
}
