package io.github.saleskit.territory.rule;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What one territory has in the main layer, without those below it.
 *
 * <p>Immutable and thread-safe.
 *
 * @param territory its id
 * @param accounts how many it has
 * @param reps how many different people work there at the moment asked about
 * @param totals of each measure over its accounts
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TerritoryCoverage(
        @Required String territory,
        @Required long accounts,
        @Required int reps,
        Map<String, Double> totals) implements StrictDocument {

    public TerritoryCoverage {
        requireNonNull(territory, "territory");
        totals = totals == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(totals));
    }

    /** The total of a measure for each who works there; empty when nobody does, or there is no such measure. */
    public OptionalDouble perRep(String measure) {
        Double total = totals.get(measure);
        return total == null || reps == 0 ? OptionalDouble.empty() : OptionalDouble.of(total / reps);
    }
}
