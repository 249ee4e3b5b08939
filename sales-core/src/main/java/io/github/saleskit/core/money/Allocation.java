package io.github.saleskit.core.money;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;
import org.joda.money.Money;

/**
 * An amount divided into parts: the parts and what is unplaced add up to it, to the last minor unit.
 *
 * <p>Immutable and thread-safe.
 *
 * @param parts a part for each weight, in the order of the weights
 * @param unplaced what no part could take because of limits or {@link ZeroWeights#NOTHING}, else zero
 */
public record Allocation(
        @Required List<Money> parts, @Required Money unplaced) implements StrictDocument {

    public Allocation {
        parts = List.copyOf(parts);
        requireNonNull(unplaced, "unplaced");
    }

    /** The parts and what is unplaced together: the amount that was divided. */
    public Money total() {
        Money total = unplaced;
        for (Money part : parts) {
            total = total.plus(part);
        }
        return total;
    }
}
