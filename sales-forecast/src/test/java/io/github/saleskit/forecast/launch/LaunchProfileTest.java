package io.github.saleskit.forecast.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.support.RequiredComponents;
import io.github.saleskit.forecast.series.TimePeriod;
import io.github.saleskit.forecast.series.TimeSeries;
import io.github.saleskit.forecast.support.Golden;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaunchProfileTest {

    private static TimeSeries launch(double... sales) {
        return TimeSeries.of(TimePeriod.month(2026, 1), sales);
    }

    /** Bass, 1969, gives for room air conditioners p = .0104, q = .4186 and the peak after 8.6 years. */
    @Test
    void salesPeakWhenBassSaidSo() {
        BassCurve curve = BassCurve.of(0.0104, 0.4186);
        assertThat(curve.peak()).isCloseTo(8.6, within(0.05));
        LaunchProfile profile = curve.toProfile(20);
        double most = profile.shares().stream().mapToDouble(x -> x).max().orElseThrow();
        assertThat(profile.shares().indexOf(most)).as("the ninth year").isEqualTo(8);
        assertThat(BassCurve.of(0.5, 0.1).peak()).isZero();
        BassCurve late = BassCurve.of(1e-320, 10);
        assertThat(late.peak()).isCloseTo(73.9, within(0.1));
        assertThat(late.boughtBy(100)).isEqualTo(1);
    }

    /** F' = (p + q F)(1 - F), Bass's equation, by small steps. */
    @Test
    void theShareThatHasBoughtSolvesBassEquation() {
        double p = 0.03;
        double q = 0.38;
        BassCurve curve = BassCurve.of(p, q);
        double bought = 0;
        int steps = 20_000;
        for (int i = 0; i < 10 * steps; i++) {
            double middle = bought + (p + q * bought) * (1 - bought) / steps / 2;
            bought += (p + q * middle) * (1 - middle) / steps;
        }
        assertThat(curve.boughtBy(10)).isCloseTo(bought, within(1e-8));
        assertThat(curve.boughtBy(0)).isZero();
        assertThat(BassCurve.of(p, 0).boughtBy(2)).isCloseTo(1 - Math.exp(-2 * p), within(1e-12));
        assertThat(curve.boughtBy(Double.POSITIVE_INFINITY)).isEqualTo(1);
    }

    @Test
    void aProfileIsTheMeanOfEarlierOnes() {
        LaunchProfile usual = LaunchProfile.learn(
                List.of(
                        launch(1, 2, 1, 9),
                        launch(300, 300, 600),
                        launch(4, 4),
                        launch(0, 0, 0),
                        launch(1, Double.NaN, 3)),
                3);
        assertThat(usual.shares().get(0)).isCloseTo(0.25, within(1e-12));
        assertThat(usual.shares().get(1)).isCloseTo(0.375, within(1e-12));
        assertThat(usual.sales(800)).containsExactly(new double[] {200, 300, 300}, within(1e-9));
        assertThat(usual.total(50)).isCloseTo(200, within(1e-9));
        assertThat(usual.total(50, 75)).isCloseTo(200, within(1e-9));
        assertThat(Arrays.stream(usual.sales(7)).sum()).isCloseTo(7, within(1e-12));
    }

    @Test
    void documentsOfTheFirstReleaseStayReadable() {
        Golden.assertGolden(AnalogyDefinition.byLaunch(), AnalogyDefinition.class);
        Golden.assertGolden(BassCurve.of(0.0104, 0.4186), BassCurve.class);
        Golden.assertGolden(LaunchProfile.ofSales(1, 2, 1), LaunchProfile.class);
        Golden.assertGolden(Cannibalisation.none().with("classic", 0.3), Cannibalisation.class);
        RequiredComponents.assertNamed("{\"version\":1,\"alignment\":\"SEASON\"}", AnalogyDefinition.class);
        RequiredComponents.assertNamed("{\"version\":1,\"innovation\":0.1,\"imitation\":0.4}", BassCurve.class);
        RequiredComponents.assertNamed("{\"version\":1,\"shares\":[1.0]}", LaunchProfile.class);
        RequiredComponents.assertNamed("{\"version\":1,\"shares\":{\"a\":0.5}}", Cannibalisation.class);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> BassCurve.of(0, 0.4)).hasMessageContaining("innovation is 0.0");
        assertThatThrownBy(() -> BassCurve.of(0.1, Double.NaN)).hasMessageContaining("imitation is NaN");
        assertThatThrownBy(() -> BassCurve.of(0.1, 0.1).boughtBy(-1)).hasMessageContaining("periods is -1.0");
        assertThatThrownBy(() -> BassCurve.of(0.1, 0.1).toProfile(0)).hasMessageContaining("periods is 0");
        assertThatThrownBy(() -> LaunchProfile.ofSales(0, 0)).hasMessageContaining("more than 0");
        assertThatThrownBy(() -> LaunchProfile.ofSales(3, -1)).hasMessageContaining("not negative");
        assertThatThrownBy(() -> LaunchProfile.learn(List.of(launch(1, 2)), 3)).hasMessageContaining("none of 1");
        LaunchProfile late = LaunchProfile.ofSales(0, 1);
        assertThatThrownBy(() -> late.total(3)).hasMessageContaining("say nothing of the total");
        assertThatThrownBy(() -> late.total(3, 4, 5)).hasMessageContaining("from 1 to 2");
    }
}
