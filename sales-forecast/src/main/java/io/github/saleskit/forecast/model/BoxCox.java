package io.github.saleskit.forecast.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.StrictDocument;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The power transformation {@code (y^lambda - 1) / lambda}, logarithms for 0, under which a model sees a series of
 * positive values: so that what varies more at higher levels varies equally.
 *
 * <p>The forecast is the mean of what the model expects after the way back, unless {@code medians} is set.
 *
 * <p>Sources: G. E. P. Box, D. R. Cox, An analysis of transformations, 1964; V. M. Guerrero, Time-series analysis
 * supported by power transformations, 1993.
 *
 * <p>Immutable and thread-safe.
 *
 * @param lambda from -1 to 2; where absent it is chosen by Guerrero's method
 * @param medians whether forecasts are medians instead of means; false where absent
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record BoxCox(Optional<Double> lambda, @Nullable Boolean medians) implements StrictDocument {

    private static final double LOWEST = -1;
    private static final double HIGHEST = 2;

    public BoxCox {
        lambda = lambda == null ? Optional.empty() : lambda;
        lambda.filter(value -> !(value >= LOWEST && value <= HIGHEST)).ifPresent(value -> {
            throw new IllegalArgumentException("lambda is " + value + ", but must be from -1 to 2.");
        });
    }

    /** The transformation that suits the series. */
    public static BoxCox automatic() {
        return new BoxCox(Optional.empty(), null);
    }

    /** The transformation of a power. */
    public static BoxCox of(double lambda) {
        return new BoxCox(Optional.of(lambda), null);
    }

    /** The same with medians for forecasts. */
    public BoxCox withMedians() {
        return new BoxCox(lambda, true);
    }
}
