package io.github.saleskit.forecast.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.forecast.model.Forecast;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

class ReconcilerPropertyTest {

    private static final double TOLERANCE = 1e-6;

    /** A hierarchy, forecasts of its nodes and errors of the past, by a seed. */
    private static final class Case {
        final HierarchySums sums;
        final double[] base;
        final double[][] errors;
        final Map<String, double[]> errorsById = new LinkedHashMap<>();

        Case(long seed, int times) {
            Random random = new Random(seed);
            sums = HierarchySums.of(Dense.hierarchy(random));
            int m = sums.nodes().size();
            base = random.doubles(m, -20, 100).toArray();
            errors = new double[m][];
            double[] common = random.doubles(times, -1, 1).toArray();
            for (int i = 0; i < m; i++) {
                double size = Math.exp(4 * random.nextDouble() - 1);
                errors[i] = random.doubles(times, -1, 1).toArray();
                for (int t = 0; t < times; t++) {
                    errors[i][t] = size * (errors[i][t] + common[t]);
                }
                errorsById.put(sums.nodes().get(i), errors[i]);
            }
        }

        ReconciledForecast by(ReconciliationDefinition definition) {
            return Reconciler.compile(sums, definition)
                    .reconcile(Bases.oneStep(sums.nodes(), base, 2), NodeEvidence.ofErrors(errorsById));
        }

        double[] by(ReconciliationMethod method) {
            return Bases.firsts(by(ReconciliationDefinition.of(method)));
        }
    }

    @Property(tries = 60)
    void everyProjectionIsTheDenseFormula(@ForAll long seed) {
        Case c = new Case(seed, 40);
        double[][] s = Dense.summing(c.sums);
        double[] ones = new double[s.length];
        Arrays.fill(ones, 1);
        double[] rows =
                Arrays.stream(s).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
        double[] variances = Arrays.stream(c.errors)
                .mapToDouble(e -> Arrays.stream(e).map(x -> x * x).average().orElseThrow())
                .toArray();
        double[] shrinkage = {Double.NaN};
        double[][] mint = Dense.shrunk(c.errors, shrinkage);
        assertClose(c.by(ReconciliationMethod.OLS), Dense.reconciled(s, Dense.diagonal(ones), c.base));
        assertClose(c.by(ReconciliationMethod.WLS_STRUCTURAL), Dense.reconciled(s, Dense.diagonal(rows), c.base));
        assertClose(c.by(ReconciliationMethod.WLS_VARIANCE), Dense.reconciled(s, Dense.diagonal(variances), c.base));
        assertClose(c.by(ReconciliationMethod.MINT), Dense.reconciled(s, mint, c.base));
        assertThat(c.by(ReconciliationDefinition.of(ReconciliationMethod.MINT)).shrinkage())
                .hasValueSatisfying(value -> assertThat(value).isCloseTo(shrinkage[0], within(1e-9)));
        double[][] sample = Dense.shrunk(c.errors, new double[] {0});
        assertClose(c.by(ReconciliationMethod.MINT_SAMPLE), Dense.reconciled(s, sample, c.base));
    }

    private static void assertClose(double[] actual, double[] expected) {
        assertThat(actual).containsExactly(expected, within(TOLERANCE));
    }

    @Property(tries = 30)
    void resultsAddUpAndWhatAddsUpStays(@ForAll long seed) {
        Case c = new Case(seed, 25);
        double[][] s = Dense.summing(c.sums);
        double[] coherent = Dense.times(s, Arrays.copyOfRange(c.base, s.length - s[0].length, s.length));
        for (ReconciliationMethod method : List.of(
                ReconciliationMethod.BOTTOM_UP,
                ReconciliationMethod.OLS,
                ReconciliationMethod.WLS_STRUCTURAL,
                ReconciliationMethod.WLS_VARIANCE,
                ReconciliationMethod.MINT)) {
            ReconciledForecast once = c.by(ReconciliationDefinition.of(method));
            double[] values = Bases.firsts(once);
            double[] bottom = Arrays.copyOfRange(values, s.length - s[0].length, s.length);
            assertThat(values).containsExactly(Dense.times(s, bottom), within(1e-10));
            assertThat(once.incoherenceAfter()).isLessThan(1e-10);
            ReconciledForecast again = Reconciler.compile(c.sums, ReconciliationDefinition.of(method))
                    .reconcile(Bases.oneStep(c.sums.nodes(), coherent, 1), NodeEvidence.ofErrors(c.errorsById));
            assertThat(Bases.firsts(again)).containsExactly(coherent, within(TOLERANCE));
        }
        assertThat(c.by(ReconciliationMethod.BOTTOM_UP)).containsExactly(coherent, within(1e-10));
    }

    @Property(tries = 60)
    void theOrderOfNodesHasNoMeaning(@ForAll long seed) {
        Case c = new Case(seed, 25);
        Hierarchy hierarchy = Dense.hierarchy(new Random(seed));
        List<HierarchyNode> shuffled = new ArrayList<>(hierarchy.nodes());
        Collections.shuffle(shuffled, new Random(seed));
        ReconciliationDefinition definition = ReconciliationDefinition.builder()
                .method(ReconciliationMethod.MINT)
                .nonNegative(true)
                .decimals(1)
                .build();
        ReconciledForecast other = Reconciler.compile(Hierarchy.of(shuffled), definition)
                .reconcile(Bases.oneStep(c.sums.nodes(), c.base, 2), NodeEvidence.ofErrors(c.errorsById));
        c.by(definition)
                .forecasts()
                .forEach((id, forecast) ->
                        assertThat(other.forecast(id).mean()[0]).isCloseTo(forecast.mean()[0], within(TOLERANCE)));
    }

    @Tag("long")
    @Property(tries = 600)
    void manyNonNegativeForecastsAreOptimal(@ForAll long seed) {
        nonNegativeForecastsAreOptimal(seed);
    }

    /** Karush, Kuhn and Tucker: nothing below 0, no pull below 0 where free, none upwards where held at 0. */
    @Property(tries = 50)
    void nonNegativeForecastsAreOptimal(@ForAll long seed) {
        for (ReconciliationMethod method :
                List.of(ReconciliationMethod.OLS, ReconciliationMethod.WLS_VARIANCE, ReconciliationMethod.MINT)) {
            Case c = new Case(seed, 12);
            Random random = new Random(seed);
            for (int i = 0; i < c.base.length; i++) {
                c.base[i] -= 60 * random.nextDouble();
            }
            double[][] s = Dense.summing(c.sums);
            double[] values = Bases.firsts(c.by(ReconciliationDefinition.builder()
                    .method(method)
                    .nonNegative(true)
                    .build()));
            double[][] w = switch (method) {
                case OLS -> Dense.diagonal(Arrays.stream(c.base).map(x -> 1).toArray());
                case WLS_VARIANCE ->
                    Dense.diagonal(Arrays.stream(c.errors)
                            .mapToDouble(e ->
                                    Arrays.stream(e).map(x -> x * x).average().orElseThrow())
                            .toArray());
                default -> Dense.shrunk(c.errors, new double[] {Double.NaN});
            };
            double[] rest = new double[values.length];
            for (int i = 0; i < rest.length; i++) {
                rest[i] = values[i] - c.base[i];
            }
            double[] gradient = Dense.times(Dense.transposed(s), Dense.solve(w, rest));
            int first = values.length - gradient.length;
            for (int j = 0; j < gradient.length; j++) {
                double pull = gradient[j] * w[first + j][first + j];
                assertThat(values[first + j]).isGreaterThanOrEqualTo(0);
                assertThat(pull).isGreaterThan(-TOLERANCE);
                assertThat(values[first + j] > 1e-9 ? pull : 0).isCloseTo(0, within(TOLERANCE));
            }
        }
    }

    @Property(tries = 60)
    void roundedForecastsAddUpToTheCentAndStayNear(@ForAll long seed) {
        Case c = new Case(seed, 25);
        ReconciliationDefinition exact = ReconciliationDefinition.of(ReconciliationMethod.WLS_STRUCTURAL);
        double[] before = Bases.firsts(c.by(exact));
        double[] after = Bases.firsts(c.by(exact.withDecimals(2)));
        double[][] s = Dense.summing(c.sums);
        for (int i = 0; i < after.length; i++) {
            long cents = 0;
            for (int j = 0; j < s[i].length; j++) {
                cents += Math.round(s[i][j] * 100 * after[after.length - s[i].length + j]);
            }
            assertThat(Math.round(100 * after[i])).isEqualTo(cents);
            assertThat(after[i]).isEqualTo(cents / 100.0);
        }
        assertThat(after[c.sums.nodes().indexOf("all")])
                .isCloseTo(before[c.sums.nodes().indexOf("all")], within(0.005 + 1e-9));
        for (int i = after.length - s[0].length; i < after.length; i++) {
            assertThat(after[i]).isCloseTo(before[i], within(0.01 + 1e-9));
        }
    }

    /**
     * The deviations of coherent forecasts are the roots of the diagonal of M V M', V from the intervals and the
     * correlations.
     */
    @Property(tries = 40)
    void intervalsAreThoseOfTheProjectedErrors(@ForAll long seed) {
        Case c = new Case(seed, 15);
        double[][] s = Dense.summing(c.sums);
        double[][] w = Dense.shrunk(c.errors, new double[] {Double.NaN});
        Random random = new Random(seed);
        Map<String, Forecast> base = new LinkedHashMap<>();
        double[] deviations = random.doubles(w.length, 0.1, 9).toArray();
        double[][] v = new double[w.length][w.length];
        for (int i = 0; i < w.length; i++) {
            base.put(c.sums.nodes().get(i), Bases.normal(new double[] {c.base[i]}, deviations[i]));
            for (int j = 0; j < w.length; j++) {
                v[i][j] = deviations[i] * deviations[j] * w[i][j] / Math.sqrt(w[i][i] * w[j][j]);
            }
        }
        double[][] map = new double[w.length][];
        for (int j = 0; j < w.length; j++) {
            double[] unit = new double[w.length];
            unit[j] = 1;
            map[j] = Dense.reconciled(s, w, unit);
        }
        map = Dense.transposed(map);
        double[][] expected = Dense.times(Dense.times(map, v), Dense.transposed(map));
        ReconciledForecast forecast = Reconciler.compile(c.sums, ReconciliationDefinition.of(ReconciliationMethod.MINT))
                .reconcile(base, NodeEvidence.ofErrors(c.errorsById));
        for (int i = 0; i < w.length; i++) {
            Forecast node = forecast.forecast(c.sums.nodes().get(i));
            double width = (node.upper(0.95)[0] - node.lower(0.95)[0]) / 2 / 1.959963984540054;
            assertThat(width).isCloseTo(Math.sqrt(expected[i][i]), within(TOLERANCE));
        }
    }
}
