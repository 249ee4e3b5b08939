package io.github.saleskit.cpq.quote;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.cpq.internal.SortedCopies;
import io.github.saleskit.cpq.internal.ValueStyle;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * So much of one product.
 *
 * <pre>{@code
 * QuoteLine.of("L1", "crm", 25).withAttributes(Map.of("edition", "enterprise")).withTermMonths(36)
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the host's id of the line, once in a quote
 * @param product id of the product in the catalogue
 * @param quantity in the product's unit, or in {@code unit}; may be a fraction; a line whose quantity is negative gets
 *     no price
 * @param unit in which the quantity is stated, where that is not the product's own; converted by the catalogue
 * @param attributes chosen characteristics of the product, by name; iterated in the order of the names
 * @param termMonths for how many months it is committed; absent for one-time sales
 * @param group name of the part of the quote in which the line is shown
 * @param optional whether the customer may still choose it: priced by itself, but not in the total
 * @param partOf id of the line of the bundle it belongs to; see {@link Bundler}
 * @param alternativeTo id of the line in whose place it could be taken: priced by itself, but not in the total
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record QuoteLine(
        @Required String id,
        @Required String product,
        @Required BigDecimal quantity,
        Optional<String> unit,
        Map<String, String> attributes,
        Optional<Integer> termMonths,
        Optional<String> group,
        Optional<Boolean> optional,
        Optional<String> partOf,
        Optional<String> alternativeTo)
        implements StrictDocument, WithQuoteLine {

    public QuoteLine {
        requireNonNull(id, "id");
        requireNonNull(product, "product");
        requireNonNull(quantity, "quantity");
        attributes = SortedCopies.of(attributes);
    }

    /** A builder in which only id, product and quantity are needed. */
    public static Builder builder() {
        return new Builder();
    }

    /** A line for so many whole units. */
    public static QuoteLine of(String id, String product, long quantity) {
        return of(id, product, BigDecimal.valueOf(quantity));
    }

    /** A line for a quantity. */
    public static QuoteLine of(String id, String product, BigDecimal quantity) {
        return builder().id(id).product(product).quantity(quantity).build();
    }

    /**
     * Whether the line is sold as the quote stands, so that it counts in its total: neither optional nor an
     * alternative.
     */
    public boolean counts() {
        return !optional.orElse(false) && alternativeTo.isEmpty();
    }

    /** Builds lines. */
    public static final class Builder extends QuoteLineBuilder {
        Builder() {}
    }
}
