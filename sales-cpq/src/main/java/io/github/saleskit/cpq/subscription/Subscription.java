package io.github.saleskit.cpq.subscription;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.cpq.internal.Unknown;
import io.github.saleskit.cpq.internal.ValueStyle;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a customer subscribed to, and for how long.
 *
 * <pre>{@code
 * Subscription subscription = Subscription.builder()
 *         .id("S-1").currency(CurrencyUnit.EUR)
 *         .starting(LocalDate.of(2026, 1, 15))
 *         .lasting(BillingPeriod.months(36))         // left out: evergreen
 *         .addItems(SubscriptionItem.of(...))
 *         .build();
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param id the host's id
 * @param customer the host's id of the customer
 * @param currency of all its prices
 * @param start when it begins
 * @param until when it ends: the first moment after it; absent where it is evergreen
 * @param trialUntil when charging begins, after a trial; with the start when absent
 * @param cancelledOn when it was cancelled, where it was
 * @param items in their order, at least one
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Subscription(
        @Required int version,
        @Required String id,
        Optional<String> customer,
        @Required CurrencyUnit currency,
        @Required Moment start,
        Optional<Moment> until,
        Optional<Moment> trialUntil,
        Optional<Moment> cancelledOn,
        @Required List<SubscriptionItem> items)
        implements StrictDocument, WithSubscription {

    public Subscription {
        DocumentVersion.require("subscription", version, 1);
        requireNonNull(id, "id");
        requireNonNull(currency, "currency");
        requireNonNull(start, "start");
        items = List.copyOf(items);
    }

    /** A builder with the newest version. */
    public static Builder builder() {
        return new Builder();
    }

    /** When charging begins. */
    Moment chargedFrom() {
        return trialUntil.map(end -> Moment.later(end, start)).orElse(start);
    }

    /** The end of an item, with its own or the subscription's, whichever is first; empty where both go on. */
    Optional<Moment> endOf(SubscriptionItem item) {
        return until.map(
                        end -> item.until().map(own -> Moment.earlier(own, end)).orElse(end))
                .or(item::until);
    }

    /**
     * The item of that id.
     *
     * @throws IllegalArgumentException when there is none
     */
    public SubscriptionItem item(String wanted) {
        return items.stream()
                .filter(each -> each.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Unknown.message(
                        "item",
                        wanted,
                        "but subscription " + id + " has no such item.",
                        items.stream().map(SubscriptionItem::id).toList())));
    }

    /** Builds subscriptions. */
    public static final class Builder extends SubscriptionBuilder {
        private @Nullable LocalDate first;

        Builder() {
            version(1);
        }

        /** The first day. */
        public Builder starting(LocalDate day) {
            first = day;
            return start(Moment.of(day));
        }

        /**
         * How long it lasts from its {@linkplain #starting first day}, which is given before.
         *
         * @throws IllegalArgumentException when the first day was not given
         */
        public Builder lasting(BillingPeriod term) {
            if (first == null) {
                throw new IllegalArgumentException(
                        "lasting is " + term + ", but from no day yet.\nMaybe call starting before?");
            }
            return until(Moment.of(term.after(first, 1)));
        }
    }
}
