package io.github.saleskit.territory.rule;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;

/**
 * Two rules that claim the same accounts for different territories, where only their order decides.
 *
 * <p>Immutable and thread-safe.
 *
 * @param winner id of the rule that comes first
 * @param loser id of the other
 * @param accounts how many accounts both claim
 * @param examples ids of the first of them, at most 5
 */
public record TerritoryOverlap(
        @Required String winner,
        @Required String loser,
        @Required long accounts,
        @Required List<String> examples) implements StrictDocument {

    public TerritoryOverlap {
        examples = List.copyOf(examples);
    }
}
