package io.github.saleskit.forecast.hierarchy;

import io.github.saleskit.core.definition.Problems;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the problems of a reconciliation of one hierarchy. */
final class ReconciliationCheck {

    private static final int MOST_DECIMALS = 9;

    private final HierarchySums sums;
    private final ReconciliationDefinition definition;
    private final Problems problems;

    ReconciliationCheck(HierarchySums sums, ReconciliationDefinition definition, Problems problems) {
        this.sums = sums;
        this.definition = definition;
        this.problems = problems;
    }

    /** The positions of the nodes whose forecasts stay; none for methods that keep no chosen nodes. */
    int[] keptNodes() {
        unused();
        shrinkage();
        decimals();
        if (!definition.method().distributes()) {
            return new int[0];
        }
        int[] kept = definition.method() == ReconciliationMethod.TOP_DOWN ? CoherentRounding.roots(sums) : middle();
        cover(kept);
        if (problems.isEmpty()
                && definition.proportions().orElse(Proportions.FORECAST_PROPORTIONS)
                        == Proportions.FORECAST_PROPORTIONS) {
            tree(kept);
        }
        return kept;
    }

    private void unused() {
        if (definition.proportions().isPresent() && !definition.method().distributes()) {
            reportUnused("proportions", definition.proportions().get().toString());
        }
        if (!definition.middle().isEmpty() && definition.method() != ReconciliationMethod.MIDDLE_OUT) {
            reportUnused("middle", definition.middle().toString());
        }
        if (definition.shrinkage().isPresent() && definition.method() != ReconciliationMethod.MINT) {
            reportUnused("shrinkage", definition.shrinkage().get().toString());
        }
    }

    private void reportUnused(String name, String value) {
        problems.at(name)
                .report(
                        "reconciliation.unused",
                        value,
                        "the method " + definition.method() + " has no use for " + name);
    }

    private void shrinkage() {
        definition
                .shrinkage()
                .filter(value -> !(value >= 0 && value <= 1))
                .ifPresent(value -> problems.at("shrinkage")
                        .report(
                                "reconciliation.shrinkageRange",
                                value.toString(),
                                "shrinkage is " + value + ", but must be from 0 to 1"));
    }

    private void decimals() {
        if (definition.decimals().isEmpty()) {
            return;
        }
        int decimals = definition.decimals().get();
        Problems at = problems.at("decimals");
        if (decimals < -MOST_DECIMALS || decimals > MOST_DECIMALS) {
            at.report(
                    "reconciliation.decimalsRange",
                    String.valueOf(decimals),
                    "decimals is " + decimals + ", but must be from -9 to 9");
        }
        if (!sums.matrix().isPlain()) {
            at.report(
                    "reconciliation.decimalsWeighted",
                    String.valueOf(decimals),
                    "the hierarchy has weights other than 1, so that sums of rounded values need not be round");
        }
    }

    private int[] middle() {
        Set<String> seen = new LinkedHashSet<>();
        List<String> middle = definition.middle();
        if (middle.isEmpty()) {
            problems.at("middle")
                    .report("reconciliation.middleMissing", null, "the nodes whose forecasts stay are not given");
        }
        for (int i = 0; i < middle.size(); i++) {
            String id = middle.get(i);
            Problems at = problems.at("middle", i);
            if (!sums.contains(id)) {
                at.report(
                        "reconciliation.nodeUnknown",
                        id,
                        "there is no node \"" + id + "\"",
                        Problems.suggest(id, sums.nodes()));
            } else if (!seen.add(id)) {
                at.report("reconciliation.nodeRepeated", id, "\"" + id + "\" is given twice");
            }
        }
        return seen.stream().mapToInt(sums::position).toArray();
    }

    /** Every bottom series below exactly one. */
    private void cover(int[] kept) {
        if (!problems.isEmpty()) {
            return;
        }
        BitSet covered = new BitSet();
        Problems at = problems.at(definition.method() == ReconciliationMethod.MIDDLE_OUT ? "middle" : "method");
        for (int node : kept) {
            for (int series : sums.matrix().sum(node).series()) {
                if (covered.get(series)) {
                    String id = sums.series().get(series);
                    at.report(
                            "reconciliation.overlap",
                            id,
                            "the series \"" + id + "\" lies below two of the nodes whose forecasts stay");
                    return;
                }
                covered.set(series);
            }
        }
        int missing = covered.nextClearBit(0);
        if (missing < sums.series().size()) {
            String id = sums.series().get(missing);
            at.report(
                    "reconciliation.uncovered",
                    id,
                    "the series \"" + id + "\" lies below none of the nodes whose forecasts stay");
        }
    }

    private void tree(int[] nodes) {
        for (int node : nodes) {
            if (node >= sums.matrix().sums()) {
                continue;
            }
            HierarchyNode parent = sums.definition(sums.nodes().get(node));
            int[] children = parent.children().stream().mapToInt(sums::position).toArray();
            int series = Arrays.stream(children)
                    .map(child -> sums.matrix().sum(child).series().length)
                    .sum();
            if (series != sums.matrix().sum(node).series().length) {
                problems.at("proportions")
                        .report(
                                "reconciliation.notATree",
                                parent.id(),
                                "children of \"" + parent.id()
                                        + "\" share series, so that shares of their forecasts have no meaning",
                                "Maybe take the proportions of the past, or another method?");
                return;
            }
            tree(children);
        }
    }
}
