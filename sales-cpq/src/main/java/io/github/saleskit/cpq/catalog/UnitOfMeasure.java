package io.github.saleskit.cpq.catalog;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigDecimal;

/**
 * A unit as a multiple of another: {@code UnitOfMeasure("t", "kg", 1000)} says that a tonne is 1000 kilograms.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id such as {@code t}
 * @param base the unit it is made of, such as {@code kg}; may itself be made of another
 * @param factor how many of the base it is, above zero
 */
public record UnitOfMeasure(
        @Required String id,
        @Required String base,
        @Required BigDecimal factor) implements StrictDocument {

    public UnitOfMeasure {
        requireNonNull(id, "id");
        requireNonNull(base, "base");
        requireNonNull(factor, "factor");
    }
}
