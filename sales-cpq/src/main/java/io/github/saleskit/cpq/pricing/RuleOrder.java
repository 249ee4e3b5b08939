package io.github.saleskit.cpq.pricing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings rules that are chosen among each other on a line into one stage, where rules that wait for the order stand
 * between them: otherwise each stage would choose one of its own, and several of them would apply.
 */
final class RuleOrder {

    private RuleOrder() {}

    /**
     * The order in which rules are applied.
     *
     * @param byPriority the rules in the order of their priority
     */
    static List<CompiledRule> of(List<CompiledRule> byPriority) {
        return groupsTogether(aloneFirst(byPriority));
    }

    /**
     * Rules that are exclusive on lines keep away others from the beginning, those that wait among them; but not those
     * of higher priority that take lines for themselves when units are bought.
     */
    private static List<CompiledRule> aloneFirst(List<CompiledRule> rules) {
        boolean waited = false;
        boolean late = false;
        for (CompiledRule rule : rules) {
            late |= waited && rule.isAloneOnLines();
            waited |= rule.splitsStages();
        }
        if (!late) {
            return rules;
        }
        List<CompiledRule> ordered = new ArrayList<>(rules.size());
        List<CompiledRule> others = new ArrayList<>();
        for (CompiledRule rule : rules) {
            (rule.isAloneOnLines() ? ordered : others).add(rule);
            if (rule.takesLines()) {
                ordered.addAll(others);
                others.clear();
            }
        }
        ordered.addAll(others);
        return ordered;
    }

    /** Groups of which one rule is chosen stand where their first rule does. */
    private static List<CompiledRule> groupsTogether(List<CompiledRule> rules) {
        Set<RuleGroup> split = splitGroups(rules);
        if (split.isEmpty()) {
            return rules;
        }
        Map<RuleGroup, List<CompiledRule>> members = new LinkedHashMap<>();
        for (CompiledRule rule : rules) {
            rule.group()
                    .filter(split::contains)
                    .ifPresent(group -> members.computeIfAbsent(group, each -> new ArrayList<>())
                            .add(rule));
        }
        List<CompiledRule> ordered = new ArrayList<>(rules.size());
        for (CompiledRule rule : rules) {
            if (rule.group().filter(split::contains).isEmpty()) {
                ordered.add(rule);
            } else {
                List<CompiledRule> together = members.remove(rule.group().get());
                ordered.addAll(together == null ? List.of() : together);
            }
        }
        return ordered;
    }

    private static Set<RuleGroup> splitGroups(List<CompiledRule> rules) {
        Map<RuleGroup, Integer> stageOf = new HashMap<>();
        Set<RuleGroup> split = new HashSet<>();
        int stage = 0;
        for (CompiledRule rule : rules) {
            if (rule.splitsStages()) {
                stage++;
            }
            RuleGroup group = rule.group().orElse(null);
            if (group != null && group.stacking().choosesOne()) {
                Integer first = stageOf.putIfAbsent(group, stage);
                if (first != null && first != stage) {
                    split.add(group);
                }
            }
        }
        return split;
    }
}
