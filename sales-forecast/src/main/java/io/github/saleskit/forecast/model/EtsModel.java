package io.github.saleskit.forecast.model;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.forecast.model.internal.EtsFit;
import io.github.saleskit.forecast.model.internal.EtsForm;
import io.github.saleskit.forecast.model.internal.EtsSimulation;
import io.github.saleskit.forecast.model.internal.EtsSpread;
import io.github.saleskit.forecast.model.internal.Numbers;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A fitted exponential smoothing model as a source of forecasts. */
final class EtsModel implements FittedModel {

    private final EtsFit fit;
    private final TimeSeries series;

    EtsModel(EtsFit fit, TimeSeries series) {
        this.fit = fit;
        this.series = series;
    }

    @Override
    public String name() {
        return fit.form().toString();
    }

    @Override
    public double[] mean(int horizon) {
        return fit.mean(horizon);
    }

    /** By formula, or of a wide multiplicative error from simulated paths. */
    @Override
    public double[][] quantiles(int horizon, long seed) {
        EtsSpread spread = new EtsSpread(fit, horizon);
        return spread.isKnown() ? spread.quantiles() : new EtsSimulation(fit).quantiles(horizon, seed);
    }

    @Override
    public FitSummary summary() {
        Map<String, Double> parameters = new LinkedHashMap<>();
        EtsForm form = fit.form();
        parameters.put("alpha", fit.alpha());
        if (form.hasTrend()) {
            parameters.put("beta", fit.beta());
        }
        if (form.isSeasonal()) {
            parameters.put("gamma", fit.gamma());
        }
        if (form.isDamped()) {
            parameters.put("phi", fit.phi());
        }
        parameters.put("level", fit.level());
        if (form.hasTrend()) {
            parameters.put("slope", fit.slope());
        }
        return new FitSummary(
                fit.observed(),
                parameters,
                fit.sigma(),
                meanAbsoluteError(),
                Optional.of(fit.logLikelihood()),
                Optional.of(fit.aicc()));
    }

    @Override
    public double[] fitted() {
        return fit.fitted();
    }

    private double meanAbsoluteError() {
        double sum = 0;
        for (int t = 0; t < series.length(); t++) {
            sum += series.isMissing(t) ? 0 : Math.abs(series.value(t) - fit.fitted()[t]);
        }
        return sum / fit.observed();
    }

    @Override
    public List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.of(
                "forecast.model.level", "level", Numbers.text(fit.level()), "weight", Numbers.percent(fit.alpha())));
        switch (fit.form().trend()) {
            case NONE -> reasons.add(Reason.of("forecast.model.noTrend"));
            case ADDITIVE -> reasons.add(Reason.of("forecast.model.trend", "step", Numbers.text(fit.slope())));
            case DAMPED ->
                reasons.add(Reason.of(
                        "forecast.model.fadingTrend",
                        "step",
                        Numbers.text(fit.phi() * fit.slope()),
                        "share",
                        Numbers.percent(fit.phi())));
        }
        if (fit.form().isSeasonal()) {
            reasons.add(season());
        }
        return reasons;
    }

    private Reason season() {
        double[] season = fit.season();
        int low = 0;
        int high = 0;
        for (int i = 1; i < season.length; i++) {
            low = season[i] < season[low] ? i : low;
            high = season[i] > season[high] ? i : high;
        }
        return Reason.of(
                fit.form().hasFactors() ? "forecast.model.seasonFactors" : "forecast.model.seasonAmounts",
                "length",
                season.length,
                "lowPeriod",
                series.period(series.length() + low),
                "low",
                Numbers.text(season[low]),
                "highPeriod",
                series.period(series.length() + high),
                "high",
                Numbers.text(season[high]));
    }
}
