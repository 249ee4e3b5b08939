package io.github.saleskit.core.staffing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How well work shall be served: 80 % within 20 seconds, say.
 *
 * <p>Immutable and thread-safe.
 *
 * @param serviceLevel the share of arrivals that shall be answered in time, at least 0 and below 1
 * @param within what in time means, not negative
 * @param mostAbandoned the greatest share of arrivals that may give up, above 0; any when absent
 * @param mostBusy the greatest share of their time that agents may be busy, above 0 and at most 1; any when absent
 * @param shrinkage the share of paid time in which agents are not there: breaks, training, illness; at least 0 and
 *     below 1, 0 when absent
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record StaffingTarget(
        @Required double serviceLevel,
        @Required Duration within,
        Optional<Double> mostAbandoned,
        Optional<Double> mostBusy,
        Optional<Double> shrinkage)
        implements StrictDocument, WithStaffingTarget {

    public StaffingTarget {
        requireNonNull(within, "within");
        Figures.requireShare("serviceLevel", serviceLevel);
        Figures.requireNotNegative("within", Figures.seconds(within));
        mostAbandoned.ifPresent(share -> requirePositiveShare("mostAbandoned", share));
        mostBusy.ifPresent(share -> requirePositiveShare("mostBusy", share));
        shrinkage.ifPresent(share -> Figures.requireShare("shrinkage", share));
    }

    private static void requirePositiveShare(String name, double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(name + " is " + share + ", but must be above 0 and at most 1.");
        }
    }

    /** So many arrivals, as a share, answered within a time. */
    public static StaffingTarget of(double serviceLevel, Duration within) {
        return builder().serviceLevel(serviceLevel).within(within).build();
    }

    /** A builder in which what is optional may stay absent. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link StaffingTarget}. */
    public static final class Builder extends StaffingTargetBuilder {
        Builder() {}
    }
}
