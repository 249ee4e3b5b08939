package io.github.saleskit.forecast.monitoring;

import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.forecast.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Whether the errors of forecasts lean to one side for longer than chance explains.
 *
 * <pre>{@code
 * TrackingSignal signal = TrackingSignal.start(0.1);
 * signal = signal.with(actual - forecast);        // each period
 * signal.cumulative();                            // 2.5: 2.5 mean absolute errors too low in all
 * signal.smoothed();                              // from -1 to 1
 * }</pre>
 *
 * <p>An error is what came less what was forecast, so that a signal above 0 says that forecasts are too low. Source: R.
 * G. Brown, Statistical Forecasting for Inventory Control, 1959; D. W. Trigg, Monitoring a forecasting system,
 * Operational Research Quarterly 15, 1964.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param smoothing the weight of the newest error in the smoothed ones, above 0, at most 1; 0.1 is usual
 * @param count how many errors there were
 * @param sum of the errors
 * @param absoluteSum of the errors without signs
 * @param smoothedError as exponentially smoothed from 0 on
 * @param smoothedAbsoluteError the same of the errors without signs
 */
@ValueStyle
@Value.Builder
public record TrackingSignal(
        @Required int version,
        @Required double smoothing,
        @Required long count,
        @Required double sum,
        @Required double absoluteSum,
        @Required double smoothedError,
        @Required double smoothedAbsoluteError)
        implements StrictDocument, WithTrackingSignal {

    private static final double LARGEST = 1e100;
    private static final double ROUNDING = 1 + 1e-9;

    public TrackingSignal {
        DocumentVersion.require("tracking signal", version, 1);
        requireSmoothing(smoothing);
        if (count < 0) {
            throw new IllegalArgumentException("count is " + count + ", but must not be negative.");
        }
        requireSize("sum", sum, absoluteSum);
        requireSize("smoothedError", smoothedError, smoothedAbsoluteError);
    }

    static double requireSmoothing(double smoothing) {
        if (!(smoothing > 0 && smoothing <= 1)) {
            throw new IllegalArgumentException("smoothing is " + smoothing + ", but must be above 0, at most 1.");
        }
        return smoothing;
    }

    private static void requireSize(String name, double signed, double absolute) {
        if (!(Math.abs(signed) <= absolute * ROUNDING) || Double.isInfinite(absolute)) {
            throw new IllegalArgumentException(
                    name + " is " + signed + ", but must be at most the same without signs, " + absolute + ".");
        }
    }

    /**
     * A signal without errors.
     *
     * @param smoothing as the component
     */
    public static TrackingSignal start(double smoothing) {
        return builder()
                .smoothing(smoothing)
                .count(0)
                .sum(0)
                .absoluteSum(0)
                .smoothedError(0)
                .smoothedAbsoluteError(0)
                .build();
    }

    /**
     * The signal after another error.
     *
     * @param error what came less what was forecast, within ±10<sup>100</sup>
     */
    public TrackingSignal with(double error) {
        if (!(Math.abs(error) <= LARGEST)) {
            throw new IllegalArgumentException("error is " + error + ", but must lie within -1e100 and 1e100.");
        }
        return new TrackingSignal(
                version,
                smoothing,
                count + 1,
                sum + error,
                absoluteSum + Math.abs(error),
                smoothing * error + (1 - smoothing) * smoothedError,
                smoothing * Math.abs(error) + (1 - smoothing) * smoothedAbsoluteError);
    }

    /**
     * Brown's signal: the sum of all errors in mean absolute errors. Beyond ±4 it is usually taken as bias, though it
     * gets there by chance alone once there are many errors. Empty where there was none but 0.
     */
    public Optional<Double> cumulative() {
        return absoluteSum > 0 ? Optional.of(sum / (absoluteSum / count)) : Optional.empty();
    }

    /**
     * Trigg's signal: the smoothed error in smoothed absolute errors, from -1 (all too high of late) to 1 (all too
     * low); it forgets what is long ago. Empty where there was no error but 0.
     */
    public Optional<Double> smoothed() {
        return smoothedAbsoluteError > 0
                ? Optional.of(Math.max(-1, Math.min(1, smoothedError / smoothedAbsoluteError)))
                : Optional.empty();
    }

    /** The weighted mean of the errors, of which the newest weigh the most; 0 without one. */
    double recentError() {
        return count == 0 ? 0 : smoothedError / -StrictMath.expm1(count * StrictMath.log1p(-smoothing));
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds signals. */
    public static final class Builder extends TrackingSignalBuilder {
        Builder() {
            version(1);
        }
    }
}
