package io.github.saleskit.cpq.subscription;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.cpq.internal.ValueStyle;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.BigMoney;

/**
 * One product of a subscription, with its quantities and prices over time.
 *
 * <pre>{@code
 * SubscriptionItem.of("L1", "crm", BillingPeriod.monthly(),           // EUR 30 a month and seat
 *         SubscriptionStep.of(start, 25, BigMoney.parse("EUR 30")),
 *         SubscriptionStep.of(start.plusYears(1), 40, BigMoney.parse("EUR 29")));   // a ramp
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the host's id of the item, once in a subscription
 * @param product id of the product in the catalogue
 * @param per for how long the price is meant; absent for what is sold once: then each step charges, on its first day,
 *     what it costs more than the one before
 * @param billing how often it is charged, where that is not the policy's period
 * @param steps in the order of time, at least one; a step that changes nothing is left out
 * @param until when it ends; with the subscription when absent
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record SubscriptionItem(
        @Required String id,
        @Required String product,
        Optional<BillingPeriod> per,
        Optional<BillingPeriod> billing,
        @Required List<SubscriptionStep> steps,
        Optional<Moment> until)
        implements StrictDocument, WithSubscriptionItem {

    public SubscriptionItem {
        requireNonNull(id, "id");
        requireNonNull(product, "product");
        steps = withoutRepetition(List.copyOf(steps));
    }

    private static List<SubscriptionStep> withoutRepetition(List<SubscriptionStep> steps) {
        List<SubscriptionStep> kept = new ArrayList<>();
        for (SubscriptionStep step : steps) {
            if (kept.isEmpty() || !kept.get(kept.size() - 1).goesOnAs(step)) {
                kept.add(step);
            }
        }
        return List.copyOf(kept);
    }

    /** A builder in which id, product and steps are needed. */
    public static Builder builder() {
        return new Builder();
    }

    /** Something that recurs. */
    public static SubscriptionItem of(String id, String product, BillingPeriod per, SubscriptionStep... steps) {
        return builder().id(id).product(product).per(per).addSteps(steps).build();
    }

    /** Something that is sold once, such as a set-up fee. */
    public static SubscriptionItem once(String id, String product, LocalDate on, long quantity, BigMoney unitPrice) {
        return builder()
                .id(id)
                .product(product)
                .addSteps(SubscriptionStep.of(on, quantity, unitPrice))
                .build();
    }

    /** The step in force at a time, if there is one yet; also after the item's end. */
    Optional<SubscriptionStep> stepAt(Moment time) {
        SubscriptionStep found = null;
        for (SubscriptionStep step : steps) {
            if (!step.from().isAfter(time)) {
                found = step;
            }
        }
        return Optional.ofNullable(found);
    }

    /** Builds items. */
    public static final class Builder extends SubscriptionItemBuilder {
        Builder() {}
    }
}
