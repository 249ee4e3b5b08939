package io.github.saleskit.territory.rule;

import io.github.saleskit.core.explain.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which rules of a sound model hold at a moment, and which wins against which: the higher priority, the territory
 * deeper in the hierarchy, the place in the list.
 */
final class Precedence {

    private final List<TerritoryRule> rules;
    /** The territory of each rule and those above it, the nearest first. */
    private final List<List<TerritoryNode>> lineages;
    /** Whether each rule holds whatever the moment. */
    private final boolean[] always;

    private final boolean[] main;
    private final int[] order;

    Precedence(TerritoryModel model) {
        rules = model.rules();
        Map<String, TerritoryNode> nodes = new HashMap<>();
        model.territories().forEach(node -> nodes.put(node.id(), node));
        lineages = rules.stream().map(rule -> lineage(nodes, rule.territory())).toList();
        always = new boolean[rules.size()];
        main = new boolean[rules.size()];
        for (int r = 0; r < rules.size(); r++) {
            TerritoryRule rule = rules.get(r);
            boolean undated = rule.from().isEmpty() && rule.until().isEmpty();
            always[r] = undated
                    && lineages.get(r).stream()
                            .allMatch(node ->
                                    node.from().isEmpty() && node.until().isEmpty());
            main[r] = rule.layer().isEmpty();
        }
        order = IntStream.range(0, rules.size())
                .boxed()
                .sorted(this::compare)
                .mapToInt(r -> r)
                .toArray();
    }

    private static List<TerritoryNode> lineage(Map<String, TerritoryNode> nodes, String territory) {
        List<TerritoryNode> lineage = new ArrayList<>();
        @Nullable TerritoryNode node = nodes.get(territory);
        while (node != null) {
            lineage.add(node);
            node = node.parent().map(nodes::get).orElse(null);
        }
        return lineage;
    }

    List<TerritoryNode> lineage(int r) {
        return lineages.get(r);
    }

    /** How many rules there are. */
    int size() {
        return order.length;
    }

    /** The place in the list of the rule that is at a place in the order in which rules win. */
    int rule(int place) {
        return order[place];
    }

    /** Whether a rule works in the main layer. */
    boolean main(int r) {
        return main[r];
    }

    boolean holds(int r, Instant asOf) {
        return always[r] || effective(r, asOf);
    }

    private boolean effective(int r, Instant asOf) {
        TerritoryRule rule = rules.get(r);
        return Effective.at(rule.from(), rule.until(), asOf)
                && lineages.get(r).stream().allMatch(node -> Effective.at(node.from(), node.until(), asOf));
    }

    /** How deep in the hierarchy the territory of a rule is. */
    private int depth(int r) {
        return lineages.get(r).size();
    }

    /** Negative when the first rule wins against the second. */
    int compare(int a, int b) {
        int byPriority = Integer.compare(rules.get(b).rank(), rules.get(a).rank());
        int byDepth = byPriority != 0 ? byPriority : Integer.compare(depth(b), depth(a));
        return byDepth != 0 ? byDepth : Integer.compare(a, b);
    }

    /** Whether nothing but the order in the list decides between two rules for different territories. */
    boolean overlap(int a, int b) {
        TerritoryRule first = rules.get(a);
        TerritoryRule second = rules.get(b);
        return first.rank() == second.rank()
                && depth(a) == depth(b)
                && first.layer().equals(second.layer())
                && !first.territory().equals(second.territory());
    }

    LostRule lost(int winner, int loser) {
        TerritoryRule rule = rules.get(loser);
        return new LostRule(rule.id(), rule.territory(), overlap(winner, loser), reason(winner, loser));
    }

    private Reason reason(int winner, int loser) {
        TerritoryRule won = rules.get(winner);
        TerritoryRule rule = rules.get(loser);
        if (won.rank() != rule.rank()) {
            return Reason.of(
                    "territory.rule.lowerPriority",
                    "rule",
                    rule.id(),
                    "priority",
                    rule.rank(),
                    "winner",
                    won.id(),
                    "higher",
                    won.rank());
        }
        if (depth(winner) != depth(loser)) {
            return Reason.of(
                    "territory.rule.lessSpecific",
                    "rule",
                    rule.id(),
                    "territory",
                    rule.territory(),
                    "winner",
                    won.id(),
                    "deeper",
                    won.territory());
        }
        return Reason.of("territory.rule.laterInList", "rule", rule.id(), "winner", won.id());
    }
}
