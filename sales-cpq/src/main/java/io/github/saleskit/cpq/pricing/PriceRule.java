package io.github.saleskit.cpq.pricing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.cpq.internal.ValueStyle;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Changes prices: one action and when it is taken.
 *
 * <pre>{@code
 * {"id": "volume-software",
 *  "when": {"all": [{"field": "family", "is": "software"}, {"field": "order.price", "atLeast": "EUR 10000"}]},
 *  "action": {"type": "percentOff", "percent": 5}}
 * }</pre>
 *
 * <p>The condition of a rule on lines is asked for each line, and the rule changes the lines that match. Its fields are of the line
 * {@code product}, {@code family} (absent where the product has none), {@code quantity}, {@code list} (the list price of the whole
 * line) and {@code price} (what the line costs by then). Of the order, and for rules on the order only these, they are
 * {@code order.quantity}, {@code order.list} and {@code order.price}, each the sum over the lines that have a price, and
 * {@code order.lines}, elements with the fields of a line. All of them are as they were before the rule; {@code today} is the day whose
 * prices are asked.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id by which waterfalls and reasons name it
 * @param validFrom the first day on which it applies; since ever when absent
 * @param validUntil the last day on which it applies; for ever when absent
 * @param when the condition on which it applies; always when absent
 * @param action what it does; where that names an amount, the rule applies to quotes in its currency only
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PriceRule(
        @JsonProperty(required = true) String id,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validUntil,
        Optional<Criterion> when,
        @JsonProperty(required = true) PriceAction action)
        implements StrictDocument, WithPriceRule {

    public PriceRule {
        requireNonNull(id, "id");
        requireNonNull(action, "action");
    }

    /** A builder in which only id and action are needed. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds price rules. */
    public static final class Builder extends PriceRuleBuilder {
        Builder() {}
    }
}
