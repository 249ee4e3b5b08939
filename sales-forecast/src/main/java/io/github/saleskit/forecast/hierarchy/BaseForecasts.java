package io.github.saleskit.forecast.hierarchy;

import io.github.saleskit.forecast.model.Forecast;
import io.github.saleskit.forecast.series.TimePeriod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The forecasts of the nodes by position, all of the same periods; some nodes may have none. */
final class BaseForecasts {

    private static final double SCORE_OF_95 = 1.959963984540054;

    private final TimePeriod start;
    private final int horizon;
    private final @Nullable Forecast[] forecasts;
    private final double[][] means;
    private final double[][] deviations;

    BaseForecasts(HierarchySums sums, Map<String, Forecast> given) {
        int nodes = sums.nodes().size();
        forecasts = new Forecast[nodes];
        means = new double[nodes][];
        deviations = new double[nodes][];
        Forecast first = first(sums, given);
        start = first.start();
        horizon = first.horizon();
        for (int i = 0; i < nodes; i++) {
            String id = sums.nodes().get(i);
            Forecast forecast = given.get(id);
            requireAlike(first, id, forecast);
            forecasts[i] = forecast;
            means[i] = forecast == null ? missing() : forecast.mean();
            deviations[i] = forecast == null ? new double[horizon] : deviations(forecast);
        }
    }

    private static Forecast first(HierarchySums sums, Map<String, Forecast> given) {
        given.keySet().forEach(sums::position);
        return given.values().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no forecast of any node."));
    }

    private static void requireAlike(Forecast first, String id, @Nullable Forecast forecast) {
        if (forecast != null && !(forecast.start().equals(first.start()) && forecast.horizon() == first.horizon())) {
            throw new IllegalArgumentException("the forecast of \"" + id + "\" is for " + forecast.horizon()
                    + " periods from " + forecast.start() + ", but another is for " + first.horizon() + " from "
                    + first.start() + ".");
        }
    }

    private double[] missing() {
        double[] missing = new double[horizon];
        Arrays.fill(missing, Double.NaN);
        return missing;
    }

    private static double[] deviations(Forecast forecast) {
        double[] lower = forecast.quantile(0.025);
        double[] upper = forecast.quantile(0.975);
        double[] deviations = new double[lower.length];
        for (int h = 0; h < deviations.length; h++) {
            deviations[h] = Math.max(0, upper[h] - lower[h]) / (2 * SCORE_OF_95);
        }
        return deviations;
    }

    /**
     * Makes sure that nodes have forecasts.
     *
     * @param why they are needed, the end of the message
     * @throws IllegalArgumentException when some have none
     */
    void require(HierarchySums sums, int[] nodes, String why) {
        List<String> missing = new ArrayList<>();
        for (int node : nodes) {
            if (forecasts[node] == null) {
                missing.add(sums.nodes().get(node));
            }
        }
        if (!missing.isEmpty()) {
            int more = missing.size() - Math.min(3, missing.size());
            throw new IllegalArgumentException("the forecast of \""
                    + String.join("\", \"", missing.subList(0, missing.size() - more)) + "\""
                    + (more > 0 ? " and of " + more + " more" : "") + " is missing, but " + why);
        }
    }

    TimePeriod start() {
        return start;
    }

    int horizon() {
        return horizon;
    }

    @Nullable
    Forecast forecast(int node) {
        return forecasts[node];
    }

    double[] mean(int node) {
        return means[node];
    }

    /**
     * The width of the 95 % interval divided by that of a normal distribution of deviation 1; 0 where there is no
     * forecast.
     */
    double deviation(int node, int step) {
        return deviations[node][step];
    }

    /** The forecasts of one step by node; NaN where there is none. */
    double[] step(int step) {
        return Arrays.stream(means).mapToDouble(mean -> mean[step]).toArray();
    }

    /** The standard deviations of the first step by node. */
    double[] firstDeviations() {
        return Arrays.stream(deviations).mapToDouble(values -> values[0]).toArray();
    }
}
