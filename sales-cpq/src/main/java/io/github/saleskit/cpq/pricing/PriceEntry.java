package io.github.saleskit.cpq.pricing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.cpq.internal.SortedCopies;
import io.github.saleskit.cpq.internal.ValueStyle;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.BigMoney;

/**
 * A list price of one product in a price book.
 *
 * <p>Of several entries that fit a line, the most specific wins: the one in the quote's own price book before those it
 * inherits, then the one that asks for more attributes, then the one that begins later, then the one that stands
 * earlier.
 *
 * <pre>{@code
 * PriceEntry.of("crm", PerUnit(EUR 30))                                            // for everybody
 * PriceEntry.of("crm", PerUnit(EUR 24)).withDeal(Map.of("customer", "C-7"))        // as contracted with C-7
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param product id of the product in the catalogue
 * @param price how the list price follows from the quantity
 * @param deal attributes that the line, the quote or the product must have, {@code customer} among them; none when
 *     empty
 * @param atLeast the smallest quantity for which it holds
 * @param atMost the largest quantity for which it holds
 * @param validFrom the first day on which it holds
 * @param validUntil the last day on which it holds
 * @param floor below which no rule may take the price of a unit; not negative
 * @param spend the least and the most that a line is charged at list price
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PriceEntry(
        @Required String product,
        @Required PriceModel price,
        Map<String, String> deal,
        Optional<BigDecimal> atLeast,
        Optional<BigDecimal> atMost,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validUntil,
        Optional<BigMoney> floor,
        Optional<SpendLimits> spend)
        implements StrictDocument, WithPriceEntry {

    public PriceEntry {
        requireNonNull(product, "product");
        requireNonNull(price, "price");
        deal = SortedCopies.of(deal);
    }

    /** A builder in which only product and price are needed. */
    public static Builder builder() {
        return new Builder();
    }

    /** A price for everybody. */
    public static PriceEntry of(String product, PriceModel price) {
        return builder().product(product).price(price).build();
    }

    /** Whether it holds for a quantity on a day. */
    boolean covers(BigDecimal quantity, LocalDate asOf) {
        return holdsFor(quantity) && holdsOn(asOf);
    }

    /** Whether it holds for a quantity. */
    boolean holdsFor(BigDecimal quantity) {
        return atLeast.map(least -> quantity.compareTo(least) >= 0).orElse(true)
                && atMost.map(most -> quantity.compareTo(most) <= 0).orElse(true);
    }

    /** Whether it holds on a day. */
    boolean holdsOn(LocalDate asOf) {
        return !validFrom.map(asOf::isBefore).orElse(false)
                && !validUntil.map(asOf::isAfter).orElse(false);
    }

    /** Builds price entries. */
    public static final class Builder extends PriceEntryBuilder {
        Builder() {}
    }
}
