package io.github.saleskit.forecast.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.forecast.model.Forecast;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CoherentPathsTest {

    private static final Hierarchy PAIR =
            Hierarchy.of(HierarchyNode.sum("T", "a", "b"), HierarchyNode.series("a"), HierarchyNode.series("b"));

    private static final int DRAWS = 4_000;

    private final Map<String, Forecast> base = new LinkedHashMap<>();
    private final Map<String, double[]> errors = new LinkedHashMap<>();

    /**
     * a and b err together by half; errors of T are the sum's. Deviations grow like a random walk for T and a, not for
     * b.
     */
    CoherentPathsTest() {
        Random random = new Random(3);
        double[] a = random.doubles(400).map(x -> random.nextGaussian()).toArray();
        double[] b = Arrays.stream(a)
                .map(x -> 0.5 * x + Math.sqrt(0.75) * random.nextGaussian())
                .toArray();
        double[] sum = new double[a.length];
        Arrays.setAll(sum, t -> a[t] + b[t]);
        errors.put("T", sum);
        errors.put("a", a);
        errors.put("b", b);
        base.put("T", Bases.normal(new double[] {30, 30}, Math.sqrt(3), Math.sqrt(6)));
        base.put("a", Bases.normal(new double[] {10, 10}, 1, Math.sqrt(2)));
        base.put("b", Bases.normal(new double[] {20, 20}, 1, 1));
    }

    private CoherentPaths paths(ReconciliationDefinition definition, long seed) {
        return Reconciler.compile(PAIR, definition).paths(base, NodeEvidence.ofErrors(errors), DRAWS, seed);
    }

    @Test
    void everyDrawAddsUp() {
        CoherentPaths paths =
                paths(ReconciliationDefinition.of(ReconciliationMethod.MINT).withNonNegative(true), 1);
        assertThat(paths.draws()).isEqualTo(DRAWS);
        assertThat(paths.horizon()).isEqualTo(2);
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] a = paths.path("a", draw);
            double[] b = paths.path("b", draw);
            assertThat(a[0]).isGreaterThanOrEqualTo(0);
            assertThat(paths.path("T", draw)).containsExactly(a[0] + b[0], a[1] + b[1]);
        }
    }

    @Test
    void theSameSeedGivesTheSameDraws() {
        ReconciliationDefinition ols = ReconciliationDefinition.of(ReconciliationMethod.OLS);
        assertThat(paths(ols, 7).totals("T", 0, 2)).isEqualTo(paths(ols, 7).totals("T", 0, 2));
        assertThat(paths(ols, 7).totals("T", 0, 2)).isNotEqualTo(paths(ols, 8).totals("T", 0, 2));
    }

    /** Variance of a + b is 1 + 1 + 2 · 0.5 · 1 · 1; over two steps a lasts and b does not. */
    @Test
    void drawsErrTogetherAndLastAsIntervalsSay() {
        CoherentPaths paths = paths(ReconciliationDefinition.of(ReconciliationMethod.BOTTOM_UP), 1);
        assertThat(deviation(paths.totals("a", 0, 1))).isCloseTo(1, within(0.06));
        assertThat(deviation(paths.totals("T", 0, 1))).isCloseTo(Math.sqrt(3), within(0.12));
        assertThat(deviation(paths.totals("a", 0, 2)))
                .as("a walk: 1 + 2 + 2 · 1")
                .isCloseTo(Math.sqrt(5), within(0.15));
        assertThat(deviation(paths.totals("b", 0, 2))).as("independent: 1 + 1").isCloseTo(Math.sqrt(2), within(0.1));
        assertThat(paths.totalQuantile("b", 0, 2, 0.5)).isCloseTo(40, within(0.1));
        assertThat(paths.quantile("a", 0.9)[0]).isCloseTo(10 + 1.2816, within(0.12));
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
    }

    @Test
    void aNodeWithoutErrorsStraysByItself() {
        errors.remove("b");
        CoherentPaths paths = paths(ReconciliationDefinition.of(ReconciliationMethod.BOTTOM_UP), 1);
        assertThat(deviation(paths.totals("b", 0, 1))).isCloseTo(1, within(0.06));
        assertThat(deviation(paths.totals("T", 0, 1))).as("independent").isCloseTo(Math.sqrt(2), within(0.08));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        Reconciler ols = Reconciler.compile(PAIR, ReconciliationDefinition.of(ReconciliationMethod.OLS));
        assertThatThrownBy(() -> ols.paths(base, NodeEvidence.none(), 10, 1)).hasMessageContaining("no errors");
        assertThatThrownBy(() -> ols.paths(base, NodeEvidence.ofErrors(errors), 0, 1))
                .hasMessageContaining("draws is 0");
        CoherentPaths paths = ols.paths(base, NodeEvidence.ofErrors(errors), 1, 1);
        assertThatThrownBy(() -> paths.totals("T", 1, 1)).hasMessageContaining("steps from 1 to 1");
        assertThatThrownBy(() -> paths.quantile("T", 95)).hasMessageContaining("0.9 is 90 %");
        assertThatThrownBy(() -> paths.path("x", 0)).hasMessageContaining("no node \"x\"");
        assertThatThrownBy(() -> paths.path("T", 1)).hasMessageContaining("draw is 1");
        assertThat(paths.quantile("T", 0.3)).isEqualTo(paths.path("T", 0));
    }
}
