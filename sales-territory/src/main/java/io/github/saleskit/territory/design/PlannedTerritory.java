package io.github.saleskit.territory.design;

import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.territory.geo.Place;
import io.github.saleskit.territory.internal.InOrder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One territory of a plan.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id of the territory
 * @param centre id of the account at its centre, the one from which its accounts are nearest in sum; the id of the
 *     territory where the centre is the home of its rep or {@linkplain CentrePlacement#ANYWHERE anywhere}
 * @param place where the centre is
 * @param accounts how many accounts it has, at least 1; a territory whose rep has a home may end with none
 * @param distance sum of the distances from its accounts to the centre, in kilometres on the Earth
 * @param loads its sum in each measure that occurs in the problem, by name in alphabetical order
 */
public record PlannedTerritory(
        @Required String id,
        @Required String centre,
        @Required Place place,
        @Required int accounts,
        @Required double distance,
        Map<String, Double> loads)
        implements StrictDocument {

    public PlannedTerritory {
        loads = InOrder.copy(loads);
    }

    /**
     * The sum in a measure.
     *
     * @throws IllegalArgumentException when no account of the problem has the measure
     */
    public double load(String measure) {
        @Nullable Double load = loads.get(measure);
        if (load == null) {
            String advice = Problems.suggest(measure, loads.keySet());
            throw new IllegalArgumentException("measure is \"" + measure + "\", which no account of the plan has."
                    + (advice == null ? "" : "\n" + advice));
        }
        return load;
    }
}
