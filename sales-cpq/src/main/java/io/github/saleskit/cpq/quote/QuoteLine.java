package io.github.saleskit.cpq.quote;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigDecimal;

/**
 * So much of one product.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the host's id of the line, once in a quote
 * @param product id of the product in the catalogue
 * @param quantity in the product's unit; may be a fraction; a line whose quantity is negative gets no price
 */
public record QuoteLine(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String product,
        @JsonProperty(required = true) BigDecimal quantity)
        implements StrictDocument {

    public QuoteLine {
        requireNonNull(id, "id");
        requireNonNull(product, "product");
        requireNonNull(quantity, "quantity");
    }

    /** A line for so many whole units. */
    public static QuoteLine of(String id, String product, long quantity) {
        return new QuoteLine(id, product, BigDecimal.valueOf(quantity));
    }

    /** The same line for another quantity. */
    public QuoteLine withQuantity(BigDecimal newQuantity) {
        return new QuoteLine(id, product, newQuantity);
    }
}
