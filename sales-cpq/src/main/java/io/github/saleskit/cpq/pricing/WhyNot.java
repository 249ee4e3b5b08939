package io.github.saleskit.cpq.pricing;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;

/**
 * Why a line is not cheaper.
 *
 * <p>Immutable and thread-safe.
 *
 * @param line id of the line
 * @param reasons one for each rule that did not change the line, in the order of the rules
 */
public record WhyNot(@Required String line, List<Reason> reasons) implements Decision, StrictDocument {
    public WhyNot {
        requireNonNull(line, "line");
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }
}
