package io.github.saleskit.territory.design;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.territory.geo.Place;
import java.util.Map;

/**
 * An account, or another basic unit such as a postal area or a census tract, that territories are made of.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the host's id
 * @param place where it is
 * @param activity how much of each measure it brings, by the host's names, such as visits a year or yearly potential; each
 *     at least 0
 */
public record TerritoryAccount(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) Place place,
        Map<String, Double> activity)
        implements StrictDocument {

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
        if (!(value >= 0 && value <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "activity " + measure + " is " + value + ", but must be a finite number of at least 0.");
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
