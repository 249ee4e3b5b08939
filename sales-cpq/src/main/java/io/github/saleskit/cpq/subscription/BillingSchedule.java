package io.github.saleskit.cpq.subscription;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/**
 * All that a subscription is charged, in the order in which it is due.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param subscription its id
 * @param horizon periods are listed that begin before this moment
 * @param charges by due day, then in the order of the items and of time
 * @param total their sum, to the last minor unit
 */
public record BillingSchedule(
        @Required int version,
        @Required String subscription,
        @Required Moment horizon,
        List<ScheduledCharge> charges,
        @Required Money total)
        implements Decision, StrictDocument {

    public BillingSchedule {
        DocumentVersion.require("billing schedule", version, 1);
        requireNonNull(subscription, "subscription");
        requireNonNull(horizon, "horizon");
        charges = charges == null ? List.of() : List.copyOf(charges);
        requireNonNull(total, "total");
    }

    /** What is due by a day, that day included. */
    public Money dueBy(LocalDate day) {
        Money sum = Money.zero(total.getCurrencyUnit());
        for (ScheduledCharge charge : charges) {
            sum = charge.due().isAfter(day) ? sum : sum.plus(charge.amount());
        }
        return sum;
    }

    /** What is due on each day on which something is, the earliest first. */
    public Map<LocalDate, Money> dueDays() {
        Map<LocalDate, Money> days = new LinkedHashMap<>();
        charges.forEach(each -> days.merge(each.due(), each.amount(), Money::plus));
        return Collections.unmodifiableMap(days);
    }

    /** The total, then each charge. */
    @Override
    public List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.of(
                "cpq.subscription.scheduled",
                "subscription",
                subscription,
                "charges",
                charges.size(),
                "horizon",
                horizon,
                "total",
                total));
        charges.forEach(each -> reasons.add(each.reason()));
        return List.copyOf(reasons);
    }
}
