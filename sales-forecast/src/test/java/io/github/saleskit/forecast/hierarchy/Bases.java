package io.github.saleskit.forecast.hierarchy;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.statistics.StandardNormal;
import io.github.saleskit.forecast.model.FitSummary;
import io.github.saleskit.forecast.model.Forecast;
import io.github.saleskit.forecast.series.TimePeriod;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Forecasts made by hand. */
final class Bases {

    private Bases() {}

    /** Of one step each, normal with this deviation. */
    static Map<String, Forecast> oneStep(List<String> nodes, double[] means, double deviation) {
        Map<String, Forecast> forecasts = new LinkedHashMap<>();
        for (int i = 0; i < means.length; i++) {
            forecasts.put(nodes.get(i), normal(new double[] {means[i]}, deviation));
        }
        return forecasts;
    }

    static Forecast normal(double[] mean, double... deviations) {
        double[] levels = Forecast.levels();
        double[][] quantiles = new double[levels.length][mean.length];
        for (int p = 0; p < levels.length; p++) {
            for (int h = 0; h < mean.length; h++) {
                double score = levels[p] == 0.5 ? 0 : StandardNormal.quantile(levels[p]);
                quantiles[p][h] = mean[h] + score * deviations[Math.min(h, deviations.length - 1)];
            }
        }
        return Forecast.of(
                "by hand",
                TimePeriod.month(2025, 1),
                mean,
                quantiles,
                false,
                new FitSummary(24, Collections.emptyMap(), 1, 1, Optional.empty(), Optional.empty()),
                List.of(Reason.of("forecast.model.noTrend")));
    }

    /** The first step of each node. */
    static double[] firsts(ReconciledForecast forecast) {
        return forecast.forecasts().values().stream()
                .mapToDouble(each -> each.mean()[0])
                .toArray();
    }
}
