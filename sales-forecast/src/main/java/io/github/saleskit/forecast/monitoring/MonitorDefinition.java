package io.github.saleskit.forecast.monitoring;

import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.forecast.internal.ValueStyle;
import org.immutables.value.Value;

/**
 * When a {@link ForecastMonitor} gives alarm.
 *
 * <p>In JSON {@code {"version":1,"level":0.95,"smoothing":0.1,"limit":0.7,"fewest":12,"periods":60}}, which is
 * {@link #standard()}. Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param level of the intervals outside of which a value is an alert, above 0 and below 1; of right forecasts so many
 *     values in a hundred are none
 * @param smoothing of the {@link TrackingSignal}, above 0, at most 1
 * @param limit beyond which {@link TrackingSignal#smoothed()} is an alert, above 0, at most 1
 * @param fewest how many periods have to have come before bias is looked for, at least 1
 * @param periods for how many periods the history is kept, from {@code fewest} to 10,000
 */
@ValueStyle
@Value.Builder
public record MonitorDefinition(
        @Required int version,
        @Required double level,
        @Required double smoothing,
        @Required double limit,
        @Required int fewest,
        @Required int periods)
        implements StrictDocument, WithMonitorDefinition {

    private static final int MOST_PERIODS = 10_000;

    public MonitorDefinition {
        DocumentVersion.require("monitor definition", version, 1);
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level is " + level
                    + ", but must be above 0 and below 1.\nMaybe it is meant in per cent? 0.95 is 95 %.");
        }
        TrackingSignal.requireSmoothing(smoothing);
        if (!(limit > 0 && limit <= 1)) {
            throw new IllegalArgumentException("limit is " + limit + ", but must be above 0, at most 1.");
        }
        if (fewest < 1) {
            throw new IllegalArgumentException("fewest is " + fewest + ", but must be at least 1.");
        }
        if (periods < fewest || periods > MOST_PERIODS) {
            throw new IllegalArgumentException(
                    "periods is " + periods + ", but must be from " + fewest + " to " + MOST_PERIODS + ".");
        }
    }

    /**
     * Intervals of 95 %, a signal beyond 0.7 with a smoothing of 0.1 after twelve periods, kept for sixty. So forecasts
     * without bias look biased in one to six of a hundred periods, one series in five at some time within five years of
     * months; a bias as large as the deviation of the errors is noticed after twelve months in five cases of six.
     */
    public static MonitorDefinition standard() {
        return builder()
                .level(0.95)
                .smoothing(0.1)
                .limit(0.7)
                .fewest(12)
                .periods(60)
                .build();
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds definitions. */
    public static final class Builder extends MonitorDefinitionBuilder {
        Builder() {
            version(1);
        }
    }
}
