package io.github.saleskit.forecast.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problem;
import io.github.saleskit.forecast.series.TimePeriod;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HierarchyTest {

    private static final Hierarchy SALES = Hierarchy.of(
            HierarchyNode.sum("Total", "North", "South"),
            HierarchyNode.sum("North", "ann", "bob"),
            HierarchyNode.sum("South", "carl"),
            HierarchyNode.series("ann"),
            HierarchyNode.series("bob"),
            HierarchyNode.series("carl"));

    private static List<String> problems(HierarchyNode... nodes) {
        DefinitionException e =
                catchThrowableOfType(DefinitionException.class, () -> HierarchySums.of(Hierarchy.of(nodes)));
        return e.problems().stream().map(Problem::toString).toList();
    }

    @Test
    void aNodeIsTheSumOfTheSeriesBelow() {
        HierarchySums sums = HierarchySums.of(SALES);
        assertThat(sums.nodes()).containsExactly("Total", "North", "South", "ann", "bob", "carl");
        assertThat(sums.series()).containsExactly("ann", "bob", "carl");
        assertThat(sums.seriesOf("Total")).containsOnlyKeys("ann", "bob", "carl");
        assertThat(sums.seriesOf("ann")).isEqualTo(Map.of("ann", 1.0));
        assertThat(sums.add(Map.of("ann", 1.0, "bob", 2.0, "carl", 4.0)))
                .containsEntry("Total", 7.0)
                .containsEntry("North", 3.0)
                .containsEntry("bob", 2.0);
        assertThatThrownBy(() -> sums.seriesOf("Norht")).hasMessageContaining("Maybe \"North\"?");
    }

    @Test
    void whatIsToldFromBelowIsTheSame() {
        Map<String, List<String>> parents = new LinkedHashMap<>();
        parents.put("North", List.of("Total"));
        parents.put("South", List.of("Total"));
        parents.put("ann", List.of("North"));
        parents.put("bob", List.of("North"));
        parents.put("carl", List.of("South"));
        HierarchySums sums = HierarchySums.of(Hierarchy.ofParents(parents));
        assertThat(sums.seriesOf("Total")).containsOnlyKeys("ann", "bob", "carl");
        assertThat(sums.nodes()).hasSize(6);
    }

    /**
     * R. J. Hyndman, G. Athanasopoulos, Forecasting: Principles and Practice, 2021, section 11.3: S and Λ = diag(S 1).
     */
    @Test
    void theTreeOfTheTextbookHasItsSummingMatrix() {
        HierarchySums sums = HierarchySums.of(Hierarchy.of(
                HierarchyNode.sum("Total", "A", "B"),
                HierarchyNode.sum("A", "AA", "AB", "AC"),
                HierarchyNode.sum("B", "BA", "BB"),
                HierarchyNode.series("AA"),
                HierarchyNode.series("AB"),
                HierarchyNode.series("AC"),
                HierarchyNode.series("BA"),
                HierarchyNode.series("BB")));
        assertThat(Dense.summing(sums)).isDeepEqualTo(new double[][] {
            {1, 1, 1, 1, 1},
            {1, 1, 1, 0, 0},
            {0, 0, 0, 1, 1},
            {1, 0, 0, 0, 0},
            {0, 1, 0, 0, 0},
            {0, 0, 1, 0, 0},
            {0, 0, 0, 1, 0},
            {0, 0, 0, 0, 1}
        });
        assertThat(ErrorCovariance.structural(sums.matrix()).diagonal()).containsExactly(5, 3, 2, 1, 1, 1, 1, 1);
    }

    @Test
    void crossedGroupingsCountEachSeriesOnce() {
        Map<String, Map<String, String>> series = new LinkedHashMap<>();
        series.put("1", ordered("State", "Victoria", "Industry", "Food"));
        series.put("2", ordered("State", "Victoria", "Industry", "Clothing"));
        series.put("3", ordered("State", "Tasmania", "Industry", "Food"));
        HierarchySums sums = HierarchySums.of(Hierarchy.crossed("Total", series));
        assertThat(sums.nodes())
                .containsExactly(
                        "Total",
                        "State=Victoria",
                        "Industry=Food",
                        "Industry=Clothing",
                        "State=Tasmania",
                        "1",
                        "2",
                        "3");
        assertThat(sums.seriesOf("Industry=Food")).containsOnlyKeys("1", "3");
        assertThat(sums.seriesOf("Total")).containsOnlyKeys("1", "2", "3");
        HierarchySums both = HierarchySums.of(Hierarchy.of(
                HierarchyNode.sum("Total", "x", "y", "k"),
                HierarchyNode.sum("x", "1"),
                HierarchyNode.sum("y", "2"),
                HierarchyNode.sum("k", "1", "2"),
                HierarchyNode.series("1"),
                HierarchyNode.series("2")));
        assertThat(both.add(Map.of("1", 5.0, "2", 7.0))).containsEntry("Total", 12.0);
        series.put("4", ordered("State", "Tasmania"));
        assertThatThrownBy(() -> Hierarchy.crossed("Total", series)).hasMessageContaining("series 4");
    }

    private static Map<String, String> ordered(String... namesAndValues) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    @Test
    void weightsMultiplyDownwards() {
        HierarchySums sums = HierarchySums.of(Hierarchy.of(
                HierarchyNode.sum("profit", "revenue", "cost").withWeights(1.0, -1.0),
                HierarchyNode.sum("revenue", "a", "b").withWeights(2.0, 1.0),
                HierarchyNode.series("a"),
                HierarchyNode.series("b"),
                HierarchyNode.series("cost")));
        assertThat(sums.seriesOf("profit")).isEqualTo(Map.of("a", 2.0, "b", 1.0, "cost", -1.0));
    }

    @Test
    void everyProblemIsReported() {
        assertThat(problems()).singleElement().asString().contains("hierarchy.empty");
        List<String> found = problems(
                HierarchyNode.sum("T", "a", "a", "norht"),
                HierarchyNode.sum("north", "a").withWeights(1.0, 2.0),
                HierarchyNode.sum("w", "a").withWeights(0.0),
                HierarchyNode.sum("c", "d"),
                HierarchyNode.sum("d", "e"),
                HierarchyNode.sum("e", "c", "a"),
                HierarchyNode.sum("above", "c"),
                HierarchyNode.series("a"),
                HierarchyNode.series("a"),
                HierarchyNode.series(" "));
        assertThat(found)
                .containsExactly(
                        "/nodes/8/id: the id \"a\" was given to node 7 before (hierarchy.nodeDuplicate)",
                        "/nodes/9/id: the id is empty (hierarchy.idEmpty)",
                        "/nodes/0/children/1: \"T\" has the child \"a\" twice (hierarchy.childRepeated). Maybe "
                                + "it counts twice?"
                                + " Then give it a weight of 2.",
                        "/nodes/0/children/2: there is no node \"norht\" (hierarchy.childUnknown). Maybe \"north\"?",
                        "/nodes/1/weights: \"north\" has 2 weights for 1 children (hierarchy.weightCount)",
                        "/nodes/2/weights/0: the weight is 0.0, but must be a finite number other than 0"
                                + " (hierarchy.weightInvalid)",
                        "/nodes/3/children: the nodes go round in a circle: c -> d -> e -> c (hierarchy.cycle)");
        assertThat(problems(
                        HierarchyNode.sum("T", "x", "y"),
                        HierarchyNode.sum("x", "a").withWeights(2.0),
                        HierarchyNode.sum("y", "a"),
                        HierarchyNode.series("a")))
                .singleElement()
                .asString()
                .contains("/nodes/0/children", "hierarchy.weightsDiffer");
        assertThat(problems(HierarchyNode.sum("T", "T")))
                .singleElement()
                .asString()
                .contains("T -> T");
    }

    @Test
    void historiesAddUpFromTheTimeEachBegins() {
        HierarchySums sums = HierarchySums.of(SALES);
        Map<String, TimeSeries> histories = new LinkedHashMap<>();
        histories.put("ann", TimeSeries.of(TimePeriod.month(2025, 1), 1, 2, 3));
        histories.put("bob", TimeSeries.of(TimePeriod.month(2025, 2), 10, 20));
        histories.put("carl", TimeSeries.of(TimePeriod.month(2025, 3), Double.NaN));
        Map<String, TimeSeries> all = sums.aggregate(histories);
        assertThat(all.get("North")).isEqualTo(TimeSeries.of(TimePeriod.month(2025, 1), 1, 12, 23));
        assertThat(all.get("Total")).isEqualTo(TimeSeries.of(TimePeriod.month(2025, 1), 1, 12, Double.NaN));
        histories.put("carl", TimeSeries.of(TimePeriod.month(2025, 2), 5));
        assertThatThrownBy(() -> sums.aggregate(histories)).hasMessageContaining("carl");
        histories.remove("carl");
        assertThatThrownBy(() -> sums.aggregate(histories)).hasMessageContaining("\"carl\" is missing");
    }

    @Test
    void aChainOfNodesHasAnEnd() {
        assertThat(HierarchySums.of(chain(201)).series()).containsExactly("n200");
        DefinitionException e = catchThrowableOfType(DefinitionException.class, () -> HierarchySums.of(chain(20_000)));
        assertThat(e.problems()).singleElement().extracting(Problem::code).isEqualTo("hierarchy.tooDeep");
    }

    private static Hierarchy chain(int length) {
        HierarchyNode[] nodes = new HierarchyNode[length];
        for (int i = 0; i < length; i++) {
            nodes[i] = i == length - 1 ? HierarchyNode.series("n" + i) : HierarchyNode.sum("n" + i, "n" + (i + 1));
        }
        return Hierarchy.of(nodes);
    }
}
