package io.github.saleskit.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BoxMinimizerTest {

    private static final BoxMinimizer MINIMIZER = new BoxMinimizer(1e-12, 5_000);

    @Test
    void rosenbrocksValleyIsFollowedToItsEnd() {
        for (int n : new int[] {2, 5, 20}) {
            double[] start = new double[n];
            Arrays.fill(start, -1.2);
            BoxMinimizer.Minimum minimum =
                    MINIMIZER.minimize(BoxMinimizerTest::rosenbrock, start, all(n, -10), all(n, 10));
            assertThat(minimum.value()).isCloseTo(0, within(1e-8));
        }
    }

    /** With x at most 0.5 the minimum of Rosenbrock's function lies at (0.5, 0.25), with the value 0.25. */
    @Test
    void aMinimumAtABoundIsFound() {
        BoxMinimizer.Minimum minimum = MINIMIZER.minimize(
                BoxMinimizerTest::rosenbrock, new double[] {-1, 1}, all(2, -2), new double[] {0.5, 2});
        assertThat(minimum.point()[0]).isEqualTo(0.5);
        assertThat(minimum.point()[1]).isCloseTo(0.25, within(1e-6));
        assertThat(minimum.value()).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void pointsWhereTheFunctionIsNotFiniteAreAvoided() {
        BoxMinimizer.Minimum minimum = MINIMIZER.minimize(
                (x, g) -> {
                    g[0] = 1 - 1 / x[0];
                    return x[0] - Math.log(x[0]);
                },
                new double[] {40},
                all(1, Double.NEGATIVE_INFINITY),
                all(1, Double.POSITIVE_INFINITY));
        assertThat(minimum.point()[0]).isCloseTo(1, within(1e-5));
    }

    @Test
    void theNumberOfEvaluationsIsLimited() {
        BoxMinimizer.Minimum minimum = new BoxMinimizer(1e-12, 7)
                .minimize(BoxMinimizerTest::rosenbrock, new double[] {-1.2, 1}, all(2, -10), all(2, 10));
        assertThat(minimum.evaluations()).isLessThanOrEqualTo(7);
        assertThat(minimum.value()).isLessThan(24.2);
    }

    @Test
    void badBoxesAreRejected() {
        assertThatThrownBy(() -> MINIMIZER.minimize((x, g) -> 0, new double[2], new double[1], new double[2]))
                .hasMessageContaining("2, 1 and 2 numbers");
        assertThatThrownBy(() -> MINIMIZER.minimize((x, g) -> 0, new double[1], all(1, 2), all(1, 1)))
                .hasMessageContaining("lower[0] is 2.0");
        assertThatThrownBy(() -> new BoxMinimizer(0, 1)).hasMessageContaining("tolerance is 0.0");
        assertThatThrownBy(() -> new BoxMinimizer(1, 0)).hasMessageContaining("mostEvaluations is 0");
    }

    private static double[] all(int n, double value) {
        double[] array = new double[n];
        Arrays.fill(array, value);
        return array;
    }

    private static double rosenbrock(double[] x, double[] gradient) {
        Arrays.fill(gradient, 0);
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double valley = x[i + 1] - x[i] * x[i];
            sum += 100 * valley * valley + (1 - x[i]) * (1 - x[i]);
            gradient[i] += -400 * x[i] * valley - 2 * (1 - x[i]);
            gradient[i + 1] += 200 * valley;
        }
        return sum;
    }
}
