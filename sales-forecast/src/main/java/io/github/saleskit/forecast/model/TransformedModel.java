package io.github.saleskit.forecast.model;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.forecast.model.internal.Gaps;
import io.github.saleskit.forecast.model.internal.Numbers;
import io.github.saleskit.forecast.model.internal.PowerTransform;
import io.github.saleskit.forecast.model.internal.QuantileGrid;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model of a transformed series, and the way back. */
final class TransformedModel implements FittedModel {

    private static final int UPPER = QuantileGrid.size() - 3;
    private static final double SCORES_BETWEEN = 2 * 1.959963984540054;

    private final FittedModel model;
    private final PowerTransform transform;
    private final boolean medians;
    private final double level;

    private TransformedModel(FittedModel model, PowerTransform transform, boolean medians, double level) {
        this.model = model;
        this.transform = transform;
        this.medians = medians;
        this.level = level;
    }

    /** Fits under a transformation; null where not all values are positive or the method gives no model. */
    static @Nullable FittedModel fit(BoxCox boxCox, ForecastMethod method, TimeSeries series) {
        double[] values = series.values();
        if (!Arrays.stream(values).allMatch(value -> Double.isNaN(value) || value > 0)) {
            return null;
        }
        double[] filled = Gaps.filled(values);
        PowerTransform transform = boxCox.lambda()
                .map(PowerTransform::new)
                .orElseGet(() -> PowerTransform.automatic(filled, series.seasonLength()));
        double[] transformed = Arrays.stream(values).map(transform::apply).toArray();
        FittedModel model = method.fit(series.withValues(transformed));
        double level = Arrays.stream(filled).average().orElse(1);
        return model == null
                ? null
                : new TransformedModel(model, transform, Boolean.TRUE.equals(boxCox.medians()), level);
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public double[] mean(int horizon) {
        double[] mean = model.mean(horizon);
        double[][] quantiles = medians ? new double[0][] : model.quantiles(horizon, 1);
        for (int h = 0; h < horizon; h++) {
            double deviation = medians
                    ? 0
                    : (quantiles[UPPER][h] - quantiles[QuantileGrid.size() - 1 - UPPER][h]) / SCORES_BETWEEN;
            mean[h] = transform.mean(mean[h], deviation);
        }
        return mean;
    }

    @Override
    public double[][] quantiles(int horizon, long seed) {
        double[][] quantiles = model.quantiles(horizon, seed);
        for (double[] level : quantiles) {
            for (int h = 0; h < horizon; h++) {
                level[h] = transform.back(level[h]);
            }
        }
        return quantiles;
    }

    /** That of the transformed series, but for the mean error, which is taken back at the mean of the series. */
    @Override
    public FitSummary summary() {
        FitSummary fit = model.summary();
        return new FitSummary(
                fit.observations(),
                fit.parameters(),
                fit.sigma(),
                fit.meanAbsoluteError() * transform.slopeAt(level),
                fit.logLikelihood(),
                fit.aicc());
    }

    @Override
    public List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.of("forecast.model.transformed", "lambda", Numbers.text(transform.lambda()))
                .withDetails(model.reasons()));
        return reasons;
    }
}
