package io.github.saleskit.territory.rule;

import io.github.saleskit.core.definition.Problems;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with the hierarchy and the names of a model. */
final class ModelCheck {

    private final TerritoryModel model;
    private final Problems problems;
    private final Map<String, TerritoryNode> nodes = new HashMap<>();

    ModelCheck(TerritoryModel model, Problems problems) {
        this.model = model;
        this.problems = problems;
    }

    void check() {
        for (int t = 0; t < model.territories().size(); t++) {
            TerritoryNode node = model.territories().get(t);
            if (nodes.putIfAbsent(node.id(), node) != null) {
                problems.at("territories", t, "id")
                        .report("territory.duplicate", node.id(), "the territory \"" + node.id() + "\" is there twice");
            }
        }
        for (int t = 0; t < model.territories().size(); t++) {
            checkParents(
                    problems.at("territories", t, "parent"), model.territories().get(t));
        }
        Set<String> ids = new HashSet<>();
        for (int r = 0; r < model.rules().size(); r++) {
            TerritoryRule rule = model.rules().get(r);
            if (!ids.add(rule.id())) {
                problems.at("rules", r, "id")
                        .report("rule.duplicate", rule.id(), "the rule \"" + rule.id() + "\" is there twice");
            }
            requireKnown(problems.at("rules", r, "territory"), rule.territory());
        }
    }

    private void requireKnown(Problems at, String id) {
        if (!nodes.containsKey(id)) {
            String message = "there is no territory \"" + id + "\"";
            at.report("territory.unknown", id, message, Problems.suggest(id, nodes.keySet()));
        }
    }

    private void checkParents(Problems at, TerritoryNode node) {
        if (node.parent().isPresent()) {
            requireKnown(at, node.parent().get());
            Set<String> seen = new HashSet<>();
            @Nullable TerritoryNode up = node;
            while (up != null && seen.add(up.id())) {
                up = up.parent().map(nodes::get).orElse(null);
            }
            if (up != null && up.id().equals(node.id())) {
                at.report("territory.circle", node.id(), "the territory \"" + node.id() + "\" is above itself");
            }
        }
    }
}
