package io.github.saleskit.forecast.hierarchy;

import io.github.saleskit.forecast.series.TimeSeries;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is known of the past of the nodes: how wrong their forecasts were one step ahead, and their histories.
 *
 * <p>Errors are what came less what was forecast, the newest last, so that the last errors of all nodes are of the same
 * period; {@link Double#NaN} where one is missing. A node with fewer errors is taken to miss the earliest.
 *
 * <p>Immutable and thread-safe.
 */
public final class NodeEvidence {

    private static final int SHORTEST_LEVEL = 12;
    /** Of the mean; at lower levels errors do not fade any more. */
    private static final double LOWEST_LEVEL = 0.25;

    private static final NodeEvidence NONE = new NodeEvidence(Collections.emptyMap(), Collections.emptyMap());

    private final Map<String, double[]> errors;
    private final Map<String, TimeSeries> histories;

    private NodeEvidence(Map<String, double[]> errors, Map<String, TimeSeries> histories) {
        this.errors = errors;
        this.histories = histories;
    }

    /** Nothing is known. */
    public static NodeEvidence none() {
        return NONE;
    }

    /** Errors one step ahead, by node. */
    public static NodeEvidence ofErrors(Map<String, double[]> errors) {
        return NONE.withErrors(errors);
    }

    /** Histories, by node, all with the same end; those of the bottom series are enough. */
    public static NodeEvidence ofHistories(Map<String, TimeSeries> histories) {
        return NONE.withHistories(histories);
    }

    /**
     * The same with errors one step ahead, by node.
     *
     * @throws IllegalArgumentException when one is infinite
     */
    public NodeEvidence withErrors(Map<String, double[]> newErrors) {
        Map<String, double[]> own = new LinkedHashMap<>();
        newErrors.forEach((id, values) -> {
            for (double value : values) {
                if (Double.isInfinite(value)) {
                    throw new IllegalArgumentException(
                            "the errors of \"" + id + "\" have " + value + ", but must be finite, or NaN if missing.");
                }
            }
            own.put(id, values.clone());
        });
        return new NodeEvidence(own, histories);
    }

    /** The same with histories, by node, all with the same end; those of the bottom series are enough. */
    public NodeEvidence withHistories(Map<String, TimeSeries> newHistories) {
        return new NodeEvidence(errors, new LinkedHashMap<>(newHistories));
    }

    /**
     * The same with errors as large as they would be today.
     *
     * <p>Errors of a node whose history has no negative value are taken to grow with the root of its level, the mean of
     * the season before (of {@value #SHORTEST_LEVEL} periods where the season is shorter), as for sums of many
     * independent purchases. Errors of nodes without a history, or with negative values in it, stay. Source: L. R.
     * Taylor, Aggregation, variance and the mean, 1961, with the power 1.
     */
    public NodeEvidence atPresentSize() {
        Map<String, double[]> sized = new LinkedHashMap<>();
        errors.forEach((id, values) -> {
            TimeSeries history = histories.get(id);
            sized.put(id, history == null ? values : sized(values, history));
        });
        return new NodeEvidence(sized, histories);
    }

    private static double[] sized(double[] errors, TimeSeries history) {
        double[] known = history.values();
        double mean = Arrays.stream(known)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(0);
        if (!(mean > 0) || Arrays.stream(known).anyMatch(value -> value < 0)) {
            return errors;
        }
        int season = Math.max(SHORTEST_LEVEL, history.seasonLength());
        double[] levels = levels(known, season);
        double[] sized = errors.clone();
        int offset = known.length - errors.length;
        double now = Math.max(LOWEST_LEVEL * mean, levels[known.length]);
        for (int t = Math.max(0, -offset); t < sized.length; t++) {
            sized[t] *= StrictMath.sqrt(now / Math.max(LOWEST_LEVEL * mean, levels[offset + t]));
        }
        return sized;
    }

    /**
     * The mean of the periods before each one, and before the next one to come; at the start that of the first season.
     */
    private static double[] levels(double[] values, int season) {
        double[] levels = new double[values.length + 1];
        double sum = 0;
        int count = 0;
        for (int t = 0; t < levels.length; t++) {
            levels[t] = count == 0 ? 0 : sum / count;
            if (t < values.length && !Double.isNaN(values[t])) {
                sum += values[t];
                count++;
            }
            if (t >= season && t < values.length && !Double.isNaN(values[t - season])) {
                sum -= values[t - season];
                count--;
            }
        }
        Arrays.fill(levels, 0, Math.min(season, values.length), levels[Math.min(season, values.length)]);
        return levels;
    }

    Map<String, double[]> errors() {
        return errors;
    }

    Map<String, TimeSeries> histories() {
        return histories;
    }
}
