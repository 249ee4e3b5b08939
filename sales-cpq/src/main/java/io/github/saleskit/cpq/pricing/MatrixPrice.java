package io.github.saleskit.cpq.pricing;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;
import org.joda.money.BigMoney;

/**
 * One cell of a price matrix.
 *
 * <p>Immutable and thread-safe.
 *
 * @param values of the matrix's dimensions, in their order; {@code *} for any
 * @param unitPrice of a unit with these values
 */
public record MatrixPrice(List<String> values, @Required BigMoney unitPrice) implements StrictDocument {
    public MatrixPrice {
        values = values == null ? List.of() : List.copyOf(values);
        requireNonNull(unitPrice, "unitPrice");
    }

    /** How many dimensions it names; empty when it does not fit. */
    int fit(List<String> actual) {
        int named = 0;
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).equals(actual.get(i))) {
                named++;
            } else if (!values.get(i).equals("*")) {
                return -1;
            }
        }
        return named;
    }
}
