package io.github.saleskit.territory.design;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.territory.geo.Place;
import io.github.saleskit.territory.internal.ValueStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.immutables.value.Value;

/**
 * A territory that a design is to fill with accounts.
 *
 * <pre>{@code
 * Territory.of("North");
 * Territory.builder().id("South").weight(.5).home(GeoPoint.of(35.1, 136.9)).build();   // half a job, at home in Nagoya
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the host's id: a name, a rep, a number
 * @param weight how much the territory should get in relation to the others, more than 0; 1 when absent. Bands around
 *     the mean are bands around the territory's share of the total
 * @param home where the rep lives: distances are measured to it, in place of the best account
 * @param limits what this territory has to keep in place of the problem's limit of the same measure
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Territory(@Required String id, Optional<Double> weight, Optional<Place> home, List<ActivityLimit> limits)
        implements StrictDocument, WithTerritory {

    private static final double MOST_WEIGHT = 1e6;

    public Territory {
        requireNonNull(id, "id");
        if (id.isBlank()) {
            throw new IllegalArgumentException("id is \"" + id + "\", but must name the territory.");
        }
        weight = weight == null ? Optional.empty() : weight;
        home = home == null ? Optional.empty() : home;
        limits = limits == null ? List.of() : List.copyOf(limits);
        double share = weight.orElse(1.0);
        if (!(share >= 1 / MOST_WEIGHT && share <= MOST_WEIGHT)) {
            throw new IllegalArgumentException("weight of " + id + " is " + share + ", but must be from 1e-6 to 1e6.");
        }
    }

    /** A territory like any other. */
    public static Territory of(String id) {
        return new Territory(id, Optional.empty(), Optional.empty(), List.of());
    }

    /**
     * So many territories with the ids {@code T1}, {@code T2} and so on, padded with zeros to equal length.
     *
     * @param count at least 1
     */
    public static List<Territory> numbered(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count is " + count + ", but must be at least 1.");
        }
        int digits = Integer.toString(count).length();
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> of(String.format(Locale.ROOT, "T%0" + digits + "d", number)))
                .toList();
    }

    /** A builder; only the id is needed. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Territory}. */
    public static final class Builder extends TerritoryBuilder {
        Builder() {}
    }
}
