package io.github.saleskit.core.scoring;

import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds rules that no lead or event can meet, and rules that repeat or cancel another one of their group. */
final class RuleCheck {

    private RuleCheck() {}

    /** What makes two rules of fixed points count the same things. */
    private record Condition(
            Optional<Criterion> when, Optional<Criterion> event, Optional<Repeats> repeats, Optional<Decay> decay) {}

    static <T, E> void check(
            ScoringModel model, FieldSet<T> fields, @Nullable FieldSet<E> eventFields, Problems problems) {
        for (int g = 0; g < model.groups().size(); g++) {
            List<ScoringRule> rules = model.groups().get(g).rules();
            Map<Condition, ScoringRule> before = new HashMap<>();
            for (int r = 0; r < rules.size(); r++) {
                Problems at = problems.at("groups", g, "rules", r);
                ScoringRule rule = rules.get(r);
                rule.when().ifPresent(when -> never(when, fields, at.at("when")));
                if (eventFields != null) {
                    rule.event().ifPresent(event -> never(event, eventFields, at.at("event")));
                }
                repeated(rule, before, at);
            }
        }
    }

    private static <R> void never(Criterion criterion, FieldSet<R> fields, Problems at) {
        if (Contradiction.in(criterion, fields)) {
            at.report(
                    "scoring.neverMatches",
                    criterion.toString(),
                    "the condition contradicts itself, so that the rule never matches");
        }
    }

    private static void repeated(ScoringRule rule, Map<Condition, ScoringRule> before, Problems at) {
        if (!(rule.points() instanceof Points.Fixed points)
                || (rule.when().isEmpty() && rule.event().isEmpty())) {
            return;
        }
        Condition condition = new Condition(rule.when(), rule.event(), rule.repeats(), rule.decay());
        ScoringRule first = before.putIfAbsent(condition, rule);
        if (first != null && first.points() instanceof Points.Fixed others) {
            boolean cancels = points.points().add(others.points()).signum() == 0;
            at.report(
                    cancels ? "scoring.cancelsOut" : "scoring.repeatedRule",
                    rule.id(),
                    "the rule has the same condition as \"" + first.id() + "\" of its group"
                            + (cancels ? " and takes what that gives" : ""),
                    "Maybe one rule with the points of both?");
        }
    }
}
