package io.github.saleskit.core.assignment;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigDecimal;

/**
 * What one rep gets of a {@link Matching}, and what more room with them would be worth.
 *
 * <p>With one more unit of capacity the total would be better by exactly {@code price}. Where {@code lacking} is true,
 * one more lead would also be matched, its own value or cost counted in the price; for costs that is mostly negative.
 *
 * <p>Immutable and thread-safe.
 *
 * @param rep id of the rep
 * @param capacity how many leads the rep can take
 * @param leads how many the rep gets
 * @param price by how much one more unit of capacity would better the total; 0 for a rep who is not full, and when the
 *     work was stopped
 * @param lacking whether one more unit of capacity would let one more lead be matched
 */
public record RepShare(
        @JsonProperty(required = true) String rep,
        @JsonProperty(required = true) int capacity,
        @JsonProperty(required = true) int leads,
        @JsonProperty(required = true) BigDecimal price,
        @JsonProperty(required = true) boolean lacking)
        implements StrictDocument {

    public RepShare {
        requireNonNull(rep, "rep");
        requireNonNull(price, "price");
    }
}
