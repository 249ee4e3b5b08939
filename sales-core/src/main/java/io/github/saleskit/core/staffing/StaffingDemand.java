package io.github.saleskit.core.staffing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What comes in over a day, and how long it takes, as data.
 *
 * <pre>{@code
 * {"version": 1, "name": "Monday", "handling": "PT3M", "patience": "PT2M",
 *  "intervals": [{"length": "PT30M", "arrivals": 40}, {"length": "PT30M", "arrivals": 100}]}
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param name as people read it
 * @param intervals of the day, one after the other
 * @param handling the mean time that an agent needs for an item, positive
 * @param variation the standard deviation of the handling times as a share of the mean, from 0 to 20, the times then
 *     being log-normal; exponential when absent
 * @param patience the mean time, exponential, after which who waits gives up, positive; nobody does when absent
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record StaffingDemand(
        @Required int version,
        @Required String name,
        List<DemandInterval> intervals,
        @Required Duration handling,
        Optional<Double> variation,
        Optional<Duration> patience)
        implements StrictDocument, WithStaffingDemand {

    private static final double MOST_VARIATION = 20;

    public StaffingDemand {
        DocumentVersion.require("staffing demand", version, 1);
        requireNonNull(name, "name");
        requireNonNull(handling, "handling");
        intervals = intervals == null ? List.of() : List.copyOf(intervals);
        if (intervals.isEmpty()) {
            throw new IllegalArgumentException("intervals is empty, but a day has at least one.");
        }
        Figures.requirePositive("handling", Figures.seconds(handling));
        patience.ifPresent(mean -> Figures.requirePositive("patience", Figures.seconds(mean)));
        if (variation.isPresent() && !(variation.get() >= 0 && variation.get() <= MOST_VARIATION)) {
            throw new IllegalArgumentException("variation is " + variation.get() + ", but must be from 0 to 20.");
        }
    }

    double handlingSeconds() {
        return Figures.seconds(handling);
    }

    /** Infinite where nobody gives up. */
    double patienceSeconds() {
        return patience.map(Figures::seconds).orElse(Double.POSITIVE_INFINITY);
    }

    /** A builder whose version is the newest. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link StaffingDemand}. */
    public static final class Builder extends StaffingDemandBuilder {
        Builder() {
            version(1);
        }
    }
}
