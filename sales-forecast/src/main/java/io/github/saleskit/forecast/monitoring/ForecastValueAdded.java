package io.github.saleskit.forecast.monitoring;

import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.core.statistics.StandardNormal;
import io.github.saleskit.forecast.internal.ValueStyle;
import io.github.saleskit.forecast.model.internal.Numbers;
import io.github.saleskit.forecast.model.internal.StudentScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.immutables.value.Value;

/**
 * Whether each step of a forecasting process makes forecasts better: a naive forecast, a model, the overrides of
 * people.
 *
 * <pre>{@code
 * Map<String, double[]> steps = new LinkedHashMap<>();
 * steps.put("naive", naive);
 * steps.put("model", statistical);
 * steps.put("manager", overridden);
 * ForecastValueAdded added = ForecastValueAdded.of(actual, steps);
 * added.step("manager").addedToPrevious();      // -2.1: the overrides made it worse
 * }</pre>
 *
 * <p>Source: M. Gilliland, The Business Forecasting Deal, 2010, chapter 4: the change of a measure of accuracy that a
 * step causes; here of the mean absolute error, which weighs large sales more than percentages by period do.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param periods how many were compared: those in which nothing is missing
 * @param size the mean of the values that came, without signs; errors divided by it are shares
 * @param steps in order, the first being what the others are measured against
 * @param reasons one for each step but the first: what it added, and whether that is clear
 */
@ValueStyle
@Value.Builder
public record ForecastValueAdded(
        @Required int version,
        @Required int periods,
        @Required double size,
        @Required List<ProcessStep> steps,
        @Required List<Reason> reasons)
        implements Decision, StrictDocument, WithForecastValueAdded {

    private static final int FEWEST = 8;
    private static final double LARGEST = 1e100;
    private static final double ONCE_IN_TWENTY = StandardNormal.quantile(0.975);

    public ForecastValueAdded {
        DocumentVersion.require("forecast value added", version, 1);
        steps = List.copyOf(steps);
        reasons = List.copyOf(reasons);
    }

    /**
     * Compares steps.
     *
     * @param actual what came, by period; {@link Double#NaN} where missing
     * @param steps forecasts of the same periods by name, in the order of the process (a
     *     {@link java.util.LinkedHashMap}), at least two; {@link Double#NaN} where a step forecast nothing
     * @throws IllegalArgumentException when there are fewer steps, lengths differ, or no period has all
     */
    public static ForecastValueAdded of(double[] actual, Map<String, double[]> steps) {
        if (steps.size() < 2) {
            throw new IllegalArgumentException(
                    "steps are " + steps.size() + ", but must be at least 2.\n" + "Maybe a naive forecast is missing?");
        }
        requireSize("actual", actual);
        steps.forEach((name, forecasts) -> {
            requireSize("step \"" + name + "\"", forecasts);
            if (forecasts.length != actual.length) {
                throw new IllegalArgumentException("step \"" + name + "\" has " + forecasts.length
                        + " periods, but must have " + actual.length + " as actual.");
            }
        });
        int[] compared = IntStream.range(0, actual.length)
                .filter(t -> !Double.isNaN(actual[t])
                        && steps.values().stream().noneMatch(forecasts -> Double.isNaN(forecasts[t])))
                .toArray();
        if (compared.length == 0) {
            throw new IllegalArgumentException("no period has an actual value and a forecast of every step.");
        }
        return of(actual, steps, compared);
    }

    private static void requireSize(String name, double[] values) {
        for (double value : values) {
            if (Math.abs(value) > LARGEST) {
                throw new IllegalArgumentException(
                        name + " has " + value + ", but must have numbers within -1e100 and 1e100.");
            }
        }
    }

    private static ForecastValueAdded of(double[] actual, Map<String, double[]> steps, int[] compared) {
        List<ProcessStep> found = new ArrayList<>();
        List<Reason> reasons = new ArrayList<>();
        double size = Arrays.stream(compared)
                .mapToDouble(t -> Math.abs(actual[t]))
                .average()
                .orElse(0);
        double[] before = null;
        for (Map.Entry<String, double[]> entry : steps.entrySet()) {
            double[] forecasts = entry.getValue();
            double[] errors = Arrays.stream(compared)
                    .mapToDouble(t -> Math.abs(forecasts[t] - actual[t]))
                    .toArray();
            double error = mean(errors);
            double[] gained = before == null ? new double[errors.length] : difference(before, errors);
            ProcessStep step = ProcessStep.builder()
                    .name(entry.getKey())
                    .error(error)
                    .bias(Arrays.stream(compared)
                            .mapToDouble(t -> forecasts[t] - actual[t])
                            .average()
                            .orElse(0))
                    .addedToFirst(found.isEmpty() ? 0 : found.get(0).error() - error)
                    .addedToPrevious(mean(gained))
                    .clear(isClear(gained))
                    .build();
            if (!found.isEmpty()) {
                reasons.add(reason(step, found.get(found.size() - 1), compared.length));
            }
            found.add(step);
            before = errors;
        }
        return new ForecastValueAdded(1, compared.length, size, found, reasons);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    private static double[] difference(double[] before, double[] after) {
        double[] difference = before.clone();
        Arrays.setAll(difference, i -> before[i] - after[i]);
        return difference;
    }

    private static boolean isClear(double[] gained) {
        double mean = mean(gained);
        double squares =
                Arrays.stream(gained).map(each -> (each - mean) * (each - mean)).sum();
        double deviation = StrictMath.sqrt(squares / Math.max(1, gained.length - 1) / gained.length);
        return gained.length >= FEWEST
                && mean != 0
                && Math.abs(mean) >= StudentScores.of(ONCE_IN_TWENTY, gained.length - 1) * deviation;
    }

    private static Reason reason(ProcessStep step, ProcessStep before, int periods) {
        String code = step.addedToPrevious() == 0
                ? "forecast.monitoring.nothingAdded"
                : step.addedToPrevious() > 0 ? "forecast.monitoring.better" : "forecast.monitoring.worse";
        return Reason.of(
                step.clear() || step.addedToPrevious() == 0 ? code : "forecast.monitoring.unclear",
                "step",
                step.name(),
                "before",
                before.name(),
                "from",
                Numbers.text(before.error()),
                "to",
                Numbers.text(step.error()),
                "periods",
                periods);
    }

    /**
     * A step by its name.
     *
     * @throws IllegalArgumentException when there is none of this name
     */
    public ProcessStep step(String name) {
        return steps.stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("step is \"" + name + "\", but must be one of "
                        + steps.stream().map(ProcessStep::name).toList() + "."));
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds comparisons. */
    public static final class Builder extends ForecastValueAddedBuilder {
        Builder() {
            version(1);
        }
    }
}
