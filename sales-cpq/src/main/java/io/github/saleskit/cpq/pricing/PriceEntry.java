package io.github.saleskit.cpq.pricing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.saleskit.core.json.StrictDocument;

/**
 * The list price of one product in a price book.
 *
 * <p>Immutable and thread-safe.
 *
 * @param product id of the product in the catalogue
 * @param price how the list price follows from the quantity
 */
public record PriceEntry(
        @JsonProperty(required = true) String product,
        @JsonProperty(required = true) PriceModel price) implements StrictDocument {

    public PriceEntry {
        requireNonNull(product, "product");
        requireNonNull(price, "price");
    }
}
