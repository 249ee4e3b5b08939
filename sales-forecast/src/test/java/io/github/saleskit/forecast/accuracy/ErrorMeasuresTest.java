package io.github.saleskit.forecast.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.forecast.series.TimePeriod;
import io.github.saleskit.forecast.series.TimeSeries;
import io.github.saleskit.forecast.support.Golden;
import org.junit.jupiter.api.Test;

class ErrorMeasuresTest {

    private static final double[] ACTUAL = {10, 0, -4};
    private static final double[] FORECAST = {6, 0, 4};

    @Test
    void eachMeasureIsItsFormula() {
        // 200 * 4 / 16 = 50, 0 for 0 against 0, 200 * 8 / 8 = 200
        assertThat(ErrorMeasures.smape(ACTUAL, FORECAST)).isCloseTo(250.0 / 3, within(1e-12));
        assertThat(ErrorMeasures.meanAbsoluteError(ACTUAL, FORECAST)).isCloseTo(4, within(1e-12));
        assertThat(ErrorMeasures.mase(ACTUAL, FORECAST, 2)).isCloseTo(2, within(1e-12));
        double[] lower = {8, 1, -5};
        double[] upper = {9, 2, -4};
        // widths 1 each; 1 above and 1 below, at 40 each
        assertThat(ErrorMeasures.msis(ACTUAL, lower, upper, 2)).isCloseTo((3 + 80) / 6.0, within(1e-12));
        assertThat(ErrorMeasures.coverage(ACTUAL, lower, upper)).isCloseTo(1.0 / 3, within(1e-12));
    }

    @Test
    void theScaleIsTheMeanSeasonalChange() {
        double[] history = {1, 4, 2, 8, Double.NaN, 9};
        assertThat(ErrorMeasures.scale(history, 1)).isCloseTo((3 + 2 + 6) / 3.0, within(1e-12));
        assertThat(ErrorMeasures.scale(history, 2)).isCloseTo((1 + 4 + 1) / 3.0, within(1e-12));
        assertThat(ErrorMeasures.scale(history, 6)).isZero();
        assertThatThrownBy(() -> ErrorMeasures.mase(ACTUAL, FORECAST, 0)).hasMessageContaining("scale is 0.0");
        assertThatThrownBy(() -> ErrorMeasures.scale(history, 0)).hasMessageContaining("period is 0");
        assertThatThrownBy(() -> ErrorMeasures.smape(ACTUAL, new double[2])).hasMessageContaining("3 and 2 numbers");
    }

    @Test
    void ratiosToNaive2AreOfTheMeansOverTheSet() {
        AccuracyEvaluator evaluator = new AccuracyEvaluator(1);
        TimeSeries rising = TimeSeries.of(TimePeriod.year(2000), 1, 2, 3, 4);
        TimeSeries flat = TimeSeries.of(TimePeriod.year(2000), 5, 5, 5);
        // Naive2 says 4 and misses 6 by 2: sMAPE 40, MASE 2. The forecast 5 misses by 1: sMAPE 200 / 11, MASE 1.
        evaluator.add(rising, new double[] {5}, new double[] {4}, new double[] {5.5}, new double[] {6});
        // Naive2 and the forecast both miss 10 by 5: sMAPE 200 / 3, no scale.
        evaluator.add(flat, new double[] {5}, new double[] {0}, new double[] {10}, new double[] {10});
        Accuracy accuracy = evaluator.toAccuracy();
        double smape = (200.0 / 11 + 200.0 / 3) / 2;
        assertThat(accuracy.smape()).isCloseTo(smape, within(1e-12));
        assertThat(accuracy.mase().orElseThrow()).isCloseTo(1, within(1e-12));
        assertThat(accuracy.owa().orElseThrow()).isCloseTo((smape / ((40 + 200.0 / 3) / 2) + 0.5) / 2, within(1e-12));
        assertThat(accuracy.msis().orElseThrow()).isCloseTo(1.5 + 20, within(1e-12));
        assertThat(accuracy.coverage()).isEqualTo(0.5);
        assertThat(accuracy.unscaled()).isEqualTo(1);
        assertThatThrownBy(() -> new AccuracyEvaluator(1).toAccuracy()).hasMessageContaining("no series");
        double[] gap = {Double.NaN};
        assertThatThrownBy(() -> new AccuracyEvaluator(1)
                        .add(TimeSeries.of(TimePeriod.step(1), 1, 2), gap, gap, gap, new double[] {3}))
                .hasMessageContaining("mean[0] is NaN");
    }

    @Test
    void itRoundTripsThroughJson() {
        Golden.assertGolden(
                Accuracy.builder()
                        .series(617)
                        .unscaled(2)
                        .smape(14.971)
                        .mase(1.074)
                        .owa(0.905)
                        .msis(9.62)
                        .coverage(0.876)
                        .pooled(PooledAccuracy.builder()
                                .smape(14.9)
                                .mase(1.07)
                                .msis(9.6)
                                .coverage(0.87)
                                .build())
                        .build(),
                Accuracy.class);
    }

    @Test
    void aRejectedSeriesLeavesNoTrace() {
        AccuracyEvaluator evaluator = new AccuracyEvaluator(1);
        TimeSeries history = TimeSeries.of(TimePeriod.step(1), 1, 2, 4);
        double[] one = {5};
        double[] two = {5, 6};
        assertThatThrownBy(() -> evaluator.add(history, one, two, two, two)).hasMessageContaining("1 numbers");
        assertThatThrownBy(() -> evaluator.add(history, two, two, one, two)).hasMessageContaining("1 numbers");
        assertThatThrownBy(() -> evaluator.add(history, two, new double[] {7, 4}, new double[] {6, 8}, two))
                .as("an interval the wrong way round would be rewarded for its negative width")
                .hasMessageContaining("lower[0] is 7.0, which is above upper[0], 6.0");
        assertThatThrownBy(() -> evaluator.add(history, new double[] {1e101}, one, one, one))
                .hasMessageContaining("mean[0] is 1.0E101");
        assertThatThrownBy(evaluator::toAccuracy).hasMessageContaining("no series was added");
    }

    @Test
    void theLargestNumbersHaveErrorsToo() {
        assertThat(ErrorMeasures.smape(new double[] {1e300}, new double[] {0})).isEqualTo(200);
        assertThat(ErrorMeasures.smape(new double[] {-9e306}, new double[] {9e306}))
                .isEqualTo(200);
    }
}
