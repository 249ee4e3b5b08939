package io.github.saleskit.cpq.subscription;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.cpq.internal.ValueStyle;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.BigMoney;
import org.joda.money.Money;

/**
 * What is charged for a stretch of an item, or credited for one.
 *
 * <p>Immutable and thread-safe.
 *
 * @param item id of the item
 * @param product id of the product
 * @param due the day on which it is due
 * @param from where the stretch begins
 * @param until where it ends: the first moment after it; the beginning where something is sold once
 * @param quantity units
 * @param price what so many cost for a whole price period, exactly
 * @param share what part of a billing period the stretch is; negative for credits
 * @param amount in minor units; negative for credits
 * @param credit whether it takes back what was charged before
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ScheduledCharge(
        @Required String item,
        @Required String product,
        @Required LocalDate due,
        @Required Moment from,
        @Required Moment until,
        @Required BigDecimal quantity,
        @Required BigMoney price,
        @Required PeriodShare share,
        @Required Money amount,
        Optional<Boolean> credit)
        implements StrictDocument, WithScheduledCharge {

    public ScheduledCharge {
        requireNonNull(item, "item");
        requireNonNull(product, "product");
        requireNonNull(due, "due");
        requireNonNull(from, "from");
        requireNonNull(until, "until");
        requireNonNull(quantity, "quantity");
        requireNonNull(price, "price");
        requireNonNull(share, "share");
        requireNonNull(amount, "amount");
    }

    static Builder builder() {
        return new Builder();
    }

    /** What is charged or credited, to be read by people. */
    public Reason reason() {
        String code = credit.orElse(false) ? "cpq.subscription.credited" : "cpq.subscription.charged";
        return Reason.of(
                code,
                "item",
                item,
                "quantity",
                quantity,
                "product",
                product,
                "from",
                from,
                "until",
                until,
                "part",
                share.part(),
                "whole",
                share.whole(),
                "amount",
                amount,
                "due",
                due);
    }

    static final class Builder extends ScheduledChargeBuilder {
        Builder() {}
    }
}
