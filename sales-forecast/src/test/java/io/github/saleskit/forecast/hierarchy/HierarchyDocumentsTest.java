package io.github.saleskit.forecast.hierarchy;

import static io.github.saleskit.forecast.support.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.support.JsonLine;
import io.github.saleskit.core.support.RequiredComponents;
import io.github.saleskit.forecast.model.Forecast;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HierarchyDocumentsTest {

    private static final Hierarchy PROFIT = Hierarchy.of(
            HierarchyNode.sum("Total", "North", "South"),
            HierarchyNode.sum("North", "revenue", "cost").withWeights(1.0, -1.0),
            HierarchyNode.series("South"),
            HierarchyNode.series("revenue"),
            HierarchyNode.series("cost"));

    @Test
    void documentsOfTheFirstReleaseStayReadable() {
        assertGolden(PROFIT, Hierarchy.class);
        assertGolden(
                ReconciliationDefinition.builder()
                        .method(ReconciliationMethod.MIDDLE_OUT)
                        .proportions(Proportions.PROPORTIONS_OF_AVERAGES)
                        .addMiddle("North", "South")
                        .nonNegative(true)
                        .decimals(2)
                        .build(),
                ReconciliationDefinition.class);
        JsonLine.assertRoundTrip(
                ReconciliationDefinition.of(ReconciliationMethod.MINT).withShrinkage(0.5),
                ReconciliationDefinition.class);
        Hierarchy pair = Hierarchy.of(HierarchyNode.sum("T", "a"), HierarchyNode.series("a"));
        Map<String, Forecast> base = new LinkedHashMap<>();
        base.put("T", Bases.normal(new double[] {4}, 1));
        base.put("a", Bases.normal(new double[] {2}, 1));
        assertGolden(
                Reconciler.compile(pair, ReconciliationDefinition.of(ReconciliationMethod.MINT))
                        .reconcile(base, NodeEvidence.ofErrors(Map.of("T", new double[] {1, -1, 1}, "a", new double[] {
                            1, 1, -1
                        }))),
                ReconciledForecast.class);
    }

    @Test
    void whatADocumentHasToGiveIsNeitherAbsentNorNull() {
        RequiredComponents.assertNamed("{\"version\":1,\"nodes\":[]}", Hierarchy.class);
        RequiredComponents.assertNamed("{\"id\":\"a\"}", HierarchyNode.class);
        RequiredComponents.assertNamed("{\"version\":1,\"method\":\"OLS\"}", ReconciliationDefinition.class);
        RequiredComponents.assertNamed(
                "{\"version\":1,\"forecasts\":{},\"incoherenceBefore\":1,\"incoherenceAfter\":0,\"reasons\":[]}",
                ReconciledForecast.class);
    }

    @ParameterizedTest
    @EnumSource(JsonLine.class)
    void aBottomSeriesNeedsOnlyItsId(JsonLine line) {
        Hierarchy read = line.read(
                "{\"version\":1,\"nodes\":[{\"id\":\"T\",\"children\":[\"a\"]},{\"id\":\"a\"}]}", Hierarchy.class);
        assertThat(read.nodes()).containsExactly(HierarchyNode.sum("T", "a"), HierarchyNode.series("a"));
        assertThat(line.write(HierarchyNode.series("a"))).isEqualTo("{\"id\":\"a\"}");
        assertThat(read.nodes()).extracting(HierarchyNode::weights).isEqualTo(List.of(List.of(), List.of()));
    }
}
