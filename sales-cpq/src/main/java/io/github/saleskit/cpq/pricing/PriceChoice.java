package io.github.saleskit.cpq.pricing;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;

/**
 * Which of several prices a line has, and why none of the others.
 *
 * <p>Immutable and thread-safe.
 *
 * @param line id of the line
 * @param reasons one for each price of the product in the quote's price book and those it inherits, in the order in
 *     which {@link PriceEntry} says that they are asked; or why the line has none at all
 */
public record PriceChoice(@Required String line, List<Reason> reasons) implements Decision, StrictDocument {
    public PriceChoice {
        requireNonNull(line, "line");
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }
}
