package io.github.saleskit.forecast.selection;

import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.forecast.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How to forecast automatically.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param combination how several models become one; {@link Combination#LEARNED} where absent
 * @param nonNegative whether forecasts below 0 are raised to 0, for what cannot be negative; false where absent
 * @param wholeNumbers whether mean and quantiles are rounded to whole numbers, halves up; false where absent
 * @param calibration what is known of the width of intervals; as it is by one series alone where absent
 */
@ValueStyle
@Value.Builder
public record AutoDefinition(
        @Required int version,
        Optional<Combination> combination,
        @Nullable Boolean nonNegative,
        @Nullable Boolean wholeNumbers,
        Optional<IntervalCalibration> calibration)
        implements StrictDocument, WithAutoDefinition {

    public AutoDefinition {
        DocumentVersion.require("automatic forecast", version, 1);
        combination = combination == null ? Optional.empty() : combination;
        calibration = calibration == null ? Optional.empty() : calibration;
    }

    /** A definition that has nothing but what is usual. */
    public static AutoDefinition standard() {
        return builder().build();
    }

    /** A builder of version 1. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds definitions. */
    public static final class Builder extends AutoDefinitionBuilder {
        Builder() {
            version(1);
        }
    }
}
