package io.github.saleskit.forecast.monitoring;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.forecast.internal.ValueStyle;
import io.github.saleskit.forecast.series.TimePeriod;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What was forecast of one period, and what came.
 *
 * <p>Immutable and thread-safe.
 *
 * @param period that was forecast
 * @param step how many periods ahead, at least 1
 * @param mean the forecast
 * @param lower end of its interval
 * @param upper end of its interval, at least the lower one
 * @param actual what came, once it is known
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PastForecast(
        @Required TimePeriod period,
        @Required int step,
        @Required double mean,
        @Required double lower,
        @Required double upper,
        Optional<Double> actual)
        implements StrictDocument, WithPastForecast {

    private static final double LARGEST = 1e100;

    public PastForecast {
        requireNonNull(period, "period");
        requireNumber("mean", period, mean);
        requireNumber("lower", period, lower);
        requireNumber("upper", period, upper);
        actual.ifPresent(value -> requireNumber("actual", period, value));
        if (step < 1) {
            throw new IllegalArgumentException("step is " + step + ", but must be at least 1.");
        }
        if (lower > upper) {
            throw new IllegalArgumentException(
                    "lower of " + period + " is " + lower + ", which is above upper, " + upper + ".");
        }
    }

    static double requireNumber(String name, TimePeriod period, double value) {
        if (!(Math.abs(value) <= LARGEST)) {
            throw new IllegalArgumentException(
                    name + " of " + period + " is " + value + ", but must be a number within -1e100 and 1e100.");
        }
        return value;
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds past forecasts. */
    public static final class Builder extends PastForecastBuilder {
        Builder() {}
    }
}
