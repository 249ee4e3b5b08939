package io.github.saleskit.forecast.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.forecast.model.ForecastDefinition;
import io.github.saleskit.forecast.model.Forecaster;
import io.github.saleskit.forecast.support.CompetitionSeries;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The models on the public series of the first M competition, beside what R's forecast package reaches there. */
class CompetitionTest {

    @ParameterizedTest
    @CsvSource({"m1_yearly, 1, 22.431, 4.893", "m1_quarterly, 4, 17.909, 1.882", "m1_monthly, 12, 16.517, 1.188"})
    void naive2IsAsBadAsItShouldBe(String file, int period, double smape, double mase) {
        Accuracy accuracy = evaluate("naive2", CompetitionSeries.read(file), period);
        assertThat(accuracy.smape()).isCloseTo(smape, within(0.0006));
        assertThat(accuracy.mase().orElseThrow()).isCloseTo(mase, within(0.0006));
        assertThat(accuracy.owa().orElseThrow()).isCloseTo(1, within(1e-12));
    }

    /** OWA of R's ets on the same series; the trend is bounded here, which R does not do. */
    @Tag("long")
    @ParameterizedTest
    @CsvSource({"m1_yearly, 1, 0.800", "m1_quarterly, 4, 0.928", "m1_monthly, 12, 0.905"})
    void theAutomaticChoiceIsAtLeastAsGoodAsThatOfR(String file, int period, double owa) {
        Accuracy accuracy = evaluate("ets", CompetitionSeries.read(file), period);
        assertThat(accuracy.owa().orElseThrow()).isLessThan(owa + 0.0005);
    }

    private static Accuracy evaluate(String model, List<CompetitionSeries> set, int period) {
        Forecaster forecaster = Forecaster.compile(ForecastDefinition.of(model));
        AccuracyEvaluator evaluator = new AccuracyEvaluator(period);
        for (CompetitionSeries series : set) {
            evaluator.add(
                    series.history(), forecaster.forecast(series.history(), series.future().length), series.future());
        }
        return evaluator.toAccuracy();
    }
}
