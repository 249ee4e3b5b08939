package io.github.saleskit.cpq.pricing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.cpq.internal.ValueStyle;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Changes prices: when, and what is done.
 *
 * <pre>{@code
 * {"id": "volume-software",
 *  "when": {"all": [{"field": "family", "is": "software"}, {"field": "order.price", "atLeast": "EUR 10000"}]},
 *  "actions": [{"type": "percentOff", "percent": 5}]}
 * }</pre>
 *
 * <p>The condition of a rule whose actions are all on lines is asked for each line, and the rule changes the lines that
 * match. Its fields are of the line {@code product}, {@code family} (absent where the product has none),
 * {@code quantity}, {@code termMonths} (absent where it has none), {@code unitPrice} (list price of one unit),
 * {@code list} (the list price of the whole line) and {@code price} (what the line costs by then),
 * {@code productQuantity} and {@code familyQuantity} (the sums over the quote's lines of the same product or family),
 * and {@code line.} before each name among the plan's {@code lineAttributes}. Of the order, and for other rules only
 * these, they are {@code order.quantity}, {@code order.list} and {@code order.price}, each the sum over the lines that
 * have a price and count in the total, {@code order.at} (the moment of pricing), {@code customer}, {@code quote.}
 * before each name among the plan's {@code quoteAttributes}, and {@code order.lines}, elements with the fields of a
 * line. Prices are as they were before the rule; {@code today} is the day whose prices are asked.
 *
 * <p>The parts of a condition that are joined by {@code all} and ask nothing about prices by then are indexed:
 * thousands of rules cost little more than ten.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id by which waterfalls and reasons name it
 * @param priority rules of higher priority come first, those of equal priority as they stand; 0 when absent
 * @param validFrom the first day on which it applies; since ever when absent
 * @param validUntil the last day on which it applies; for ever when absent
 * @param coupon code that the customer has to present
 * @param group of rules that work together by the group's {@link Stacking}; one after the other when absent
 * @param exclusive which others it keeps away
 * @param when the condition on which it applies; always when absent
 * @param actions what it does, in their order, at least one; where they name an amount, the rule applies to quotes in
 *     its currency only
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PriceRule(
        @Required String id,
        Optional<Integer> priority,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validUntil,
        Optional<String> coupon,
        Optional<String> group,
        Optional<Exclusive> exclusive,
        Optional<Criterion> when,
        List<PriceAction> actions)
        implements StrictDocument, WithPriceRule {

    public PriceRule {
        requireNonNull(id, "id");
        actions = actions == null ? List.of() : List.copyOf(actions);
    }

    /** A builder in which only id and actions are needed. */
    public static Builder builder() {
        return new Builder();
    }

    /** Whether it only changes lines, each by itself. */
    boolean onLines() {
        return actions.stream().allMatch(PriceAction.OnLine.class::isInstance);
    }

    /** Builds price rules. */
    public static final class Builder extends PriceRuleBuilder {
        Builder() {}
    }
}
