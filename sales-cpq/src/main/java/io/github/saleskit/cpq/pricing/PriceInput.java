package io.github.saleskit.cpq.pricing;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.cpq.internal.SortedCopies;
import io.github.saleskit.cpq.internal.ValueStyle;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.BigMoney;

/**
 * What a price model may ask about a line.
 *
 * <p>Immutable and thread-safe.
 *
 * @param quantity for which is charged; not negative
 * @param tierQuantity by which the tier is chosen where that differs, as for units charged pro rata; the quantity when
 *     absent
 * @param transactions the single amounts of which the quantity is the sum, where fees are by transaction
 * @param attributes characteristics of the line and its product, by name
 * @param cost of one unit
 */
@ValueStyle
@Value.Builder
public record PriceInput(
        BigDecimal quantity,
        Optional<BigDecimal> tierQuantity,
        Optional<Integer> transactions,
        Map<String, String> attributes,
        Optional<BigMoney> cost)
        implements WithPriceInput {

    public PriceInput {
        requireNonNull(quantity, "quantity");
        attributes = SortedCopies.of(attributes);
    }

    /** A builder in which only the quantity is needed. */
    public static Builder builder() {
        return new Builder();
    }

    /** Nothing but a quantity. */
    public static PriceInput of(BigDecimal quantity) {
        return new PriceInput(quantity, Optional.empty(), Optional.empty(), Map.of(), Optional.empty());
    }

    /** The quantity by which the tier is chosen. */
    BigDecimal tierOf() {
        return tierQuantity.orElse(quantity);
    }

    /** Builds inputs. */
    public static final class Builder extends PriceInputBuilder {
        Builder() {}
    }
}
