package io.github.saleskit.forecast.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.definition.WorkMeter;
import io.github.saleskit.forecast.model.FittedForecast;
import io.github.saleskit.forecast.model.ForecastDefinition;
import io.github.saleskit.forecast.model.Forecaster;
import io.github.saleskit.forecast.selection.AutoForecaster;
import io.github.saleskit.forecast.series.TimePeriod;
import io.github.saleskit.forecast.series.TimeSeries;
import io.github.saleskit.forecast.support.AirPassengers;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HierarchyForecasterTest {

    private static final Hierarchy PAIR =
            Hierarchy.of(HierarchyNode.sum("T", "a", "b"), HierarchyNode.series("a"), HierarchyNode.series("b"));

    private static Map<String, TimeSeries> histories() {
        Random random = new Random(2);
        Map<String, TimeSeries> histories = new LinkedHashMap<>();
        double[] a = new double[40];
        Arrays.setAll(a, t -> 50 + t + 5 * random.nextGaussian());
        histories.put("a", TimeSeries.of(TimePeriod.quarter(2010, 1), a));
        histories.put("b", TimeSeries.of(TimePeriod.quarter(2019, 1), 8, 9, 7, 9));
        return histories;
    }

    @Test
    void oneCallForecastsEveryNodeAndAddsUp() {
        ReconciledForecast automatic = HierarchyForecaster.compile(
                        PAIR, ReconciliationDefinition.of(ReconciliationMethod.MINT), AutoForecaster.standard())
                .forecast(histories(), 3, WorkMeter.unlimited());
        assertThat(automatic.forecasts()).containsOnlyKeys("T", "a", "b");
        assertThat(automatic.forecast("T").start()).isEqualTo(TimePeriod.quarter(2020, 1));
        assertThat(automatic.incoherenceAfter()).isLessThan(1e-12);
        assertThatThrownBy(() -> automatic.forecast("A")).hasMessage("there is no node \"A\".\nMaybe \"a\"?");
        assertThat(automatic.forecast("T").mean()[2]).isBetween(80.0, 120.0);
        ReconciledForecast simple = HierarchyForecaster.compile(
                        PAIR,
                        ReconciliationDefinition.of(ReconciliationMethod.WLS_VARIANCE),
                        Forecaster.compile(ForecastDefinition.of("naive")))
                .forecast(histories(), 3, WorkMeter.unlimited());
        assertThat(simple.forecast("b").model()).isEqualTo("naive");
    }

    @Test
    void aNodeThatCannotBeForecastIsNamed() {
        Map<String, TimeSeries> histories = histories();
        histories.put("b", TimeSeries.of(TimePeriod.quarter(2019, 4), Double.NaN));
        assertThatThrownBy(() -> HierarchyForecaster.compile(
                                PAIR, ReconciliationDefinition.of(ReconciliationMethod.MINT), AutoForecaster.standard())
                        .forecast(histories, 3, WorkMeter.unlimited()))
                .hasMessageContaining("\"b\": history has no value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ets", "dotm", "naive", "ETS(M,A,M)"})
    void errorsAreWhatTheModelMissedOneStepAhead(String model) {
        TimeSeries history = AirPassengers.SERIES.slice(60, 144);
        Forecaster forecaster = Forecaster.compile(ForecastDefinition.of(model));
        FittedForecast fitted = forecaster.forecastWithErrors(history, 6, 1);
        assertThat(fitted.forecast()).isEqualTo(forecaster.forecast(history, 6));
        double[] known = Arrays.stream(fitted.errors())
                .filter(error -> !Double.isNaN(error))
                .toArray();
        assertThat(known.length).isGreaterThanOrEqualTo(60);
        if (model.equals("naive")) {
            assertThat(known[known.length - 1]).isEqualTo(history.value(83) - history.value(82));
        } else {
            double mean = Arrays.stream(known).map(Math::abs).average().orElseThrow();
            assertThat(mean).isCloseTo(fitted.forecast().fit().meanAbsoluteError(), within(1e-9));
        }
    }

    @Test
    void errorsOfTheAutomaticForecastEndWithTheHistory() {
        double[] values = AirPassengers.SERIES.slice(96, 144).values();
        values[47] = Double.NaN;
        TimeSeries history = TimeSeries.of(TimePeriod.month(1957, 1), values);
        FittedForecast fitted = AutoForecaster.standard().forecastWithErrors(history, 4, WorkMeter.unlimited());
        assertThat(fitted.forecast()).isEqualTo(AutoForecaster.standard().forecast(history, 4));
        assertThat(fitted.errors()).hasSize(48);
        assertThat(fitted.errors()[47]).isNaN();
        assertThat(Math.abs(fitted.errors()[46])).isBetween(0.0, 60.0);
    }

    /** The level goes from 100 to 400: errors of a hundred's time count twice. */
    @Test
    void errorsAreTakenAtTheSizeOfToday() {
        double[] values = new double[60];
        Arrays.fill(values, 0, 30, 100);
        Arrays.fill(values, 30, 60, 400);
        TimeSeries history = TimeSeries.of(TimePeriod.month(2020, 1), values);
        double[] errors = new double[40];
        Arrays.fill(errors, 3);
        NodeEvidence evidence = NodeEvidence.ofErrors(Map.of("a", errors))
                .withHistories(Map.of("a", history))
                .atPresentSize();
        double[] sized = evidence.errors().get("a");
        assertThat(sized[0]).isCloseTo(6, within(1e-9));
        assertThat(sized[39]).isCloseTo(3, within(1e-9));
        values[5] = -1;
        NodeEvidence negative = NodeEvidence.ofErrors(Map.of("a", errors))
                .withHistories(Map.of("a", history.withValues(values)))
                .atPresentSize();
        assertThat(negative.errors().get("a")).isEqualTo(errors);
    }
}
