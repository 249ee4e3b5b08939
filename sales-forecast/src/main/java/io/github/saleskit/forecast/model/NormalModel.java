package io.github.saleskit.forecast.model;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.forecast.model.internal.QuantileGrid;
import java.util.List;

/** A model whose forecasts are normally distributed. */
record NormalModel(String name, Path expected, Path deviation, FitSummary summary, List<Reason> reasons)
        implements FittedModel {

    /** A number for each step to come, the first one being 1. */
    @FunctionalInterface
    interface Path {
        double at(int step);
    }

    @Override
    public double[] mean(int horizon) {
        return values(expected, horizon);
    }

    @Override
    public double[][] quantiles(int horizon, long seed) {
        return QuantileGrid.normal(mean(horizon), values(deviation, horizon));
    }

    private static double[] values(Path path, int horizon) {
        double[] values = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            values[h] = path.at(h + 1);
        }
        return values;
    }
}
