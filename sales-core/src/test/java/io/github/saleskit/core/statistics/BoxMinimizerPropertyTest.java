package io.github.saleskit.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BoxMinimizerPropertyTest {

    /** Found by chance: two steps cut short by bounds looked like the end of the search. */
    @Example
    void stepsCutShortByBoundsAreNotTheEnd() {
        theProjectedGradientVanishesAtTheMinimumOfAConvexQuadratic(14, 3);
    }

    /**
     * At the minimum of a convex quadratic in a box, no coordinate can be improved by itself: the projected gradient is
     * 0.
     */
    @Property(tries = 1000)
    void theProjectedGradientVanishesAtTheMinimumOfAConvexQuadratic(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int n) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] root = new double[n][n];
        double[] centre = new double[n];
        double[] lower = new double[n];
        double[] upper = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                root[i][j] = random.nextDouble(-1, 1) + (i == j ? 1 : 0);
            }
            centre[i] = random.nextDouble(-2, 2);
            lower[i] = -random.nextDouble(0.1, 1.5);
            upper[i] = random.nextDouble(0.1, 1.5);
        }
        BoxMinimizer.SmoothFunction quadratic = (x, g) -> quadratic(root, centre, x, g);
        BoxMinimizer.Minimum minimum = new BoxMinimizer(1e-14, 20_000).minimize(quadratic, new double[n], lower, upper);
        double[] gradient = new double[n];
        quadratic.valueAt(minimum.point(), gradient);
        for (int i = 0; i < n; i++) {
            double x = minimum.point()[i];
            double stepped = Math.max(lower[i], Math.min(upper[i], x - gradient[i]));
            assertThat(stepped - x).isBetween(-1e-4, 1e-4);
        }
    }

    private static double quadratic(double[][] root, double[] centre, double[] x, double[] gradient) {
        int n = x.length;
        double sum = 0;
        java.util.Arrays.fill(gradient, 0);
        for (int i = 0; i < n; i++) {
            double row = 0;
            for (int j = 0; j < n; j++) {
                row += root[i][j] * (x[j] - centre[j]);
            }
            sum += row * row / 2;
            for (int j = 0; j < n; j++) {
                gradient[j] += root[i][j] * row;
            }
        }
        return sum;
    }
}
