package io.github.saleskit.forecast.selection;

import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.forecast.internal.ValueStyle;
import java.util.List;
import org.immutables.value.Value;

/**
 * What the last values of many series say of the width of intervals: they were forecast without being known, and the
 * errors of all series together, each relative to its own interval, tell whether intervals are too wide or too narrow.
 *
 * <p>Source: conformal prediction, after V. Vovk, A. Gammerman, G. Shafer, Algorithmic Learning in a Random World,
 * 2005, here split by time and pooled over series.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param width by what intervals are multiplied; 1 leaves them as they are
 * @param series how many series were forecast
 * @param values how many values of theirs were compared
 * @param covered the share of these within their 95 % intervals before
 * @param reasons what was found
 */
@ValueStyle
@Value.Builder
public record IntervalCalibration(
        @Required int version,
        @Required double width,
        @Required int series,
        @Required int values,
        @Required double covered,
        @Required List<Reason> reasons)
        implements Decision, StrictDocument, WithIntervalCalibration {

    public IntervalCalibration {
        DocumentVersion.require("interval calibration", version, 1);
        if (!(width > 0 && width < 100)) {
            throw new IllegalArgumentException("width is " + width + ", but must be above 0 and below 100.");
        }
        reasons = List.copyOf(reasons);
    }

    /** A builder of version 1. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds calibrations. */
    public static final class Builder extends IntervalCalibrationBuilder {
        Builder() {
            version(1);
        }
    }
}
