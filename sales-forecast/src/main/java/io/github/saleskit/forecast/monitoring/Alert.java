package io.github.saleskit.forecast.monitoring;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.forecast.internal.ValueStyle;
import io.github.saleskit.forecast.series.TimePeriod;
import org.immutables.value.Value;

/**
 * Something about forecasts that people should look at.
 *
 * <p>Immutable and thread-safe.
 *
 * @param kind what it is
 * @param period in which it was noticed
 * @param surprise how surprising it is, to sort alerts of many series: of a value outside of its interval how many
 *     standard deviations from the forecast, of a bias how far the signal is, in limits
 * @param reason for people
 */
@ValueStyle
@Value.Builder
public record Alert(
        @Required Kind kind,
        @Required TimePeriod period,
        @Required double surprise,
        @Required Reason reason) implements StrictDocument, WithAlert {

    /** What an alert is about. More kinds may come. */
    public enum Kind {
        /** The value lies below its interval. */
        BELOW_INTERVAL,
        /** The value lies above its interval. */
        ABOVE_INTERVAL,
        /** Forecasts have been too high for long. */
        FORECASTS_TOO_HIGH,
        /** Forecasts have been too low for long. */
        FORECASTS_TOO_LOW
    }

    public Alert {
        requireNonNull(kind, "kind");
        requireNonNull(period, "period");
        requireNonNull(reason, "reason");
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds alerts. */
    public static final class Builder extends AlertBuilder {
        Builder() {}
    }
}
