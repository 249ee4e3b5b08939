package io.github.saleskit.forecast.model;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.forecast.model.internal.EtsFit;
import io.github.saleskit.forecast.model.internal.EtsForm;
import io.github.saleskit.forecast.model.internal.Numbers;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fits every form of exponential smoothing that a series allows and takes the one with the least AICc. */
final class EtsSelection {

    private EtsSelection() {}

    static @Nullable FittedModel fit(TimeSeries series) {
        List<EtsFit> fits = EtsFit.best(EtsForm.all(), series);
        return fits.isEmpty() ? null : new Chosen(new EtsModel(fits.get(0), series), fits);
    }

    /** The best model, which also says among which it was chosen. */
    private record Chosen(EtsModel best, List<EtsFit> fits) implements FittedModel {

        @Override
        public String name() {
            return best.name();
        }

        @Override
        public double[] mean(int horizon) {
            return best.mean(horizon);
        }

        @Override
        public double[][] quantiles(int horizon, long seed) {
            return best.quantiles(horizon, seed);
        }

        @Override
        public FitSummary summary() {
            return best.summary();
        }

        @Override
        public double[] fitted() {
            return best.fitted();
        }

        @Override
        public List<Reason> reasons() {
            List<Reason> reasons = new ArrayList<>();
            reasons.add(Reason.of(
                            "forecast.model.chosen",
                            "model",
                            best.name(),
                            "candidates",
                            fits.size(),
                            "aicc",
                            Numbers.text(fits.get(0).aicc()))
                    .withDetails(others()));
            reasons.addAll(best.reasons());
            return reasons;
        }

        private List<Reason> others() {
            return fits.stream()
                    .skip(1)
                    .limit(3)
                    .map(fit -> Reason.of(
                            "forecast.model.candidate",
                            "model",
                            fit.form(),
                            "difference",
                            Numbers.text(fit.aicc() - fits.get(0).aicc())))
                    .toList();
        }
    }
}
