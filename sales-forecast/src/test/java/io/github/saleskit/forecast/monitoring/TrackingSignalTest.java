package io.github.saleskit.forecast.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.support.RequiredComponents;
import io.github.saleskit.forecast.support.Golden;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrackingSignalTest {

    /**
     * Carlson's Bakery of J. Heizer, B. Render, Operations Management: the signal runs through -1, -2, 0, -1, .5 and
     * 2.5 mean absolute deviations.
     */
    @Test
    void theSumOfErrorsIsThatOfTheTextbook() {
        double[] forecast = {100, 100, 100, 110, 110, 110};
        double[] actual = {90, 95, 115, 100, 125, 140};
        double[] published = {-1, -2, 0, -1, 0.5, 2.5};
        TrackingSignal signal = TrackingSignal.start(0.1);
        for (int t = 0; t < 6; t++) {
            signal = signal.with(actual[t] - forecast[t]);
            assertThat(signal.cumulative().orElseThrow()).isCloseTo(published[t], within(0.05));
        }
    }

    /** Trigg's two recursions by hand. */
    @Test
    void theSmoothedSignalIsTheRatioOfTriggsSmoothedErrors() {
        TrackingSignal signal = TrackingSignal.start(0.2).with(10).with(-5).with(5);
        double error = 0.2 * 5 + 0.8 * (0.2 * -5 + 0.8 * 0.2 * 10);
        double absolute = 0.2 * 5 + 0.8 * (0.2 * 5 + 0.8 * 0.2 * 10);
        assertThat(signal.smoothed().orElseThrow()).isCloseTo(error / absolute, within(1e-12));
        assertThat(TrackingSignal.start(0.2).with(3).with(4).smoothed().orElseThrow())
                .isEqualTo(1);
        assertThat(TrackingSignal.start(0.2).with(0).smoothed()).isEmpty();
        assertThat(TrackingSignal.start(0.2).cumulative()).isEmpty();
    }

    /** Smoothed errors begin at 0, but an error that never changes is its own mean from the first one on. */
    @Test
    void theRecentErrorOfAConstantErrorIsThatError() {
        for (double smoothing : new double[] {1e-18, 0.1, 1}) {
            TrackingSignal signal = TrackingSignal.start(smoothing);
            assertThat(signal.recentError()).isZero();
            for (int t = 1; t <= 12; t++) {
                signal = signal.with(-100);
                assertThat(signal.recentError()).isCloseTo(-100, within(1e-9));
            }
        }
    }

    /** With errors of pure chance it seldom leaves the usual limit; with a bias of one deviation it soon does. */
    @Test
    void chanceSeldomLooksLikeBias() {
        Random random = new Random(9);
        int beyond = 0;
        int found = 0;
        for (int trial = 0; trial < 1000; trial++) {
            TrackingSignal chance = TrackingSignal.start(0.1);
            TrackingSignal bias = chance;
            for (int t = 0; t < 30; t++) {
                double error = random.nextGaussian();
                chance = chance.with(error);
                bias = bias.with(error + 1);
            }
            beyond += Math.abs(chance.smoothed().orElseThrow()) > 0.7 ? 1 : 0;
            found += bias.smoothed().orElseThrow() > 0.7 ? 1 : 0;
        }
        assertThat(beyond / 1000.0).isLessThan(0.025);
        assertThat(found / 1000.0).isGreaterThan(0.8);
    }

    @Test
    void documentsStayReadableAndAreChecked() {
        Golden.assertGolden(TrackingSignal.start(0.5).with(4).with(-2), TrackingSignal.class);
        RequiredComponents.assertNamed(
                "{\"version\":1,\"smoothing\":0.1,\"count\":1,\"sum\":1.0,\"absoluteSum\":1.0,"
                        + "\"smoothedError\":0.1,\"smoothedAbsoluteError\":0.1}",
                TrackingSignal.class);
        TrackingSignal signal = TrackingSignal.start(0.5).with(4);
        assertThatThrownBy(() -> signal.withSum(5)).hasMessageContaining("sum is 5.0");
        assertThatThrownBy(() -> signal.with(Double.NaN)).hasMessageContaining("error is NaN");
        assertThatThrownBy(() -> TrackingSignal.start(0)).hasMessageContaining("smoothing is 0.0");
    }
}
