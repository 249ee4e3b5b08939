package io.github.saleskit.forecast.model;

import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.forecast.model.internal.EtsFit;
import io.github.saleskit.forecast.model.internal.EtsForm;
import io.github.saleskit.forecast.model.internal.IntermittentFit;
import io.github.saleskit.forecast.model.internal.ThetaFit;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The methods by the names that definitions use. */
final class ForecastMethods {

    private static final Map<String, ForecastMethod> BY_NAME = byName();

    private ForecastMethods() {}

    private static Map<String, ForecastMethod> byName() {
        Map<String, ForecastMethod> methods = new LinkedHashMap<>();
        methods.put("ets", EtsSelection::fit);
        methods.put("naive", NaiveMethods::naive);
        methods.put("seasonalNaive", NaiveMethods::seasonalNaive);
        methods.put("drift", NaiveMethods::drift);
        methods.put("mean", NaiveMethods::mean);
        methods.put("naive2", NaiveMethods::naive2);
        methods.put("simple", ets("ETS(A,N,N)"));
        methods.put("holt", ets("ETS(A,A,N)"));
        methods.put("damped", ets("ETS(A,Ad,N)"));
        methods.put("holtWintersAdditive", ets("ETS(A,A,A)"));
        methods.put("holtWintersMultiplicative", ets("ETS(M,A,M)"));
        methods.put("ses", ets("ETS(A,N,N)"));
        methods.put("theta", series -> CourseModel.theta(ThetaFit.Kind.STANDARD, series));
        methods.put("otm", series -> CourseModel.theta(ThetaFit.Kind.OPTIMISED, series));
        methods.put("dotm", series -> CourseModel.theta(ThetaFit.Kind.DYNAMIC, series));
        methods.put("ces", CourseModel::ces);
        methods.put("stl", CourseModel::stl);
        methods.put("arima", CourseModel::arima);
        for (IntermittentFit.Kind kind : IntermittentFit.Kind.values()) {
            methods.put(kind.label(), series -> IntermittentModel.of(kind, series));
        }
        methods.put("intermittent", IntermittentModel::best);
        EtsForm.all().forEach(form -> methods.put(form.toString(), ets(form.toString())));
        return Collections.unmodifiableMap(methods);
    }

    private static ForecastMethod ets(String text) {
        EtsForm form = EtsForm.parse(text);
        return series -> model(EtsFit.of(form, series), series);
    }

    private static @Nullable FittedModel model(@Nullable EtsFit fit, TimeSeries series) {
        return fit == null ? null : new EtsModel(fit, series);
    }

    /** The method of a name; null, with a problem, for an unknown one. */
    static @Nullable ForecastMethod find(String name, Problems problems) {
        ForecastMethod method = BY_NAME.get(name);
        if (method == null) {
            String advice = name.matches("ETS\\(A,(N|A|Ad),M\\)")
                    ? "Maybe \"" + name.replace("(A", "(M")
                            + "\"? An additive error with a multiplicative season is unstable."
                    : Problems.suggest(name, BY_NAME.keySet());
            problems.at("model")
                    .report(
                            "forecast.unknownModel",
                            name,
                            "there is no model \"" + name + "\"",
                            advice == null ? "Known: " + String.join(", ", BY_NAME.keySet()) + "." : advice);
        }
        return method;
    }
}
