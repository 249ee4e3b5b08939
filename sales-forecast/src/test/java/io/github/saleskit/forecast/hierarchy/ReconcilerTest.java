package io.github.saleskit.forecast.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problem;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.forecast.model.Forecast;
import io.github.saleskit.forecast.series.TimePeriod;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReconcilerTest {

    private static final Hierarchy PAIR =
            Hierarchy.of(HierarchyNode.sum("T", "a", "b"), HierarchyNode.series("a"), HierarchyNode.series("b"));

    private static final Hierarchy TREE = Hierarchy.of(
            HierarchyNode.sum("T", "A", "B"),
            HierarchyNode.sum("A", "a1", "a2"),
            HierarchyNode.sum("B", "b1"),
            HierarchyNode.series("a1"),
            HierarchyNode.series("a2"),
            HierarchyNode.series("b1"));

    private static Map<String, Forecast> base(Hierarchy hierarchy, double... means) {
        return Bases.oneStep(HierarchySums.of(hierarchy).nodes(), means, 3);
    }

    private static Reconciler reconciler(Hierarchy hierarchy, ReconciliationMethod method) {
        return Reconciler.compile(hierarchy, ReconciliationDefinition.of(method));
    }

    /**
     * The projection of A. Panagiotelis and others, Forecast reconciliation: A geometric view, 2021: a third of the gap
     * each.
     */
    @Test
    void ofAPairEachNodeTakesAThirdOfTheDifference() {
        ReconciledForecast forecast = reconciler(PAIR, ReconciliationMethod.OLS).reconcile(base(PAIR, 100, 50, 41));
        assertThat(Bases.firsts(forecast)).containsExactly(new double[] {97, 53, 44}, within(1e-12));
        assertThat(forecast.incoherenceBefore()).isEqualTo(9);
        assertThat(forecast.incoherenceAfter()).isZero();
        ReconciledForecast structural =
                reconciler(PAIR, ReconciliationMethod.WLS_STRUCTURAL).reconcile(base(PAIR, 100, 50, 41));
        assertThat(Bases.firsts(structural)).containsExactly(new double[] {95.5, 52.25, 43.25}, within(1e-12));
    }

    @Test
    void variancesOfIntervalsServeWhereNoErrorsAreKnown() {
        Map<String, Forecast> forecasts = base(PAIR, 100, 50, 41);
        forecasts.put("T", Bases.normal(new double[] {100}, 2));
        forecasts.put("a", Bases.normal(new double[] {50}, 1));
        forecasts.put("b", Bases.normal(new double[] {41}, 2));
        ReconciledForecast forecast =
                reconciler(PAIR, ReconciliationMethod.WLS_VARIANCE).reconcile(forecasts);
        assertThat(Bases.firsts(forecast)).containsExactly(new double[] {96, 51, 45}, within(1e-9));
        assertThat(forecast.reasons()).extracting(Reason::code).contains("forecast.hierarchy.variancesOfIntervals");
        assertThat(forecast.shrinkage()).isEmpty();
    }

    @Test
    void aForecastFromAboveIsDistributedByForecastsLevelByLevel() {
        ReconciledForecast forecast =
                reconciler(TREE, ReconciliationMethod.TOP_DOWN).reconcile(base(TREE, 100, 60, 20, 30, 10, 99));
        assertThat(Bases.firsts(forecast)).containsExactly(new double[] {100, 75, 25, 56.25, 18.75, 25}, within(1e-12));
        ReconciledForecast zero =
                reconciler(TREE, ReconciliationMethod.TOP_DOWN).reconcile(base(TREE, 100, 0, 0, 5, -5, 1));
        assertThat(Bases.firsts(zero)).containsExactly(100, 50, 50, 25, 25, 50);
    }

    @Test
    void orByThePast() {
        Map<String, TimeSeries> past = new LinkedHashMap<>();
        past.put("a1", TimeSeries.of(TimePeriod.month(2024, 10), 0, 10, 30));
        past.put("a2", TimeSeries.of(TimePeriod.month(2024, 11), 10, 30));
        past.put("b1", TimeSeries.of(TimePeriod.month(2024, 10), 0, 20, 20));
        ReconciliationDefinition topDown = ReconciliationDefinition.of(ReconciliationMethod.TOP_DOWN);
        Map<String, Forecast> top = new LinkedHashMap<>();
        top.put("T", Bases.normal(new double[] {100}, 8));
        ReconciledForecast averages = Reconciler.compile(
                        TREE, topDown.withProportions(Proportions.PROPORTIONS_OF_AVERAGES))
                .reconcile(top, NodeEvidence.ofHistories(past));
        assertThat(Bases.firsts(averages))
                .containsExactly(
                        new double[] {100, 200.0 / 3, 100.0 / 3, 100.0 / 3, 100.0 / 3, 100.0 / 3}, within(1e-9));
        ReconciledForecast shares = Reconciler.compile(
                        TREE, topDown.withProportions(Proportions.AVERAGE_OF_PROPORTIONS))
                .reconcile(top, NodeEvidence.ofHistories(past));
        assertThat(shares.forecast("a1").mean()[0]).isCloseTo(100 * (10 / 40.0 + 30 / 80.0) / 2, within(1e-9));
        assertThat(shares.forecast("b1").mean()[0]).isCloseTo(100 * (20 / 40.0 + 20 / 80.0) / 2, within(1e-9));
        double share = shares.forecast("b1").mean()[0] / 100;
        assertThat(shares.forecast("b1").upper(0.95)[0] - shares.forecast("b1").mean()[0])
                .as("as wide, in proportion, as the top")
                .isCloseTo(share * (shares.forecast("T").upper(0.95)[0] - 100), within(1e-9));
        assertThatThrownBy(() -> Reconciler.compile(TREE, topDown.withProportions(Proportions.AVERAGE_OF_PROPORTIONS))
                        .reconcile(top))
                .hasMessageContaining("the history of \"a1\" is missing");
        past.put("b1", TimeSeries.of(TimePeriod.month(2024, 9), 0, 20, 20));
        assertThatThrownBy(() -> Reconciler.compile(TREE, topDown.withProportions(Proportions.AVERAGE_OF_PROPORTIONS))
                        .reconcile(top, NodeEvidence.ofHistories(past)))
                .as("not the same periods")
                .hasMessageContaining("the history of \"b1\"");
    }

    @Test
    void nodesInTheMiddleStay() {
        ReconciliationDefinition definition = ReconciliationDefinition.builder()
                .method(ReconciliationMethod.MIDDLE_OUT)
                .addMiddle("A", "b1")
                .build();
        ReconciledForecast forecast =
                Reconciler.compile(TREE, definition).reconcile(base(TREE, 100, 60, 20, 30, 10, 99));
        assertThat(Bases.firsts(forecast)).containsExactly(159, 60, 99, 45, 15, 99);
    }

    @Test
    void whatCannotBeIsAProblem() {
        assertThat(problems(
                        TREE,
                        ReconciliationDefinition.builder()
                                .method(ReconciliationMethod.OLS)
                                .proportions(Proportions.FORECAST_PROPORTIONS)
                                .addMiddle("A")
                                .shrinkage(2.0)
                                .decimals(Integer.MIN_VALUE)
                                .build()))
                .containsExactly(
                        "/proportions reconciliation.unused",
                        "/middle reconciliation.unused",
                        "/shrinkage reconciliation.unused",
                        "/shrinkage reconciliation.shrinkageRange",
                        "/decimals reconciliation.decimalsRange");
        ReconciliationDefinition middle = ReconciliationDefinition.of(ReconciliationMethod.MIDDLE_OUT);
        assertThat(problems(TREE, middle)).contains("/middle reconciliation.middleMissing");
        assertThat(problems(TREE, middle.withMiddle("A", "A", "C")))
                .containsExactly("/middle/1 reconciliation.nodeRepeated", "/middle/2 reconciliation.nodeUnknown");
        assertThat(problems(TREE, middle.withMiddle("A"))).containsExactly("/middle reconciliation.uncovered");
        assertThat(problems(TREE, middle.withMiddle("T", "b1"))).containsExactly("/middle reconciliation.overlap");
        Hierarchy crossed = Hierarchy.of(
                HierarchyNode.sum("T", "x", "k"),
                HierarchyNode.sum("x", "1", "2"),
                HierarchyNode.sum("k", "1", "2"),
                HierarchyNode.series("1"),
                HierarchyNode.series("2"));
        assertThat(problems(crossed, ReconciliationDefinition.of(ReconciliationMethod.TOP_DOWN)))
                .containsExactly("/proportions reconciliation.notATree");
        Hierarchy weighted = Hierarchy.of(
                HierarchyNode.sum("T", "a", "b").withWeights(1.0, -1.0),
                HierarchyNode.series("a"),
                HierarchyNode.series("b"));
        assertThat(problems(
                        weighted,
                        ReconciliationDefinition.of(ReconciliationMethod.OLS).withDecimals(2)))
                .containsExactly("/decimals reconciliation.decimalsWeighted");
    }

    private static List<String> problems(Hierarchy hierarchy, ReconciliationDefinition definition) {
        DefinitionException e =
                catchThrowableOfType(DefinitionException.class, () -> Reconciler.compile(hierarchy, definition));
        return e.problems().stream()
                .map((Problem problem) -> problem.pointer() + " " + problem.code())
                .toList();
    }

    @Test
    void whatIsMissingIsNamed() {
        Map<String, Forecast> some = base(TREE, 100, 60, 20, 30, 10, 99);
        some.remove("A");
        some.remove("T");
        assertThatThrownBy(() -> reconciler(TREE, ReconciliationMethod.OLS).reconcile(some))
                .hasMessageContaining("the forecast of \"T\", \"A\" is missing");
        assertThatThrownBy(() -> reconciler(TREE, ReconciliationMethod.TOP_DOWN).reconcile(some))
                .hasMessageContaining("\"T\"");
        assertThat(reconciler(TREE, ReconciliationMethod.BOTTOM_UP)
                        .reconcile(some)
                        .forecast("T")
                        .mean())
                .containsExactly(139);
        assertThatThrownBy(() -> reconciler(TREE, ReconciliationMethod.MINT).reconcile(base(TREE, 1, 1, 1, 1, 1, 1)))
                .hasMessageContaining("no errors of the past");
        Map<String, double[]> few = new LinkedHashMap<>();
        HierarchySums.of(TREE).nodes().forEach(id -> few.put(id, new double[] {1, -2, 3, 1, 0.5, -1}));
        assertThatThrownBy(() -> reconciler(TREE, ReconciliationMethod.MINT_SAMPLE)
                        .reconcile(base(TREE, 1, 1, 1, 1, 1, 1), NodeEvidence.ofErrors(few)))
                .hasMessageContaining("more than the 6 nodes");
        some.put("Z", Bases.normal(new double[] {1}, 1));
        assertThatThrownBy(
                        () -> reconciler(TREE, ReconciliationMethod.BOTTOM_UP).reconcile(some))
                .hasMessageContaining("no node \"Z\"");
        Map<String, Forecast> uneven = base(PAIR, 3, 1, 2);
        uneven.put("b", Bases.normal(new double[] {1, 2}, 1));
        assertThatThrownBy(() -> reconciler(PAIR, ReconciliationMethod.OLS).reconcile(uneven))
                .hasMessageContaining("the forecast of \"b\" is for 2 periods");
        assertThatThrownBy(() -> reconciler(PAIR, ReconciliationMethod.OLS).reconcile(Map.of()))
                .hasMessageContaining("no forecast of any node");
        assertThatThrownBy(() -> reconciler(PAIR, ReconciliationMethod.WLS_VARIANCE)
                        .reconcile(Bases.oneStep(List.of("T", "a", "b"), new double[] {3, 1, 1}, 0)))
                .hasMessageContaining("neither errors of the past nor intervals");
        assertThatThrownBy(() -> NodeEvidence.ofErrors(Map.of("a", new double[] {Double.POSITIVE_INFINITY})))
                .hasMessageContaining("\"a\"");
    }

    @Test
    void quantilesOfSumsWithoutForecastsAreTheWorstCase() {
        Map<String, Forecast> bottom = base(TREE, 0, 0, 0, 30, 10, 99);
        List.of("T", "A", "B").forEach(bottom::remove);
        ReconciledForecast forecast =
                reconciler(TREE, ReconciliationMethod.BOTTOM_UP).reconcile(bottom);
        assertThat(forecast.forecast("T").quantile(0.9)[0])
                .isCloseTo(139 + 3 * (bottom.get("a1").quantile(0.9)[0] - 30), within(1e-9));
        assertThat(forecast.forecast("T").reasons().get(0).code()).isEqualTo("forecast.hierarchy.derived");
        assertThat(forecast.forecast("a1").reasons().get(0).code()).isEqualTo("forecast.hierarchy.kept");
    }

    @Test
    void withErrorsOfThePastTheyAreThoseOfTheSum() {
        Map<String, double[]> errors = new LinkedHashMap<>();
        errors.put("a", new double[] {1, -1, 1, -1});
        errors.put("b", new double[] {1, 1, -1, -1});
        Map<String, Forecast> base = base(PAIR, 30, 10, 20);
        ReconciledForecast forecast =
                reconciler(PAIR, ReconciliationMethod.BOTTOM_UP).reconcile(base, NodeEvidence.ofErrors(errors));
        double deviation = (forecast.forecast("T").upper(0.95)[0] - 30) / 1.959963984540054;
        assertThat(deviation).as("independent errors of deviation 3").isCloseTo(Math.sqrt(18), within(1e-9));
    }

    @Test
    void nothingIsBelowZeroByAnyMethod() {
        for (ReconciliationMethod method : ReconciliationMethod.values()) {
            ReconciliationDefinition definition =
                    ReconciliationDefinition.of(method).withNonNegative(true);
            if (method == ReconciliationMethod.MIDDLE_OUT) {
                definition = definition.withMiddle("A", "B");
            }
            ReconciledForecast forecast = Reconciler.compile(TREE, definition)
                    .reconcile(base(TREE, 5, -20, 20, -30, 10, 19), NodeEvidence.ofErrors(errors(40)));
            assertThat(Arrays.stream(Bases.firsts(forecast)).min().orElseThrow())
                    .as(method.name())
                    .isNotNegative();
            assertThat(forecast.incoherenceAfter()).isLessThan(1e-9);
            forecast.forecasts()
                    .values()
                    .forEach(each -> assertThat(each.quantile(0.01)[0]).isGreaterThanOrEqualTo(0));
        }
    }

    private static Map<String, double[]> errors(int times) {
        Random random = new Random(5);
        Map<String, double[]> errors = new LinkedHashMap<>();
        HierarchySums.of(TREE)
                .nodes()
                .forEach(id -> errors.put(id, random.doubles(times, -3, 3).toArray()));
        return errors;
    }

    /** Series that never erred, that are new, or whose sizes are far apart. */
    @ParameterizedTest
    @EnumSource(
            value = ReconciliationMethod.class,
            names = {"OLS", "WLS_STRUCTURAL", "WLS_VARIANCE", "MINT"})
    void resultsAreNumbersWhateverIsKnown(ReconciliationMethod method) {
        for (double scale : new double[] {0, 1e-200, 1e-12, 1, 1e12, 1e90, 1e200}) {
            Map<String, double[]> errors = errors(8);
            errors.replaceAll((id, values) ->
                    Arrays.stream(values).map(value -> scale * value).toArray());
            errors.put("a1", new double[8]);
            errors.put("b1", new double[] {Double.NaN, 4});
            errors.remove("B");
            Map<String, Forecast> base = base(TREE, 100 * scale, 60 * scale, 7 * scale, 0, 70 * scale, -3 * scale);
            ReconciledForecast forecast = reconciler(TREE, method).reconcile(base, NodeEvidence.ofErrors(errors));
            forecast.forecasts()
                    .values()
                    .forEach(each -> assertThat(each.mean()[0]).isFinite());
            assertThat(forecast.incoherenceAfter()).isLessThanOrEqualTo(1e-13 * scale);
        }
    }

    @Test
    void theLastCentGoesToTheLargestRemainder() {
        ReconciliationDefinition cents =
                ReconciliationDefinition.of(ReconciliationMethod.BOTTOM_UP).withDecimals(2);
        ReconciledForecast forecast =
                Reconciler.compile(TREE, cents).reconcile(base(TREE, 0, 0, 0, 1.004, 2.0045, 3.003));
        assertThat(Bases.firsts(forecast)).containsExactly(6.01, 3.01, 3.0, 1.0, 2.01, 3.0);
        ReconciledForecast thousands =
                Reconciler.compile(TREE, cents.withDecimals(-3)).reconcile(base(TREE, 0, 0, 0, 1_400, 2_450, 3_300));
        assertThat(Bases.firsts(thousands)).containsExactly(7_000, 4_000, 3_000, 1_000, 3_000, 3_000);
    }

    @Test
    void reasonsSayWhichMethodWhichShrinkageAndWhatMoved() {
        ReconciledForecast forecast = reconciler(TREE, ReconciliationMethod.MINT)
                .reconcile(base(TREE, 100, 60, 20, 30, 10, 19), NodeEvidence.ofErrors(errors(40)));
        assertThat(forecast.reasons())
                .extracting(Reason::code)
                .containsExactly(
                        "forecast.hierarchy.reconciled",
                        "forecast.hierarchy.shrinkage",
                        "forecast.hierarchy.jointWidths");
        assertThat(forecast.reasons().get(0).fullText(Locale.ENGLISH))
                .contains(
                        "By the method MINT, the forecasts now add up (sums: 3, bottom series: 3)",
                        "differed by up to 41",
                        "moved from");
        assertThat(forecast.forecast("a1").reasons().get(0).parameters()).containsKeys("node", "from", "to", "change");
    }
}
