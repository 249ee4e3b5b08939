package io.github.saleskit.territory.design;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.territory.geo.Place;
import io.github.saleskit.territory.internal.Figures;
import io.github.saleskit.territory.internal.InOrder;
import java.util.Map;

/**
 * An account, or another basic unit such as a postal area or a census tract, that territories are made of.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the host's id
 * @param place where it is
 * @param activity how much of each measure it brings, by the host's names, such as visits a year or yearly potential;
 *     each from 0 to 1e100
 */
public record TerritoryAccount(
        @Required String id, @Required Place place, Map<String, Double> activity) implements StrictDocument {

    public TerritoryAccount {
        requireNonBlank(id);
        activity = InOrder.copy(activity);
        activity.forEach(TerritoryAccount::requireActivity);
    }

    private static void requireNonBlank(String id) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("id is \"" + id + "\", but must name the account.");
        }
    }

    private static void requireActivity(String measure, Double value) {
        if (!(value >= 0 && value <= Figures.LARGEST)) {
            throw new IllegalArgumentException(
                    "activity " + measure + " is " + value + ", but must be from 0 to 1e100.");
        }
    }

    /** An account with one measure. */
    public static TerritoryAccount of(String id, Place place, String measure, double activity) {
        return new TerritoryAccount(id, place, Map.of(measure, activity));
    }

    /** The activity in a measure; 0 when the account has none. */
    public double activity(String measure) {
        return activity.getOrDefault(measure, 0.0);
    }
}
