package io.github.saleskit.forecast.model;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.forecast.model.internal.Gaps;
import io.github.saleskit.forecast.model.internal.IntermittentFit;
import io.github.saleskit.forecast.model.internal.Numbers;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Demand that comes only now and then; quantiles mix periods without any and the sizes that were seen. */
final class IntermittentModel implements FittedModel {

    private final IntermittentFit fit;
    private final TimeSeries series;

    private IntermittentModel(IntermittentFit fit, TimeSeries series) {
        this.fit = fit;
        this.series = series;
    }

    /** A method by its kind; null for negative values. */
    static @Nullable FittedModel of(IntermittentFit.Kind kind, TimeSeries series) {
        double[] y = Gaps.filled(series.values());
        return isDemand(y) ? new IntermittentModel(IntermittentFit.of(kind, y), series) : null;
    }

    /** The method that did best. */
    static @Nullable FittedModel best(TimeSeries series) {
        double[] y = Gaps.filled(series.values());
        return isDemand(y) ? new IntermittentModel(IntermittentFit.best(y), series) : null;
    }

    private static boolean isDemand(double[] y) {
        return Arrays.stream(y).allMatch(value -> value >= 0);
    }

    @Override
    public String name() {
        return fit.name();
    }

    @Override
    public double[] mean(int horizon) {
        double[] mean = new double[horizon];
        fit.from(series.length(), mean);
        return mean;
    }

    @Override
    public double[][] quantiles(int horizon, long seed) {
        return fit.quantiles(horizon);
    }

    @Override
    public FitSummary summary() {
        double[] errors = fit.errors();
        return new FitSummary(
                series.observed(),
                Collections.emptyMap(),
                StrictMath.sqrt(errors[1]),
                errors[0],
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public List<Reason> reasons() {
        return List.of(Reason.of(
                "forecast.model.intermittent",
                "periods",
                series.length(),
                "withDemand",
                fit.periodsWithDemand(),
                "size",
                Numbers.text(fit.meanSize()),
                "expected",
                Numbers.text(mean(1)[0]),
                "model",
                name()));
    }
}
